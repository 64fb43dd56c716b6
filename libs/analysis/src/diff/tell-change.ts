import { textIn, type Locale, type LocalizedText, type ProcessDefinition } from '@reglament/contracts';
import type { Change } from './change.js';
import { tellTerm } from './tell-term.js';

type Words = (ru: string, en: string) => string;

/** Where titles are looked up; where a key is in both, the version after is meant. */
export interface ComparedTitles { readonly before: ProcessDefinition; readonly after: ProcessDefinition }

/** A change as one sentence for people, in Russian and English. Conditions, mappings and settings are named, not recited: the diagram shows where. */
export function tellChange(change: Change, titles: ComparedTitles): { readonly ru: string; readonly en: string } {
  return { ru: sentence(change, titles, 'ru'), en: sentence(change, titles, 'en') };
}

function sentence(change: Change, titles: ComparedTitles, locale: Locale): string {
  const t: Words = (ru, en) => (locale === 'ru' ? ru : en);
  const step = quoted(change.title === null ? change.node ?? '' : textIn(change.title, locale), locale);
  const part = change.part ?? '';
  const [was, is] = [change.before, change.after].map((value) => nameIn(value, titles, locale)) as [string, string];
  switch (change.kind) {
    case 'nodeAdded': return t(`Добавлен шаг ${step}`, `Step ${step} was added`);
    case 'nodeRemoved': return t(`Убран шаг ${step}`, `Step ${step} was removed`);
    case 'nodeRetyped': return t(`Шаг ${step} стал другого вида`, `Step ${step} is of another kind now`);
    case 'nodeRetitled': return t(`Шаг ${was} теперь называется ${is}`, `Step ${was} is called ${is} now`);
    case 'nodeMoved': return t(`Шаг ${step} перенесён в другой подпроцесс`, `Step ${step} was moved to another sub-process`);
    case 'exitAdded': return t(`Шаг ${step}: добавлен путь к ${is}`, `Step ${step}: a way to ${is} was added`);
    case 'exitRemoved': return t(`Шаг ${step}: убран путь к ${was}`, `Step ${step}: the way to ${was} was removed`);
    case 'exitRedirected': return t(`Шаг ${step}: путь ведёт к ${is}, а вёл к ${was}`, `Step ${step}: a way leads to ${is} instead of ${was}`);
    case 'exitChanged': return t(`Шаг ${step}: изменено решение или подпись пути`, `Step ${step}: an outcome or the words of a way were changed`);
    case 'exitsReordered': return t(`Шаг ${step}: условия проверяются в другом порядке`, `Step ${step}: its conditions are asked in another order`);
    case 'conditionChanged': return t(`Шаг ${step}: изменено условие`, `Step ${step}: a condition was changed`);
    case 'formChanged': return t(`Шаг ${step}: другая форма`, `Step ${step}: another form`);
    case 'performersChanged': return t(`Шаг ${step}: изменены исполнители`, `Step ${step}: its performers were changed`);
    case 'deadlineChanged': return deadline(change, step, locale);
    case 'remindersChanged': return t(`Шаг ${step}: изменены напоминания`, `Step ${step}: its reminders were changed`);
    case 'escalationChanged': return t(`Шаг ${step}: изменены сообщения о просрочке`, `Step ${step}: who is told when it is overdue was changed`);
    case 'dataChanged': return t(`Шаг ${step}: изменено, какие данные он берёт или отдаёт`, `Step ${step}: what data it takes or gives was changed`);
    case 'repetitionChanged': return t(`Шаг ${step}: изменено повторение`, `Step ${step}: its repetition was changed`);
    case 'eventAdded': return t(`Шаг ${step}: добавлено событие`, `Step ${step}: an event was added`);
    case 'eventRemoved': return t(`Шаг ${step}: убрано событие`, `Step ${step}: an event was removed`);
    case 'eventChanged': return t(`Шаг ${step}: изменено событие`, `Step ${step}: an event was changed`);
    case 'stateOfNodeChanged': return t(`Шаг ${step}: изменено состояние дела`, `Step ${step}: the state that it gives the case was changed`);
    case 'settingsChanged': return t(`Шаг ${step}: изменена настройка «${part}»`, `Step ${step}: the setting “${part}” was changed`);
    case 'variableAdded': return t(`Добавлена переменная ${is}`, `Variable ${is} was added`);
    case 'variableRemoved': return t(`Убрана переменная ${was}`, `Variable ${was} was removed`);
    case 'variableChanged': return t(`Изменена переменная ${is}`, `Variable ${is} was changed`);
    case 'stateAdded': return t(`Добавлено состояние ${is}`, `State ${is} was added`);
    case 'stateRemoved': return t(`Убрано состояние ${was}`, `State ${was} was removed`);
    case 'stateChanged': return t(`Изменено состояние ${is}`, `State ${is} was changed`);
    case 'processChanged': return t(`Изменено у процесса: ${PARTS_OF_PROCESS[part]?.ru ?? part}`, `Changed of the process: ${PARTS_OF_PROCESS[part]?.en ?? part}`);
    case 'pinnedFormChanged': return t(`Новая редакция формы «${part}»`, `A new edition of the form “${part}”`);
    case 'pinnedDecisionChanged': return t(`Новая редакция таблицы решений «${part}»`, `A new edition of the decision table “${part}”`);
    case 'pinnedProcessChanged': return t(`Вызывается новая версия процесса «${part}»`, `A new version of the process “${part}” is called`);
  }
}

const PARTS_OF_PROCESS: { readonly [part: string]: { readonly ru: string; readonly en: string } } = {
  title: { ru: 'название', en: 'its title' }, description: { ru: 'описание', en: 'its description' }, subject: { ru: 'как называется дело', en: 'what a case is called' },
  businessKey: { ru: 'номер дела', en: 'the number of a case' }, cancel: { ru: 'кто может прекратить дело', en: 'who may cancel a case' }, observers: { ru: 'кто наблюдает', en: 'who looks on' },
};

function deadline(change: Change, step: string, locale: Locale): string {
  if (change.part !== 'due' && !change.part?.endsWith('/after')) return locale === 'ru' ? `Шаг ${step}: изменён счёт срока` : `Step ${step}: how its term is counted was changed`;
  const [was, is] = [tellTerm(change.before, locale), tellTerm(change.after, locale)];
  return locale === 'ru' ? `Шаг ${step}: срок ${was} → ${is}` : `Step ${step}: term ${was} → ${is}`;
}

/** A node's key as its title; a text or something that has a title as that. */
function nameIn(value: unknown, { before, after }: ComparedTitles, locale: Locale): string {
  if (typeof value === 'string') {
    const node = Object.hasOwn(after.nodes, value) ? after.nodes[value] : Object.hasOwn(before.nodes, value) ? before.nodes[value] : undefined;
    return quoted(node?.title === undefined ? value : textIn(node.title, locale), locale);
  }
  if (typeof value !== 'object' || value === null) return '';
  if ('title' in value) return quoted(textIn(value.title as LocalizedText, locale), locale);
  return 'ru' in value ? quoted(textIn(value as LocalizedText, locale), locale) : '';
}

function quoted(text: string, locale: Locale): string {
  return locale === 'ru' ? `«${text}»` : `“${text}”`;
}
