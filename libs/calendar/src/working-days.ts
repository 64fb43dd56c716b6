import type { CalendarDayKind } from '@reglament/contracts';
import { yearIn } from './assumed-year.js';
import type { CompiledCalendar } from './compile-calendar.js';
import { countWorkingDays, isWorking, noCalendar, yearWarnings, stepWorkingDays, type CalendarWarning, type NoCalendar } from './day-count.js';
import { isoDateOf, parseIsoDate, yearOf, type DayNumber } from './iso-date.js';

/** A date of the wrong shape where the caller had to give a right one: a fault, not an expected refusal. */
export class IsoDateError extends Error {
  readonly code = 'calendar.notADate';

  constructor(readonly found: string) {
    super(`Expected an ISO date (YYYY-MM-DD) that exists, found ${JSON.stringify(found.slice(0, 40))}`);
    this.name = 'IsoDateError';
  }
}

export type DayAnswer =
  | { readonly kind: 'day'; readonly working: boolean; readonly dayKind: CalendarDayKind | undefined; readonly warnings: readonly CalendarWarning[] }
  | NoCalendar;

export type DateAnswer = { readonly kind: 'date'; readonly date: string; readonly warnings: readonly CalendarWarning[] } | NoCalendar;

export type CountAnswer = { readonly kind: 'count'; readonly workingDays: number; readonly warnings: readonly CalendarWarning[] } | NoCalendar;

/** Whether `date` (YYYY-MM-DD) is worked; `dayKind` says how it differs from the week, if it does. */
export function isWorkingDay(date: string, calendar: CompiledCalendar): DayAnswer {
  const day = dayNumber(date);
  const working = isWorking(calendar, day);
  const year = yearOf(day);
  if (working === undefined) return noCalendar(calendar, year);
  return { kind: 'day', working, dayKind: yearIn(calendar, year)?.kinds.get(day), warnings: yearWarnings(calendar, day, day) };
}

/**
 * The `count`-th working day after `date`, before it when `count` is negative. 0 gives the date itself, or the next working day
 * when it is not worked: the answer is always a working day.
 */
export function addWorkingDays(date: string, count: number, calendar: CompiledCalendar): DateAnswer {
  const day = dayNumber(date);
  const found = stepWorkingDays(calendar, day, count);
  if (typeof found !== 'number') return found;
  return { kind: 'date', date: isoDateOf(found), warnings: yearWarnings(calendar, day, found) };
}

/**
 * Working days from one date to another: the first not counted, the last counted. Negative when `to` is earlier, so that
 * `addWorkingDays(from, workingDaysBetween(from, to))` is `to` whenever `to` is worked and is not `from`.
 */
export function workingDaysBetween(from: string, to: string, calendar: CompiledCalendar): CountAnswer {
  const first = dayNumber(from);
  const last = dayNumber(to);
  const count = last >= first ? countWorkingDays(calendar, first + 1, last + 1) : countWorkingDays(calendar, last, first);
  if (typeof count !== 'number') return count;
  return { kind: 'count', workingDays: last >= first ? count : -count, warnings: yearWarnings(calendar, first, last) };
}

function dayNumber(date: string): DayNumber {
  const day = parseIsoDate(date);
  if (day === undefined) throw new IsoDateError(date);
  return day;
}
