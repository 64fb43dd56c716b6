import type { PartyView } from './session.js';

/** «Свод»: what the parts of a case answered, and how everybody who was asked stands now. */
export interface SummaryView {
  /** The step that sums. */
  readonly node: string;
  readonly title: string;
  readonly coverage: CoverageView;
  /** In the order in which they were asked; at most 1,000. */
  readonly respondents: readonly RespondentView[];
  /** Oldest first; empty until it is summed for the first time. */
  readonly versions: readonly SummaryVersion[];
}

export interface CoverageView { readonly asked: number; readonly accepted: number; readonly late: number; readonly excluded: number; readonly percent: number }

export interface RespondentView {
  readonly who: PartyView;
  readonly state: 'accepted' | 'late' | 'excluded' | 'working' | 'absent';
  /** Where an open part stands, in the words of its process. */
  readonly at: { readonly title: string; readonly tone: string } | null;
  /** Case of the part that asks. */
  readonly part: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
}

export interface SummaryVersion {
  readonly version: number;
  readonly at: string;
  readonly reason: string | null;
  readonly coverage: CoverageView;
  readonly indicators: readonly IndicatorSum[];
}

/** Σ numerators and Σ denominators of one indicator; figures that it does not have, or that are not told, are null. */
export interface IndicatorSum {
  readonly code: string;
  readonly name: string;
  readonly type: 'ratio' | 'int' | 'range' | 'bool' | 'choice' | 'text';
  readonly base: string | null;
  readonly answered: number;
  readonly notApplicable: number;
  readonly absent: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Σ numerators / Σ denominators in per cent, to one decimal, halves up. */
  readonly percent: number | null;
  readonly sum: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Middle of the values; of ranges, the middle of their upper ends. */
  readonly median: number | null;
  /** How many gave each value, most frequent first. */
  readonly counts: readonly { readonly value: string; readonly count: number }[];
  readonly previous: number | null;
  /** Against the previous value: percentage points of a ratio, else the difference of sums. */
  readonly change: number | null;
  /** So few have answered that the figures are not told. */
  readonly hidden: boolean;
}

/** One answer behind a figure. */
export interface SummaryAnswer {
  readonly who: PartyView;
  readonly part: string;
  readonly late: boolean;
  readonly notApplicable: boolean;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly percent: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** A number, yes or no, a choice or a text, as it was given. */
  readonly value: string | number | null;
  readonly comment: string | null;
}
