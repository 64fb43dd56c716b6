import type { Recurrence } from '@reglament/contracts';
import type { CompiledCalendar } from './compile-calendar.js';
import { isWorking, stepWorkingDays } from './day-count.js';
import { localDay, parseMoment, type Shift } from './due-moment.js';
import { dayNumberOf, MS_PER_DAY, weekdayOf, type DayNumber } from './iso-date.js';
import { toUtcMs } from './time-zone.js';

/** What comes round, and when on that day: `at` as `HH:MM` by the calendar's wall clock (default 09:00), `shift` as of a term (default: next). */
export interface Occurrences { readonly recurrence: Recurrence; readonly at?: string; readonly shift?: Shift }

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** Longest run of days off that a shift may cross, with room: twelve days in January of 2026. */
const SHIFT_REACH = 31;
const PERIOD: Readonly<Record<Recurrence['every'], number>> = { year: 366, month: 31, week: 7, workingDay: 1 };

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
  const today = localDay(around, calendar);
  const reach = PERIOD[recurrence.every] + SHIFT_REACH;
  const moments: number[] = [];
  for (let day = today - reach; day <= today + reach; day += 1) {
    if (!falls(recurrence, day, calendar)) continue;
    moments.push(toUtcMs(shifted(day, shift, calendar) * MS_PER_DAY + (hours * 60 + minutes) * 60_000, calendar.timeZone));
  }
  return moments;
}

function falls(recurrence: Recurrence, day: DayNumber, calendar: CompiledCalendar): boolean {
  switch (recurrence.every) {
    case 'workingDay': return isWorking(calendar, day) === true;
    case 'week': return WEEKDAYS[weekdayOf(day)] === recurrence.weekday;
    case 'month': {
      const { date, last } = partsOf(day);
      if ('day' in recurrence) return date === Math.min(recurrence.day, last);
      if (WEEKDAYS[weekdayOf(day)] !== recurrence.weekday) return false;
      return recurrence.nth === -1 ? date + 7 > last : Math.ceil(date / 7) === recurrence.nth;
    }
    case 'year': {
      const { month, date, last } = partsOf(day);
      return month === recurrence.month && date === Math.min(recurrence.day, last);
    }
  }
}

function partsOf(day: DayNumber): { readonly month: number; readonly date: number; readonly last: number } {
  const at = new Date(day * MS_PER_DAY);
  const month = at.getUTCMonth() + 1;
  return { month, date: at.getUTCDate(), last: dayNumberOf(at.getUTCFullYear(), month + 1, 1) - dayNumberOf(at.getUTCFullYear(), month, 1) };
}

/** A year that lies beyond every calendar moves nothing. */
function shifted(day: DayNumber, shift: Shift, calendar: CompiledCalendar): DayNumber {
  if (shift === 'keep' || isWorking(calendar, day) !== false) return day;
  const moved = stepWorkingDays(calendar, day, shift === 'next' ? 1 : -1);
  return typeof moved === 'number' ? moved : day;
}
