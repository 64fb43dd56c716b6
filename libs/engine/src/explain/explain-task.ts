import type { EventBasedGateway, FlowNode, Locale, LocalizedText, ProcessDefinition, TaskPerformer, TermExpression } from '@reglament/contracts';
import type { PathStep } from '../draft.js';
import type { Why } from '../effect.js';
import type { Json } from '../instance.js';
import { pathTitle } from './path-title.js';
import { counted, dateText, sentence, titleIn, type Sentence, type TitleLookup } from './words.js';

/** What `Why` holds, as `openTask` wrote it. */
interface DueFact {
  readonly term: TermExpression;
  readonly localDate: string;
  readonly timeZone: string;
  readonly calendar: string;
  readonly warnings: readonly { readonly code: string; readonly subject: string }[];
}

/** Answers "why have I got this, and why by then" in whole sentences: who, by what term, by what way. */
export function explainTask(definition: ProcessDefinition, why: Why, titles: TitleLookup = {}): readonly Sentence[] {
  return [...explainPerformers(definition, why.performers, titles), ...explainDue(definition, why.due, titles), ...explainPath(definition, why.path)];
}

function explainPerformers(definition: ProcessDefinition, performers: Json, titles: TitleLookup): readonly Sentence[] {
  if (!Array.isArray(performers)) return [];
  return (performers as unknown as readonly TaskPerformer[]).map((performer) => sentence((locale) => performerText(definition, performer, titles, locale)));
}

function performerText(definition: ProcessDefinition, performer: TaskPerformer, titles: TitleLookup, locale: Locale): string {
  const ru = locale === 'ru';
  switch (performer.type) {
    case 'role': {
      const role = titleIn(titles.role?.(performer.role), performer.role, locale);
      if (performer.organisation === undefined) return ru ? `Задача у роли «${role}» в организации дела` : `The task is for the role "${role}" in the case's organisation`;
      const variable = pathTitle(definition, performer.organisation, locale);
      return ru ? `Задача у роли «${role}» в организации из «${variable}»` : `The task is for the role "${role}" in the organisation that "${variable}" names`;
    }
    case 'reference': {
      const variable = pathTitle(definition, performer.variable, locale);
      return ru ? `Исполнитель указан в «${variable}»` : `The performer is named in "${variable}"`;
    }
    case 'invite': return ru ? 'Задача у того, кому отправлена личная ссылка' : 'The task is for whoever was sent a personal link';
    case 'starter': return ru ? 'Задача у того, кто начал дело' : 'The task is for whoever started the case';
    case 'superior': {
      const role = titleIn(titles.role?.(performer.role), performer.role, locale);
      return ru ? `Задача у роли «${role}» в вышестоящей организации` : `The task is for the role "${role}" in the organisation above`;
    }
  }
}

function explainDue(definition: ProcessDefinition, due: Json, titles: TitleLookup): readonly Sentence[] {
  if (due === null || typeof due !== 'object' || Array.isArray(due)) return [];
  const fact = due as unknown as DueFact;
  const moment = sentence((locale) => {
    const term = termText(definition, fact.term, locale);
    const calendar = titleIn(titles.calendar?.(fact.calendar), fact.calendar, locale);
    return locale === 'ru'
      ? `Срок: ${term} — по ${dateText(fact.localDate, locale)} включительно, календарь «${calendar}», часовой пояс ${fact.timeZone}`
      : `Due: ${term}, up to and including ${dateText(fact.localDate, locale)}, calendar "${calendar}", time zone ${fact.timeZone}`;
  });
  return [moment, ...fact.warnings.map(({ code, subject }) => sentence((locale) => warningText(code, subject, locale)))];
}

function termText(definition: ProcessDefinition, term: TermExpression, locale: Locale): string {
  if ('workingDays' in term) {
    if (term.workingDays === 0) return locale === 'ru' ? 'в тот же рабочий день' : 'the same working day';
    return counted(term.workingDays, locale, ['рабочий день', 'рабочих дня', 'рабочих дней'], ['working day', 'working days']);
  }
  if ('calendarDays' in term) return counted(term.calendarDays, locale, ['календарный день', 'календарных дня', 'календарных дней'], ['calendar day', 'calendar days']);
  if ('duration' in term) return locale === 'ru' ? `длительность ${term.duration}` : `a duration of ${term.duration}`;
  if ('variable' in term.date) {
    const variable = pathTitle(definition, term.date.variable, locale);
    return locale === 'ru' ? `дата из «${variable}»` : `the date in "${variable}"`;
  }
  return locale === 'ru' ? 'дата, заданная процессом' : 'the date that the process sets';
}

