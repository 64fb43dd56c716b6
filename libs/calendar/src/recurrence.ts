import type { Recurrence } from '@reglament/contracts';
import type { CompiledCalendar } from './compile-calendar.js';
import { isWorking, stepWorkingDays } from './day-count.js';
import { localDay, parseMoment, type Shift } from './due-moment.js';
import { dayNumberOf, MS_PER_DAY, weekdayOf, type DayNumber } from './iso-date.js';
import { toUtcMs } from './time-zone.js';

/** What comes round, and when on that day: `at` as `HH:MM` by the calendar's wall clock (default 09:00), `shift` as of a term (default: next). */
export interface Occurrences { readonly recurrence: Recurrence; readonly at?: string; readonly shift?: Shift }

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type Weekday = (typeof WEEKDAYS)[number];
/** Longest run of days off that a shift may cross, with room: twelve days in January of 2026. */
const SHIFT_REACH = 31;

/** The last moment of the recurrence that is not after `moment` (UTC, ISO 8601); null where `moment` is none. */
export function lastOccurrence(rule: Occurrences, moment: string, calendar: CompiledCalendar): string | null {
  const limit = parseMoment(moment);
  if (limit === undefined) return null;
  const past = momentsAround(rule, limit, calendar).filter((ms) => ms <= limit);
  return past.length === 0 ? null : new Date(Math.max(...past)).toISOString();
}

/** The first moment of the recurrence after `moment`. */
export function nextOccurrence(rule: Occurrences, moment: string, calendar: CompiledCalendar): string | null {
  const limit = parseMoment(moment);
  if (limit === undefined) return null;
  const coming = momentsAround(rule, limit, calendar).filter((ms) => ms > limit);
  return coming.length === 0 ? null : new Date(Math.min(...coming)).toISOString();
}

/** Every moment within one period, and the reach of a shift, on both sides. */
function momentsAround({ recurrence, at = '09:00', shift = 'next' }: Occurrences, around: number, calendar: CompiledCalendar): number[] {
  const [hours = 9, minutes = 0] = at.split(':').map(Number);
  return daysAround(recurrence, localDay(around, calendar), calendar)
    .map((day) => toUtcMs(shifted(day, shift, calendar) * MS_PER_DAY + (hours * 60 + minutes) * 60_000, calendar.timeZone));
}

/** Two periods back: a shift can bring the last occurrence but one to the other side of today. */
const YEARS = [-2, -1, 0, 1, 2] as const;
const MONTHS = [-3, -2, -1, 0, 1, 2, 3] as const;

function daysAround(recurrence: Recurrence, today: DayNumber, calendar: CompiledCalendar): readonly DayNumber[] {
  const at = new Date(today * MS_PER_DAY);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + 1];
  switch (recurrence.every) {
    case 'workingDay': return runOfDays(today, 1 + SHIFT_REACH).filter((day) => isWorking(calendar, day) === true);
    case 'week': return runOfDays(today, 7 + SHIFT_REACH).filter((day) => WEEKDAYS[weekdayOf(day)] === recurrence.weekday);
    case 'month': return MONTHS.map((n) => dayInMonth(recurrence, year, month + n));
    case 'year': return YEARS.map((n) => dayInMonth(recurrence, year + n, recurrence.month));
  }
}

function runOfDays(around: DayNumber, reach: number): readonly DayNumber[] {
  return Array.from({ length: 2 * reach + 1 }, (_, i) => around - reach + i);
}

/** A day that the month does not have is its last; `nth` -1 is the last such weekday. `month` may lie beyond the year (1–12) on either side. */
function dayInMonth(rule: { readonly day: number } | { readonly weekday: Weekday; readonly nth: number }, year: number, month: number): DayNumber {
  const [first, next] = [dayNumberOf(year, month, 1), dayNumberOf(year, month + 1, 1)];
  if ('day' in rule) return Math.min(first + rule.day - 1, next - 1);
  const from = rule.nth === -1 ? next - 7 : first + (rule.nth - 1) * 7;
  return from + ((WEEKDAYS.indexOf(rule.weekday) - weekdayOf(from) + 7) % 7);
}

/** A year that lies beyond every calendar moves nothing. */
function shifted(day: DayNumber, shift: Shift, calendar: CompiledCalendar): DayNumber {
  if (shift === 'keep' || isWorking(calendar, day) !== false) return day;
  const moved = stepWorkingDays(calendar, day, shift === 'next' ? 1 : -1);
  return typeof moved === 'number' ? moved : day;
}
