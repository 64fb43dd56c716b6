import type { IndicatorSum } from '@reglament/contracts';
import { ROW_FIELDS, type Answer, type Indicator, type RowFields } from './answer.js';
import { EMPTY_TALLY, tallyAnswers, type Tally } from './tally.js';

export interface AggregateOptions {
  /** How many were asked; who has not answered is absent. Default: as many as answered. */
  readonly asked?: number;
  readonly fields?: RowFields;
  /** Figures of fewer answers than this are not told: in a small group a sum points at its members. Default: 0, everything is told. */
  readonly hideBelow?: number;
}

/** What all answers together say of one indicator: what a summary shows of it, so it is said once. */
export type Aggregate = IndicatorSum;

/** What was answered, per indicator and in the order of the indicators: never per answer, so that it stays small with any number of them. */
export function aggregate(indicators: readonly Indicator[], answers: readonly Answer[], options: AggregateOptions = {}): readonly Aggregate[] {
  const tallies = tallyAnswers(indicators, answers, options.fields ?? ROW_FIELDS);
  const asked = options.asked ?? answers.length;
  return indicators.map((indicator) => concluded(indicator, tallies.get(indicator.code) ?? EMPTY_TALLY, asked, options.hideBelow ?? 0));
}

const UNTOLD = { numerator: null, denominator: null, percent: null, sum: null, min: null, max: null, median: null, counts: [], change: null } as const;

function concluded({ code, name, type, base, previous }: Indicator, tally: Tally, asked: number, hideBelow: number): Aggregate {
  const { answered, notApplicable } = tally;
  const common = { code, name, type, base, answered, notApplicable, absent: Math.max(0, asked - answered - notApplicable), previous };
  const hidden = answered > 0 && answered < hideBelow;
  if (hidden || answered === 0) return { ...common, ...UNTOLD, hidden };
  const share = shareOf(type, tally);
  const percent = share === null ? null : percentOf(share.numerator, share.denominator);
  const sum = type === 'int' ? tally.sum : null;
  const now = percent ?? sum;
  return {
    ...common, hidden, percent, sum,
    numerator: share?.numerator ?? null, denominator: share?.denominator ?? null,
    min: tally.lows[0] ?? null, max: tally.highs.at(-1) ?? null, median: medianOf(tally.highs),
    counts: Object.entries(tally.given).map(([value, who]) => ({ value, count: who.length })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    change: now === null || previous === null ? null : roundTo1(now - previous),
  };
}

/** Yes or no is a share of those who answered. */
function shareOf(type: Indicator['type'], { numerator, denominator, given, answered }: Tally): { readonly numerator: number; readonly denominator: number } | null {
  if (type === 'ratio') return { numerator, denominator };
  return type === 'bool' ? { numerator: given['yes']?.length ?? 0, denominator: answered } : null;
}

/** In per cent to one decimal, halves up; null over nothing. In whole tenths, for 66.65 has no exact binary form. */
export function percentOf(numerator: number, denominator: number): number | null {
  return denominator > 0 ? Math.floor((2000 * numerator + denominator) / (2 * denominator)) / 10 : null;
}

function roundTo1(value: number): number {
  return Math.round(value * 10) / 10;
}

function medianOf(sorted: readonly number[]): number | null {
  const middle = sorted.length >> 1;
  const [below, above] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}
