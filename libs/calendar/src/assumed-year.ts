import { compileYear, type CompiledCalendar, type CompiledYear } from './compile-calendar.js';
import { dayNumberOf, isoDateOf } from './iso-date.js';

/** Years from the nearest listed one that are assumed: no office sets a term beyond, and each costs a table of days. */
const REACH = 100;

/** Made when they are first asked for; a calendar is immutable, so they never grow stale. */
const assumed = new WeakMap<CompiledCalendar, Map<number, CompiledYear>>();

/**
 * A year of the calendar. One that nobody has published yet is assumed: the usual week, with the holidays of the nearest year that is
 * listed, without its moved days. A term that touches it is preliminary, and says so (`yearWarnings`). Undefined a hundred years off, and
 * for a calendar that lists none.
 */
export function yearIn(calendar: CompiledCalendar, year: number): CompiledYear | undefined {
  const listed = calendar.years.get(year);
  if (listed) return listed;
  const nearest = nearestYear(calendar, year);
  if (nearest === undefined || Math.abs(nearest - year) > REACH) return undefined;
  const known = assumed.get(calendar) ?? new Map<number, CompiledYear>();
  assumed.set(calendar, known);
  const made = known.get(year) ?? compileYear(year, { status: 'preliminary', days: holidaysOf(calendar, nearest, year) }, calendar.week);
  known.set(year, made);
  return made;
}

function nearestYear(calendar: CompiledCalendar, year: number): number | undefined {
  return [...calendar.years.keys()].sort((a, b) => Math.abs(a - year) - Math.abs(b - year))[0];
}

function holidaysOf(calendar: CompiledCalendar, listed: number, year: number): { readonly [date: string]: { readonly kind: 'holiday' } } {
  const kinds = [...(calendar.years.get(listed)?.kinds ?? [])];
  return Object.fromEntries(kinds.filter(([, kind]) => kind === 'holiday').map(([day]) => {
    const [, month, date] = isoDateOf(day).split('-').map(Number);
    return [isoDateOf(dayNumberOf(year, month as number, date as number)), { kind: 'holiday' as const }];
  }));
}
