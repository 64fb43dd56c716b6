import type { LocalDate, Period } from './facts.js';

/** Whether the date lies in the period, ends included. */
export function holdsOn(period: Period, date: LocalDate): boolean {
  return (period.from === null || period.from <= date) && (period.to === null || date <= period.to);
}
