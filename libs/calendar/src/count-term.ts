import { yearIn } from './assumed-year.js';
import type { CompiledCalendar } from './compile-calendar.js';
import { isWorking } from './day-count.js';
import { countedDay, dueMoment, localDay, parseMoment, type Term } from './due-moment.js';
import { isoDateOf, parseIsoDate, yearOf, type DayNumber } from './iso-date.js';

/** Days in a row that are not worked for the same reason: the week has them off, they are holidays, or days off that an act moved there. */
export interface RestDays { readonly from: string; readonly to: string; readonly days: number; readonly kind: 'week' | 'holiday' | 'off' }

/** How a term was counted, day by day: what a person with a calendar on the wall would say. Dates are ISO, in the calendar's zone. */
export interface CountedTerm {
  /** The day after which counting starts; null for a date that was given. */
  readonly from: string | null;
  /** What began the term happened after the end of a working day, so it counts as `from`, the day after. */
  readonly afterHours: boolean;
  /** Where the count alone ends; `to` is another day where this one is not worked and the term goes to the next or previous one that is. */
  readonly ends: string;
  readonly to: string;
  /** Days that were passed over: not counted, or not fit to be the last. In their order. */
  readonly rest: readonly RestDays[];
  /** Days of rest by the week that an act made working days, and that were counted as such. */
  readonly worked: readonly string[];
}

/**
 * Tells how `dueMoment` counted the same term from the same moment (ISO 8601). Null where no days are counted (durations), where the term
 * cannot be, and where the calendar does not reach.
 */
export function countTerm(term: Term, from: string, calendar: CompiledCalendar): CountedTerm | null {
  const fromMs = parseMoment(from);
  const due = dueMoment(term, from, calendar);
  if (fromMs === undefined || due.kind !== 'due' || 'duration' in term) return null;
  const to = parseIsoDate(due.localDate) as DayNumber;
  if ('date' in term) return { from: null, afterHours: false, ends: term.date, to: due.localDate, rest: movedOver(calendar, parseIsoDate(term.date) as DayNumber, to), worked: [] };
  const start = countedDay(fromMs, calendar);
  const told = { from: isoDateOf(start), afterHours: start !== localDay(fromMs, calendar), to: due.localDate };
  if ('calendarDays' in term) {
    const ends = start + term.calendarDays;
    return { ...told, ends: isoDateOf(ends), rest: movedOver(calendar, ends, to), worked: [] };
  }
  // Without days to count the day itself is the last one, unless it is a day of rest.
  const first = term.workingDays === 0 ? start : start + 1;
  const days = Array.from({ length: to - first + 1 }, (_, i) => first + i);
  return {
    ...told, ends: due.localDate, rest: restAmong(calendar, days.filter((day) => isWorking(calendar, day) === false)),
    worked: days.filter((day) => kindOf(calendar, day) === 'working').map(isoDateOf),
  };
}

/** The days of rest because of which a term does not end on `ends` but on `to`. */
function movedOver(calendar: CompiledCalendar, ends: DayNumber, to: DayNumber): readonly RestDays[] {
  const first = to > ends ? ends : to + 1;
  return restAmong(calendar, Array.from({ length: Math.abs(to - ends) }, (_, i) => first + i));
}

function restAmong(calendar: CompiledCalendar, days: readonly DayNumber[]): readonly RestDays[] {
  const runs: { first: DayNumber; last: DayNumber; kind: RestDays['kind'] }[] = [];
  for (const day of days) {
    const found = kindOf(calendar, day);
    const kind = found === 'holiday' || found === 'off' ? found : 'week';
    const run = runs.at(-1);
    if (run?.last === day - 1 && run.kind === kind) run.last = day;
    else runs.push({ first: day, last: day, kind });
  }
  return runs.map(({ first, last, kind }) => ({ from: isoDateOf(first), to: isoDateOf(last), days: last - first + 1, kind }));
}

function kindOf(calendar: CompiledCalendar, day: DayNumber): string | undefined {
  return yearIn(calendar, yearOf(day))?.kinds.get(day);
}
