import type { CountedTerm, RestDays, Term } from '@reglament/calendar';
import type { Locale, LocalizedText } from '@reglament/contracts';
import { counted, dateText, sentence, titleIn, type Sentence } from './words.js';

/** Days of rest are named one by one up to so many; more of them are only counted, but for the holidays. */
const NAMED = 4;

const DAYS = {
  nominative: ['воскресенье', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота'],
  genitive: ['воскресенья', 'понедельника', 'вторника', 'среды', 'четверга', 'пятницы', 'субботы'],
  accusative: ['воскресенье', 'понедельник', 'вторник', 'среду', 'четверг', 'пятницу', 'субботу'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

/**
 * Tells a counted term as a person counts it with a calendar on the wall: from which day, over which days of rest, to which day.
 *
 * @param titleOf what the calendar calls a day (ISO date): its holiday.
 */
export function explainCount(term: Term, told: CountedTerm, titleOf: (date: string) => LocalizedText | undefined = () => undefined): readonly Sentence[] {
  const sentences: Sentence[] = [];
  if (told.afterHours && told.from !== null) {
    const { from } = told;
    sentences.push(sentence((locale) => (locale === 'ru' ? `Началось после конца рабочего дня, поэтому день отсчёта — ${day(from, 'nominative')}` : `It began after hours, so it counts from ${day(from, 'en')}`)));
  }
  sentences.push(...countSentence(term, told));
  const moved = told.ends !== told.to;
  if (moved) {
    sentences.push(sentence((locale) => (locale === 'ru'
      ? `${day(told.ends, 'nominative', true)} — нерабочий день: ${restText(told.rest, titleOf, locale)}; срок перенесён на ${day(told.to, 'accusative')}`
      : `${day(told.ends, 'en')} is not worked: ${restText(told.rest, titleOf, locale)}; the term moves to ${day(told.to, 'en')}`)));
  } else if (told.rest.length > 0) {
    sentences.push(sentence((locale) => (locale === 'ru' ? `Не считались: ${restText(told.rest, titleOf, locale)}` : `Not counted: ${restText(told.rest, titleOf, locale)}`)));
  }
  if (told.worked.length > 0) {
    sentences.push(sentence((locale) => (locale === 'ru' ? `Рабочие по переносу: ${told.worked.map((date) => day(date, 'nominative')).join(', ')}` : `Made working days: ${told.worked.map((date) => day(date, 'en')).join(', ')}`)));
  }
  return sentences;
}

function countSentence(term: Term, { from, ends }: CountedTerm): readonly Sentence[] {
  if (from === null) return [];
  const working = 'workingDays' in term;
  const count = working ? term.workingDays : 'calendarDays' in term ? term.calendarDays : 0;
  if (count === 0) return [sentence((locale) => (locale === 'ru' ? `Отсчёт: в тот же день, ${day(from, 'nominative')}` : `Counted: the same day, ${day(from, 'en')}`))];
  return [sentence((locale) => {
    const days = working
      ? counted(count, locale, ['рабочий день', 'рабочих дня', 'рабочих дней'], ['working day', 'working days'])
      : counted(count, locale, ['календарный день', 'календарных дня', 'календарных дней'], ['calendar day', 'calendar days']);
    return locale === 'ru' ? `Отсчёт: ${days} после ${day(from, 'genitive')}, последний — ${day(ends, 'nominative')}` : `Counted: ${days} after ${day(from, 'en')}, the last is ${day(ends, 'en')}`;
  })];
}

function restText(rest: readonly RestDays[], titleOf: (date: string) => LocalizedText | undefined, locale: Locale): string {
  const usual = rest.filter(({ kind }) => kind === 'week');
  if (usual.length <= NAMED) return rest.map((run) => runText(run, titleOf, locale)).join(', ');
  const days = usual.reduce((sum, run) => sum + run.days, 0);
  const all = counted(days, locale, ['выходной', 'выходных', 'выходных'], ['day of a weekend', 'days of weekends']);
  return [all, ...rest.filter(({ kind }) => kind !== 'week').map((run) => runText(run, titleOf, locale))].join(', ');
}

function runText({ from, to, days, kind }: RestDays, titleOf: (date: string) => LocalizedText | undefined, locale: Locale): string {
  const when = from === to ? dateText(from, locale) : locale === 'en' ? `${from} to ${to}` : spanText(from, to);
  const many = days > 1;
  if (kind === 'week') return locale === 'ru' ? `${when} (${many ? 'выходные' : 'выходной'})` : `${when} (weekend)`;
  if (kind === 'off') return locale === 'ru' ? `${when} (${many ? 'перенесённые выходные' : 'перенесённый выходной'})` : `${when} (day${many ? 's' : ''} off moved there)`;
  const title = titleOf(from);
  const name = title !== undefined && titleOf(to) !== undefined && titleIn(titleOf(to), '', locale) === titleIn(title, '', locale) ? titleIn(title, '', locale) : null;
  if (locale === 'ru') return `${when} (${many ? 'праздники' : 'праздник'}${name === null ? '' : ` «${name}»`})`;
  return `${when} (holiday${many ? 's' : ''}${name === null ? '' : ` "${name}"`})`;
}

/** 21–22.11.2026, 30.04–02.05.2026: what the ends share is written once. */
function spanText(from: string, to: string): string {
  const [first, last] = [dateText(from, 'ru'), dateText(to, 'ru')];
  if (from.slice(0, 7) === to.slice(0, 7)) return `${first.slice(0, 2)}–${last}`;
  return from.slice(0, 4) === to.slice(0, 4) ? `${first.slice(0, 5)}–${last}` : `${first}–${last}`;
}

function day(iso: string, form: keyof typeof DAYS, capital = false): string {
  const name = DAYS[form][new Date(`${iso}T00:00:00Z`).getUTCDay()] as string;
  return `${capital ? name.charAt(0).toUpperCase() + name.slice(1) : name} ${dateText(iso, form === 'en' ? 'en' : 'ru')}`;
}
