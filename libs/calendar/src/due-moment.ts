import type { CompiledCalendar } from './compile-calendar.js';
import { isWorking, keptDayWarnings, noCalendar, yearWarnings, stepWorkingDays, type CalendarWarning, type NoCalendar } from './day-count.js';
import { isoDateOf, MS_PER_DAY, parseIsoDate, yearOf, type DayNumber } from './iso-date.js';
import { addCalendarPart, parseIsoDuration } from './iso-duration.js';
import { toLocalMs, toUtcMs } from './time-zone.js';

/**
 * How long something may take. `shift` says where a calendar term goes whose last day is not worked: to the next working day
 * (Civil Code of Russia, art. 193; the default of calendar days), to the one before, or nowhere (the default of a given date).
 */
export type Term =
  | { readonly workingDays: number }
  | { readonly calendarDays: number; readonly shift?: Shift }
  | { readonly duration: string }
  | { readonly date: string; readonly shift?: Shift };

export type Shift = 'next' | 'previous' | 'keep';

/** A moment, with all that is needed to show it and to find it again when the calendar changes. */
export interface DueMoment {
  readonly kind: 'due';
  /** UTC, ISO 8601 with milliseconds. */
  readonly at: string;
  /** The civil date in `timeZone`. */
  readonly localDate: string;
  readonly timeZone: string;
  readonly calendarId: string;
  readonly calendarHash: string;
  readonly warnings: readonly CalendarWarning[];
}

/** The term or the moment is not one: `found` is what was given. */
export interface InvalidTerm {
  readonly kind: 'invalidTerm';
  readonly found: string;
}

export type DueAnswer = DueMoment | NoCalendar | InvalidTerm;

const MINUTE = 60_000;
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(9999, 11, 1);

/**
 * When a term that starts at `from` (ISO 8601 with zone or Z) ends. Days: what happens after the end of the working day counts as the
 * next day's; counting starts with the day after; the term ends at the end of the last day, in the calendar's zone. `workingDays: 0`
 * is the end of the same day, or of the next working day. Durations: calendar units by the wall clock, hours and less as elapsed time.
 * A given date ends at the end of its working day, whatever day it is, or of the working day to which `shift` moves it; a warning
 * names the date when it is not worked.
 */
export function dueMoment(term: Term, from: string, calendar: CompiledCalendar): DueAnswer {
  const fromMs = parseMoment(from);
  if (fromMs === undefined) return invalidTerm(from);
  if ('workingDays' in term) return dueInWorkingDays(term.workingDays, fromMs, calendar);
  if ('calendarDays' in term) return dueInCalendarDays(term.calendarDays, term.shift ?? 'next', fromMs, calendar);
  if ('duration' in term) return dueInDuration(term.duration, fromMs, calendar, 1);
  const day = parseIsoDate(term.date);
  if (day === undefined) return invalidTerm(term.date);
  return dueAtDate(day, term.shift ?? 'keep', calendar);
}

/** UTC milliseconds of an ISO 8601 moment of the years 1900–9999; undefined for anything else. */
export function parseMoment(text: string): number | undefined {
  const ms = Date.parse(text);
  return isWithinReach(ms) ? ms : undefined;
}

function isWithinReach(ms: number): boolean {
  return ms >= EARLIEST && ms <= LATEST;
}

/** The civil day as which a moment counts: the next one after the end of the working day. */
export function countedDay(utcMs: number, calendar: CompiledCalendar): DayNumber {
  const localMs = toLocalMs(utcMs, calendar.timeZone);
  const day = Math.floor(localMs / MS_PER_DAY);
  return localMs - day * MS_PER_DAY > calendar.dayEnd * MINUTE ? day + 1 : day;
}

/** The civil day that the wall clock shows. */
export function localDay(utcMs: number, calendar: CompiledCalendar): DayNumber {
  return Math.floor(toLocalMs(utcMs, calendar.timeZone) / MS_PER_DAY);
}

