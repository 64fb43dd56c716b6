import { textsOf } from '../texts.js';
import { quote, type LintInput, type RawFinding } from '../lint-facts.js';

const named = /(?<!\p{L})приложени(?:е|я|ю|ем|и|ям|ями|ях)(?!\p{L})(?:\s*(?:№|N)\s*(\d{1,3})(?:\s*(?:,|и|–|-)\s*(?:№\s*)?(\d{1,3}))?)?/giu;
const enclosed = /(?<!\p{L})прилага(?:ется|ются|емый|емая|емое|емые|емым|емой|емому)(?!\p{L})/iu;

/** Attachments named in the text and those that are attached have to be the same. */
export function checkAttachments(input: LintInput): RawFinding[] {
  const { model } = input;
  const mentions = textsOf(input)
    .filter(({ pointer }) => pointer.startsWith('/clauses') || pointer === '/preamble')
    .flatMap((placed) => [
      ...[...placed.text.matchAll(named)].map((match) => ({ ...placed, numbers: [match[1], match[2]].filter((n) => n !== undefined), words: match[0] })),
      ...(enclosed.test(placed.text) ? [{ ...placed, numbers: [] as string[], words: enclosed.exec(placed.text)?.[0] ?? '' }] : []),
    ]);

  const absent = mentions.flatMap((mention): RawFinding[] => {
    const lost = mention.numbers.filter((number) => !model.attachments.some((attachment, i) => (attachment.number ?? String(i + 1)) === number));
    if (lost.length === 0 && !(mention.numbers.length === 0 && model.attachments.length === 0)) return [];
    const what = lost.length > 0 ? ` № ${lost.join(', ')}` : '';
    return [{
      code: 'attachment-absent',
      ...(mention.clauseId !== undefined && { clauseId: mention.clauseId }),
      pointer: mention.pointer,
      message: { ru: `Названо приложение${what}, но его нет`, en: `Attachment${what.replace('№', 'no.')} is named but absent` },
      found: quote(mention.words),
      expected: { ru: `приложение${what}`, en: `attachment${what.replace('№', 'no.')}` },
      remedy: { ru: 'Приложите документ или уберите ссылку на него', en: 'Attach the document or drop the reference' },
    }];
  });

  const unnamed = model.attachments.flatMap((attachment, i): RawFinding[] => {
    const number = attachment.number ?? String(i + 1);
    const isNamed = mentions.some((mention) => mention.numbers.includes(number) || (mention.numbers.length === 0 && model.attachments.length === 1));
    if (isNamed) return [];
    return [{
      code: 'attachment-not-named', pointer: `/attachments/${i}`,
      message: { ru: `Приложение № ${number} не названо в тексте`, en: `Attachment no. ${number} is not named in the text` },
      found: quote(attachment.title), expected: { ru: `ссылка «приложение № ${number}»`, en: `a reference to attachment no. ${number}` },
      remedy: { ru: 'Сошлитесь на приложение в тексте', en: 'Refer to the attachment in the text' },
    }];
  });
  return [...absent, ...unnamed];
}
