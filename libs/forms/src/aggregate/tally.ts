import type { Answer, Indicator, RowFields } from './answer.js';

/**
 * What has been counted of one indicator. Tallies of two groups of respondents add up to that of both (`addTallies`), in any order: that is
 * why numerators and denominators are kept apart, and no percentage is ever taken before the end.
 */
export interface Tally {
  readonly answered: number;
  readonly notApplicable: number;
  readonly numerator: number;
  readonly denominator: number;
  /** Lower and upper ends of ranges, and numbers, in order of size: what minimum, maximum and median are read from. */
  readonly lows: readonly number[];
  readonly highs: readonly number[];
  readonly sum: number;
  /** Who gave which value of yes or no, or of a choice. */
  readonly given: Readonly<Record<string, readonly string[]>>;
}

export const EMPTY_TALLY: Tally = { answered: 0, notApplicable: 0, numerator: 0, denominator: 0, lows: [], highs: [], sum: 0, given: {} };

/** Counts one row. A row without its figures counts as not answered; the form has judged the figures themselves. */
export function tallyOf(indicator: Indicator, who: string, row: Readonly<Record<string, unknown>>, fields: RowFields): Tally {
  if (row[fields.notApplicable] === true) return { ...EMPTY_TALLY, notApplicable: 1 };
  const counted = countedIn(indicator, who, row, fields);
  return counted === null ? EMPTY_TALLY : { ...EMPTY_TALLY, answered: 1, ...counted };
}

function countedIn({ type }: Indicator, who: string, row: Readonly<Record<string, unknown>>, fields: RowFields): Partial<Tally> | null {
  switch (type) {
    case 'ratio': {
      const [numerator, denominator] = [numberIn(row[fields.numerator]), numberIn(row[fields.denominator])];
      return numerator === null || denominator === null || denominator <= 0 ? null : { numerator, denominator };
    }
    case 'int': {
      const number = numberIn(row[fields.number]);
      return number === null ? null : { sum: number, lows: [number], highs: [number] };
    }
    case 'range': {
      const [low, high] = [numberIn(row[fields.min]), numberIn(row[fields.max])];
      return low === null || high === null ? null : { lows: [low], highs: [high] };
    }
    case 'bool': {
      const flag = row[fields.flag];
      return asChoice(typeof flag === 'boolean' ? (flag ? 'yes' : 'no') : flag, who);
    }
    case 'choice': return asChoice(row[fields.choice], who);
    case 'text': {
      const text = row[fields.text];
      return typeof text === 'string' && text.trim() !== '' ? {} : null;
    }
  }
}

function asChoice(value: unknown, who: string): Partial<Tally> | null {
  return typeof value === 'string' && value !== '' ? { given: { [value]: [who] } } : null;
}

function numberIn(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function addTallies(one: Tally, other: Tally): Tally {
  return {
    answered: one.answered + other.answered, notApplicable: one.notApplicable + other.notApplicable,
    numerator: one.numerator + other.numerator, denominator: one.denominator + other.denominator, sum: one.sum + other.sum,
    lows: merged(one.lows, other.lows), highs: merged(one.highs, other.highs), given: joined(one.given, other.given),
  };
}

function merged(one: readonly number[], other: readonly number[]): readonly number[] {
  if (one.length === 0) return other;
  return other.length === 0 ? one : [...one, ...other].sort((a, b) => a - b);
}

/** Object.fromEntries defines its names, so that an answer may be `__proto__`. */
function joined(one: Tally['given'], other: Tally['given']): Tally['given'] {
  const lists = new Map(Object.entries(one));
  for (const [value, who] of Object.entries(other)) lists.set(value, [...(lists.get(value) ?? []), ...who].sort());
  return Object.fromEntries([...lists].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Tallies of every indicator over the answers, by code. Rows of unknown codes are left out: they belong to another edition of the questions. */
export function tallyAnswers(indicators: readonly Indicator[], answers: readonly Answer[], fields: RowFields): ReadonlyMap<string, Tally> {
  const known = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const rows = new Map<string, Tally[]>(indicators.map(({ code }) => [code, []]));
  for (const { who, rows: given } of answers) {
    for (const row of given) {
      const indicator = known.get(String(row[fields.code]));
      if (indicator) rows.get(indicator.code)?.push(tallyOf(indicator, who, row, fields));
    }
  }
  return new Map([...rows].map(([code, tallies]) => [code, sumOf(tallies)]));
}

/** Halves are added up first: one by one, 5,000 sorted lists would be copied 5,000 times. */
function sumOf(tallies: readonly Tally[]): Tally {
  if (tallies.length <= 1) return tallies[0] ?? EMPTY_TALLY;
  const half = tallies.length >> 1;
  return addTallies(sumOf(tallies.slice(0, half)), sumOf(tallies.slice(half)));
}
