import type { LocalizedText, ProcessDefinition } from '@reglament/contracts';
import type { Bound, BothTexts, ModelFaultCode } from './verdict.js';
import type { Step } from './explore.js';
import { ANYTHING_ELSE } from './literals.js';

/** What a node is called; its key where it has no title. */
export function titleOf(definition: ProcessDefinition, key: string): BothTexts {
  const node = definition.nodes[key];
  const title: LocalizedText | undefined = node && 'title' in node ? node.title : undefined;
  if (title === undefined) return { ru: key, en: key };
  return textIn(title);
}

export function sentenceOf(definition: ProcessDefinition, { root, move, choices }: Step): BothTexts {
  const assumed = choices.filter(({ paths }) => paths.length > 0).map(({ pointer, paths, says, opaque }) => {
    const at = titleOf(definition, pointer.split('/')[2] ?? '');
    if (opaque && typeof says === 'boolean') return { ru: `условие в «${at.ru}» ${says ? 'выполнено' : 'не выполнено'}`, en: `the condition at "${at.en}" ${says ? 'holds' : 'does not hold'}` };
    const value = says === ANYTHING_ELSE ? { ru: 'ни одно из названных значений', en: 'none of the values named' } : { ru: shown(says), en: shown(says) };
    return { ru: `${paths[0] ?? ''}: ${value.ru}`, en: `${paths[0] ?? ''}: ${value.en}` };
  });
  const happened = move === null ? beginning(definition, root) : happening(definition, move);
  if (assumed.length === 0) return { ru: `${happened.ru}.`, en: `${happened.en}.` };
  return { ru: `${happened.ru}; при этом ${assumed.map(({ ru }) => ru).join(', ')}.`, en: `${happened.en}; with ${assumed.map(({ en }) => en).join(', ')}.` };
}

function beginning(definition: ProcessDefinition, { kind, node }: Step['root']): BothTexts {
  const { ru, en } = titleOf(definition, node);
  return kind === 'start' ? { ru: `Дело начинается с «${ru}»`, en: `The case begins at "${en}"` } : { ru: `Начинается часть дела «${ru}»`, en: `A part of the case begins: "${en}"` };
}

function happening(definition: ProcessDefinition, { kind, node, name }: NonNullable<Step['move']>): BothTexts {
  const { ru, en } = titleOf(definition, node);
  const of = nameOf(definition, node, name);
  switch (kind) {
    case 'outcome': return { ru: `В «${ru}» выбирают «${of.ru}»`, en: `At "${en}" somebody chooses "${of.en}"` };
    case 'service': if (name !== '') return { ru: `Служба в «${ru}» заканчивает ошибкой «${name}»`, en: `The service of "${en}" ends with the error "${name}"` };
      return { ru: `Служба отвечает в «${ru}»`, en: `The service of "${en}" answers` };
    case 'wait': return { ru: `«${ru}» дожидается своего события`, en: `"${en}" gets what it waited for` };
    case 'timer': return { ru: `В «${ru}» наступает срок «${of.ru}»`, en: `The timer "${of.en}" of "${en}" is due` };
    case 'message': return { ru: `В «${ru}» приходит «${of.ru}»`, en: `"${of.en}" comes to "${en}"` };
    case 'event': return { ru: `В «${ru}» происходит «${of.ru}»`, en: `"${of.en}" happens at "${en}"` };
    case 'action': return { ru: `В «${ru}» нажимают «${of.ru}»`, en: `At "${en}" somebody triggers "${of.en}"` };
    case 'part': return { ru: `В «${ru}» начинают «${titleOf(definition, name).ru}»`, en: `Within "${en}" somebody begins "${titleOf(definition, name).en}"` };
    case 'children': if (name !== '') return { ru: `Часть «${ru}» заканчивается ошибкой «${name}»`, en: `A part of "${en}" ends with the error "${name}"` };
      return { ru: `В «${ru}» готова ещё одна часть`, en: `One more part of "${en}" is done` };
    case 'call': return called(name, ru, en);
  }
}

function called(how: string, ru: string, en: string): BothTexts {
  if (how === 'completed') return { ru: `Вызванный процесс «${ru}» завершён`, en: `The called process of "${en}" has ended` };
  if (how === 'cancelled') return { ru: `Вызванный процесс «${ru}» отменён`, en: `The called process of "${en}" was cancelled` };
  return { ru: `Вызванный процесс «${ru}» закончился ошибкой «${how}»`, en: `The called process of "${en}" has ended with the error "${how}"` };
}

