import { yearIn } from './assumed-year.js';
import type { CompiledCalendar } from './compile-calendar.js';
import { isoDateOf, yearOf, type DayNumber } from './iso-date.js';

/** The answer would lie more than a hundred years from every year that the calendar lists. A nearer one is assumed, with a warning. */
export interface NoCalendar {
  readonly kind: 'noCalendar';
  readonly calendarId: string;
  readonly year: number;
}

/** Something that people should know about an answer that stands. */
export interface CalendarWarning {
  readonly code: 'calendar.preliminaryYear' | 'calendar.yearMissing' | 'calendar.nonWorkingDay';
  /** The year, or for `nonWorkingDay` the ISO date. */
  readonly subject: string;
  readonly message: { readonly ru: string; readonly en: string };
}

export function noCalendar(calendar: CompiledCalendar, year: number): NoCalendar {
  return { kind: 'noCalendar', calendarId: calendar.id, year };
}

/** Whether the day is worked; undefined beyond every calendar. */
export function isWorking(calendar: CompiledCalendar, day: DayNumber): boolean | undefined {
  const year = yearIn(calendar, yearOf(day));
  return year && year.working[day - year.firstDay] === 1;
}

/**
 * The `count`-th working day strictly after `day` (before it when negative); for 0 the day itself, or the next working day
 * when it is not worked. Whole years are skipped by their totals.
 */
export function stepWorkingDays(calendar: CompiledCalendar, day: DayNumber, count: number): DayNumber | NoCalendar {
  if (count === 0) return isWorking(calendar, day) === true ? day : stepWorkingDays(calendar, day - 1, 1);
  const direction = count > 0 ? 1 : -1;
  let left = Math.abs(count);
  let at = day + direction;
  for (;;) {
    const yearNumber = yearOf(at);
    const year = yearIn(calendar, yearNumber);
    if (!year) return noCalendar(calendar, yearNumber);
    const remaining = direction > 0
      ? countIn(year.before, at - year.firstDay, year.length)
      : countIn(year.before, 0, at - year.firstDay + 1);
    if (remaining < left) {
      left -= remaining;
      at = direction > 0 ? year.firstDay + year.length : year.firstDay - 1;
      continue;
    }
    for (; ; at += direction) {
      if (year.working[at - year.firstDay] === 1 && --left === 0) return at;
    }
  }
}

/** Working days among `from ≤ day < to`. */
export function countWorkingDays(calendar: CompiledCalendar, from: DayNumber, to: DayNumber): number | NoCalendar {
  let total = 0;
  for (let at = from; at < to;) {
    const yearNumber = yearOf(at);
    const year = yearIn(calendar, yearNumber);
    if (!year) return noCalendar(calendar, yearNumber);
    const end = Math.min(to, year.firstDay + year.length);
    total += countIn(year.before, at - year.firstDay, end - year.firstDay);
    at = end;
  }
  return total;
}

/** Years that are told; a term that runs over more of them is no term any more. */
const TOLD_YEARS = 10;

/** A warning for every year between two days, either order, both included, that is preliminary or that nobody has published yet. */
export function yearWarnings(calendar: CompiledCalendar, one: DayNumber, other: DayNumber): CalendarWarning[] {
  const warnings: CalendarWarning[] = [];
  const last = yearOf(Math.max(one, other));
  for (let year = yearOf(Math.min(one, other)); year <= last && warnings.length < TOLD_YEARS; year++) {
    const listed = calendar.years.get(year);
    if (!listed) {
      warnings.push({
        code: 'calendar.yearMissing', subject: String(year),
        message: { ru: `Календаря на ${year} год ещё нет: дата предварительная`, en: `There is no calendar of ${year} yet: the date is preliminary` },
      });
    } else if (listed.preliminary) {
      warnings.push({
        code: 'calendar.preliminaryYear', subject: String(year),
        message: { ru: `Календарь на ${year} год предварительный: дата может измениться`, en: `The calendar of ${year} is preliminary: the date may move` },
      });
    }
  }
  return warnings;
}

/** For a date that is kept as given: says so when it is not worked. Of a year that nobody has published only that is said. */
export function keptDayWarnings(calendar: CompiledCalendar, day: DayNumber): CalendarWarning[] {
  const warnings = yearWarnings(calendar, day, day);
  if (calendar.years.has(yearOf(day)) && isWorking(calendar, day) === false) {
    warnings.push({
      code: 'calendar.nonWorkingDay', subject: isoDateOf(day),
      message: { ru: 'Срок приходится на нерабочий день', en: 'The term ends on a non-working day' },
    });
  }
  return warnings;
}

function countIn(before: Uint16Array, from: number, to: number): number {
  return (before[to] as number) - (before[from] as number);
}
