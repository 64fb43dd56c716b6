import type { CompiledCalendar } from './compile-calendar.js';
import { isWorking, noCalendar, yearWarnings, stepWorkingDays, type NoCalendar } from './day-count.js';
import { dueAt, dueAtMinutes, dueInDuration, invalidTerm, localDay, parseMoment, type DueAnswer, type Term } from './due-moment.js';
import { yearOf, type DayNumber } from './iso-date.js';

/**
 * When to remind of a due moment: `{ workingDays: 5 }` is the start of the fifth working day before the due day, `{ workingDays: 0 }`
 * the start of the due day itself (of the working day before it, when the due day is not worked). Never later than the due moment.
 * The answer may lie before the term began: the caller leaves such a reminder out.
 */
export function beforeDue(dueAtUtc: string, term: Term, calendar: CompiledCalendar): DueAnswer {
  return aroundDue(dueAtUtc, term, calendar, -1);
}

/**
 * When something overdue is told: `{ workingDays: 1 }` is the start of the first working day after the due day. Calendar days that end
 * on a day of rest go to the next working day. Never earlier than the due moment.
 */
export function afterDue(dueAtUtc: string, term: Term, calendar: CompiledCalendar): DueAnswer {
  return aroundDue(dueAtUtc, term, calendar, 1);
}

function aroundDue(dueAtUtc: string, term: Term, calendar: CompiledCalendar, sign: 1 | -1): DueAnswer {
  const dueMs = parseMoment(dueAtUtc);
  if (dueMs === undefined) return invalidTerm(dueAtUtc);
  if ('duration' in term) return dueInDuration(term.duration, dueMs, calendar, sign);
  if ('date' in term) return invalidTerm(term.date);
  const dueDay = localDay(dueMs, calendar);
  const day = 'workingDays' in term
    ? workingDayAt(calendar, dueDay, term.workingDays, sign)
    : nearestWorkingDay(calendar, dueDay + sign * term.calendarDays, term.shift ?? (sign > 0 ? 'next' : 'previous'));
  if (typeof day !== 'number') return day;
  const warnings = yearWarnings(calendar, dueDay, day);
  const moment = dueAtMinutes(day, calendar.dayStart, calendar, warnings);
  const crossed = sign * (Date.parse(moment.at) - dueMs) < 0;
  return crossed ? dueAt(dueMs, calendar, warnings) : moment;
}

function workingDayAt(calendar: CompiledCalendar, dueDay: DayNumber, count: number, sign: 1 | -1): DayNumber | NoCalendar {
  return count === 0 ? nearestWorkingDay(calendar, dueDay, sign > 0 ? 'next' : 'previous') : stepWorkingDays(calendar, dueDay, sign * count);
}

function nearestWorkingDay(calendar: CompiledCalendar, day: DayNumber, shift: 'next' | 'previous' | 'keep'): DayNumber | NoCalendar {
  if (shift === 'keep') return day;
  const working = isWorking(calendar, day);
  if (working === undefined) return noCalendar(calendar, yearOf(day));
  return working ? day : stepWorkingDays(calendar, day, shift === 'next' ? 1 : -1);
}