function dueInWorkingDays(count: number, fromMs: number, calendar: CompiledCalendar): DueAnswer {
  if (!Number.isInteger(count) || count < 0) return invalidTerm(String(count));
  const start = countedDay(fromMs, calendar);
  const day = stepWorkingDays(calendar, start, count);
  return typeof day === 'number' ? dueAtEndOf(day, calendar, yearWarnings(calendar, start, day)) : day;
}

function dueInCalendarDays(count: number, shift: Shift, fromMs: number, calendar: CompiledCalendar): DueAnswer {
  if (!Number.isInteger(count) || count < 0) return invalidTerm(String(count));
  const last = countedDay(fromMs, calendar) + count;
  if (last > LATEST / MS_PER_DAY) return invalidTerm(String(count));
  if (shift === 'keep') return dueAtEndOf(last, calendar, keptDayWarnings(calendar, last));
  const working = isWorking(calendar, last);
  if (working === undefined) return noCalendar(calendar, yearOf(last));
  const day = working ? last : stepWorkingDays(calendar, last, shift === 'next' ? 1 : -1);
  return typeof day === 'number' ? dueAtEndOf(day, calendar, yearWarnings(calendar, last, day)) : day;
}

/** A year that nobody has published moves nothing: the date was given, so it stands, with its warning. */
function dueAtDate(date: DayNumber, shift: Shift, calendar: CompiledCalendar): DueAnswer {
  const kept = keptDayWarnings(calendar, date);
  if (shift === 'keep' || isWorking(calendar, date) !== false) return dueAtEndOf(date, calendar, kept);
  const day = stepWorkingDays(calendar, date, shift === 'next' ? 1 : -1);
  if (typeof day !== 'number') return dueAtEndOf(date, calendar, kept);
  const rest = kept.filter(({ code }) => code === 'calendar.nonWorkingDay');
  return dueAtEndOf(day, calendar, [...yearWarnings(calendar, date, day), ...rest]);
}

/** @internal `sign` −1 counts back, for reminders before a due moment. */
export function dueInDuration(text: string, fromMs: number, calendar: CompiledCalendar, sign: 1 | -1): DueAnswer {
  const duration = parseIsoDuration(text);
  if (!duration) return invalidTerm(text);
  let ms = fromMs;
  if (duration.months !== 0 || duration.days !== 0) {
    const localMs = addCalendarPart(toLocalMs(fromMs, calendar.timeZone), duration, sign);
    if (!isWithinReach(localMs)) return invalidTerm(text);
    ms = toUtcMs(localMs, calendar.timeZone);
  }
  ms += sign * duration.ms;
  return isWithinReach(ms) ? dueAt(ms, calendar, []) : invalidTerm(text);
}

/** @internal */
export function dueAtMinutes(day: DayNumber, minutes: number, calendar: CompiledCalendar, warnings: readonly CalendarWarning[]): DueMoment {
  return dueMomentOf(toUtcMs(day * MS_PER_DAY + minutes * MINUTE, calendar.timeZone), day, calendar, warnings);
}

/** @internal */
export function dueAt(ms: number, calendar: CompiledCalendar, warnings: readonly CalendarWarning[]): DueMoment {
  return dueMomentOf(ms, localDay(ms, calendar), calendar, warnings);
}

/** @internal */
export function invalidTerm(found: string): InvalidTerm {
  return { kind: 'invalidTerm', found: found.slice(0, 100) };
}

function dueAtEndOf(day: DayNumber, calendar: CompiledCalendar, warnings: readonly CalendarWarning[]): DueMoment {
  return dueAtMinutes(day, calendar.dayEnd, calendar, warnings);
}

function dueMomentOf(ms: number, day: DayNumber, calendar: CompiledCalendar, warnings: readonly CalendarWarning[]): DueMoment {
  return {
    kind: 'due', at: new Date(ms).toISOString(), localDate: isoDateOf(day),
    timeZone: calendar.timeZone, calendarId: calendar.id, calendarHash: calendar.hash, warnings,
  };
}
