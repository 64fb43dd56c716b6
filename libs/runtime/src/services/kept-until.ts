import type { Retention } from '@reglament/contracts';

/**
 * The last day on which a document must be kept. A term in years runs from 1 January of the year after that in which the file was closed
 * (the rule of the archives for every dated term of storage): 5 years of what was filed in 2026 end with 31.12.2031.
 *
 * @param filedOn calendar date of the filing.
 * @returns calendar date; null: without end, or the kind gives no term.
 */
export function keptUntil(retention: Retention | null, filedOn: string): string | null {
  if (retention?.type !== 'years') return null;
  return `${Number(filedOn.slice(0, 4)) + retention.years}-12-31`;
}