/** The title of an outcome or an event where it has one. */
function nameOf(definition: ProcessDefinition, node: string, name: string): BothTexts {
  const parts = definition.nodes[node] as { readonly outcomes?: Record<string, { title?: LocalizedText }>; readonly on?: readonly { key: string; title?: LocalizedText }[]; readonly event?: { title?: LocalizedText } } | undefined;
  const title = parts?.outcomes?.[name]?.title ?? parts?.on?.find(({ key }) => key === name)?.title ?? (name === node ? parts?.event?.title : undefined) ?? name;
  return textIn(title);
}

/** In both languages; a text without English is said as it is. */
function textIn(text: LocalizedText): BothTexts {
  return typeof text === 'string' ? { ru: text, en: text } : { ru: text.ru, en: text.en ?? text.ru };
}

function shown(value: unknown): string {
  if (value === null) return '—';
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** What is wrong at a node, in one sentence. `detail`: the name that is read, the flows that are missing. */
export const FAULT_TEXTS: { readonly [C in ModelFaultCode]: (title: BothTexts, detail: BothTexts) => BothTexts } = {
  'model.joinWaits': ({ ru, en }, d) => ({ ru: `Слияние «${ru}» ждёт того, кто уже не придёт: от ${d.ru}`, en: `The join "${en}" waits for what cannot come any more: from ${d.en}` }),
  'model.stuck': ({ ru, en }) => ({ ru: `Дело стоит в «${ru}», и больше ничего не может произойти`, en: `The case stands at "${en}" and nothing can happen any more` }),
  'model.noPerformer': ({ ru, en }) => ({ ru: `«${ru}» некому выполнить: все, кому оно поручается, исключены`, en: `Nobody may do "${en}": everyone whom it names is excluded` }),
  'model.noFlow': ({ ru, en }) => ({ ru: `В «${ru}» не выполняется ни одно условие, а перехода по умолчанию нет`, en: `No condition of "${en}" holds, and it has no default flow` }),
  'model.noEnd': ({ ru, en }) => ({ ru: `Из «${ru}» дело больше не может прийти к завершению`, en: `From "${en}" the case can never come to an end` }),
  'model.endless': ({ ru, en }) => ({ ru: `Дело без остановки ходит по кругу через «${ru}»: в круге нет шага, который ждёт`, en: `The case runs round through "${en}" without end: no step of the loop waits` }),
  'model.deadStep': ({ ru, en }) => ({ ru: `К «${ru}» не приходит ни одно дело`, en: `No case ever comes to "${en}"` }),
  'model.twice': ({ ru, en }) => ({ ru: `«${ru}» открывается дважды одновременно`, en: `"${en}" is open twice at once` }),
  'model.neverSet': ({ ru, en }, d) => ({ ru: `«${ru}» читает «${d.ru}», а к этому моменту его ещё никто не мог записать`, en: `"${en}" reads "${d.en}", which nobody can have written by then` }),
  'model.maybeUnset': ({ ru, en }, d) => ({ ru: `«${ru}» читает «${d.ru}», а на этом пути его никто не записал`, en: `"${en}" reads "${d.en}", which nobody has written on this way` }),
};

export const BOUND_TEXTS: { readonly [B in Bound]: BothTexts } = {
  states: { ru: 'просмотрены не все состояния: их больше заданного предела', en: 'not every state was seen: there are more than the limit' },
  choices: { ru: 'круги, которые каждый раз вычисляют данные заново, просмотрены лишь на несколько оборотов', en: 'loops that compute data anew each time were followed for a few rounds only' },
  crowd: { ru: 'один шаг — не более двух раз одновременно, подпроцесс — одного', en: 'one step at most twice at once, a sub-process once' },
  values: { ru: 'пути, где выражению нужны настоящие данные, не пройдены', en: 'ways on which an expression needs real data were not gone' },
  order: { ru: 'независимые ветви просмотрены одна за другой, а не во всех порядках', en: 'branches side by side were looked at one after another, not in every order' },
  items: { ru: 'неизвестные списки — из нуля, одного и двух элементов', en: 'unknown lists have none, one or two items' },
};
