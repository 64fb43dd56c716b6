import type { Journal } from '@reglament/contracts';
import { splitDate } from '../russian/dates.js';

/**
 * The period of a journal to which a day of registration belongs, as its first day `YYYY-MM-DD`; `all` for a journal that is never
 * reset. Numbers are unique per journal, period, number and suffix.
 *
 * An office whose year starts on 1 September puts 31.08.2026 into `2025-09-01`. A reset on the 29th of February falls on the 28th in
 * other years.
 */
export function journalPeriod(journal: Pick<Journal, 'reset'>, date: string): string {
  const { reset } = journal;
  if (reset.type === 'never') return 'all';
  const { year } = splitDate(date);
  const start = resetDay(year, reset);
  return date >= start ? start : resetDay(year - 1, reset);
}

function resetDay(year: number, { month, day }: { month: number; day: number }): string {
  const last = [31, (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

/** The year that a number of this day shows: the calendar year in which the period began. */
export function journalYear(journal: Pick<Journal, 'reset'>, date: string): number {
  const period = journalPeriod(journal, date);
  return Number((period === 'all' ? date : period).slice(0, 4));
}
