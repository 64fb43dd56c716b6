import type { CompiledCalendar } from './compile-calendar.js';
import { countWorkingDays, type NoCalendar } from './day-count.js';
import { countedDay, dueMoment, invalidTerm, localDay, parseMoment, type DueAnswer, type InvalidTerm, type Term } from './due-moment.js';
import { isoDurationOf } from './iso-duration.js';

/** What is left of a term that stops running: itself a term, which runs again from the moment of resumption. */
export type Remaining =
  | { readonly kind: 'remaining'; readonly term: Term }
  /** The due moment had passed already: stopping does not give time back. */
  | { readonly kind: 'overdue'; readonly dueAt: string }
  | NoCalendar
  | InvalidTerm;

/**
 * What is left of a term when its case is suspended at `at`, in the unit of the term that it came from: working days for working
 * days, and so on. A fixed date does not run, so it is left as it is.
 */
export function remaining(dueAtUtc: string, at: string, calendar: CompiledCalendar, term: Term = { workingDays: 0 }): Remaining {
  const dueMs = parseMoment(dueAtUtc);
  const atMs = parseMoment(at);
  if (dueMs === undefined) return invalidTerm(dueAtUtc);
  if (atMs === undefined) return invalidTerm(at);
  if ('date' in term) return { kind: 'remaining', term };
  if (atMs > dueMs) return { kind: 'overdue', dueAt: dueAtUtc };
  if ('duration' in term) return { kind: 'remaining', term: { duration: isoDurationOf(dueMs - atMs) } };
  const from = countedDay(atMs, calendar);
  const to = localDay(dueMs, calendar);
  if ('calendarDays' in term) return { kind: 'remaining', term: { ...term, calendarDays: Math.max(0, to - from) } };
  const count = countWorkingDays(calendar, from + 1, to + 1);
  return typeof count === 'number' ? { kind: 'remaining', term: { workingDays: count } } : count;
}

/** When a suspended term ends that resumes at `at`: its remainder runs from there; an overdue one keeps the due moment it missed. */
export function resumeFrom(left: Extract<Remaining, { kind: 'remaining' | 'overdue' }>, at: string, calendar: CompiledCalendar): DueAnswer {
  if (left.kind === 'remaining') return dueMoment(left.term, at, calendar);
  return dueMoment({ duration: 'PT0S' }, left.dueAt, calendar);
}