function warningText(code: string, subject: string, locale: Locale): string {
  const ru = locale === 'ru';
  if (code === 'calendar.nonWorkingDay') return ru ? `${dateText(subject, locale)} — нерабочий день` : `${dateText(subject, locale)} is not a working day`;
  if (code === 'calendar.preliminaryYear') return ru ? `Календарь на ${subject} год предварительный: срок может сдвинуться` : `The calendar of ${subject} is preliminary: the due date may move`;
  return ru ? `Календаря на ${subject} год ещё нет: срок предварительный` : `There is no calendar of ${subject} yet: the due date is preliminary`;
}

function explainPath(definition: ProcessDefinition, path: Json): readonly Sentence[] {
  if (!Array.isArray(path)) return [];
  return (path as unknown as readonly PathStep[]).flatMap((step) => stepSentence(definition, step) ?? []);
}

/** Says one step of the way; a step that decided nothing (a start, a join, a service) is not worth a sentence. */
export function stepSentence(definition: ProcessDefinition, { node: key, flow }: PathStep): Sentence | null {
  const node: FlowNode | undefined = definition.nodes[key];
  if (!node || flow === null) return null;
  if (typeof flow === 'number') {
    if (node.type === 'eventBasedGateway') return firstEventSentence(definition, node, flow);
    if ((node.type !== 'exclusiveGateway' && node.type !== 'inclusiveGateway') || node.flows.length === 1) return null;
    const taken = node.flows[flow];
    return sentence((locale) => {
      const name = wayTitle(definition, taken, flow, locale);
      const where = titleIn(node.title, key, locale);
      return locale === 'ru' ? `На развилке «${where}» выбран путь «${name}»` : `At "${where}" the way "${name}" was taken`;
    });
  }
  const event = 'on' in node ? node.on?.find((candidate) => `on/${candidate.key}` === flow) : undefined;
  return sentence((locale) => {
    const where = titleIn(node.title, key, locale);
    if (event) {
      const what = titleIn(event.title, event.key, locale);
      return locale === 'ru' ? `На шаге «${where}» сработало «${what}»` : `"${what}" happened at "${where}"`;
    }
    const outcome = 'outcomes' in node ? (node.outcomes as { readonly [key: string]: { readonly title: Sentence | string } | undefined } | undefined)?.[flow.split('>')[0] ?? flow] : undefined;
    const title = titleIn(outcome?.title, flow, locale);
    const back = flow.split('>')[1];
    if (back !== undefined) {
      const step = titleIn(definition.nodes[back]?.title, back, locale);
      return locale === 'ru' ? `Шаг «${where}» завершён с решением «${title}», возврат на «${step}»` : `"${where}" ended with "${title}", back to "${step}"`;
    }
    return locale === 'ru' ? `Шаг «${where}» завершён с решением «${title}»` : `"${where}" ended with "${title}"`;
  });
}

function firstEventSentence(definition: ProcessDefinition, { flows }: EventBasedGateway, flow: number): Sentence {
  const taken = flows[flow];
  return sentence((locale) => {
    const what = titleIn(taken?.title ?? definition.nodes[taken?.to ?? '']?.title, taken?.to ?? String(flow + 1), locale);
    return locale === 'ru' ? `Первым наступило «${what}»` : `"${what}" came first`;
  });
}

/** A way without a title of its own goes by that of the step to which it leads. */
function wayTitle(definition: ProcessDefinition, taken: { readonly to: string; readonly title?: LocalizedText; readonly default?: boolean } | undefined, flow: number, locale: Locale): string {
  if (taken?.title === undefined && taken?.default === true) return locale === 'ru' ? 'по умолчанию' : 'the default';
  return titleIn(taken?.title ?? definition.nodes[taken?.to ?? '']?.title, String(flow + 1), locale);
}
