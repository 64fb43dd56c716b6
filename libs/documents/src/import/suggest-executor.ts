import { findNames } from '../russian/names-in-text.js';
import { isDativePosition } from '../russian/positions.js';

/** An executor as the words of a clause name it, with surname and initials when a person is named. */
export interface NamedExecutor {
  text: string;
  surname?: string;
  initials?: string;
}

/** Legal forms of Russian institutions: МБУ, МАУ ДПО, ГБОУ, МКДОУ, ФГБОУ ВО … followed by a name in quotes. */
const organisation = /^(?:Ф?[МГ]?[БАК](?:О|ДО|НО|ПО)?У|ФГ[БАК](?:О|Н)?У|АНО|ЧОУ|НОУ)(?:\s+(?:ДПО|ДО|ВО|СПО|СОШ|ООШ|ЦДО))*\s+[«"][^»"]{1,160}[»"](?:\s+\p{Lu}?\p{L}+){0,2}?(?=[\s,(:]|$)/u;

const infinitive = /(?:ить|ать|ять|еть|оть|уть|ыть|ться|тись|сти|зти|чь)$/u;
const phraseEnd = /^(?:в|к|до|по|с|при|на|не|ежегодно|ежемесячно|ежеквартально|постоянно|совместно)$/u;

/**
 * Reads the executor off the beginning of a clause, where an order names it: a person («Ивановой А. А., директору …, обеспечить»), an
 * institution («МБУ «Центр» … предусмотреть»), or positions in the dative («Директорам школ:»). Anything less certain gives undefined.
 */
export function suggestExecutor(text: string): NamedExecutor | undefined {
  const first = text.split('\n')[0] ?? '';
  const org = organisation.exec(first);
  if (org) return { text: org[0].trim() };

  const phrase = addressedPhrase(first);
  const [name] = findNames(phrase);
  const startsWithName = name !== undefined && name.index === 0;
  const startsWithPosition = isDativePosition(first.split(/\s+/)[0] ?? '');
  if (!startsWithName && !startsWithPosition) return undefined;
  return { text: phrase, ...(name && { surname: name.surname, initials: name.initials }) };
}

/** The words before what has to be done: up to the first infinitive, colon or word that begins a term, without closing punctuation. */
function addressedPhrase(text: string): string {
  const taken: string[] = [];
  for (const word of text.split(' ').slice(0, 40)) {
    const bare = word.toLowerCase().replace(/[^\p{L}-]/gu, '');
    if (infinitive.test(bare) || (taken.length > 0 && phraseEnd.test(bare))) break;
    taken.push(word);
    if (word.endsWith(':')) break;
  }
  return taken.join(' ').replace(/[\s,:;–—-]+$/u, '').slice(0, 300);
}
