import { aggregate, percentOf, type Aggregate, type Answer, type Indicator } from '@reglament/forms';
import { respondentsOf, type Respondent, type RespondentState } from './current-answers.js';
import type { SummarySettings } from './summary-settings.js';
import type { AnswerPart } from '../ports.js';

const MOST_ABSENT = 500;

/** How many were asked, and how many of them answered. `percent` of those who were not excluded. */
export interface Coverage {
  readonly asked: number;
  readonly accepted: number;
  /** Among the accepted. */
  readonly late: number;
  readonly excluded: number;
  readonly percent: number;
  /** Whose answer is not there; at most 500 of them, for a case is read and written with every step. */
  readonly absent: readonly string[];
}

export interface Summary { readonly coverage: Coverage; readonly indicators: readonly Aggregate[] }

/** Which answer of whom went into a summary. */
export interface SummarySource { readonly who: string; readonly state: RespondentState; readonly part: string; readonly submission: string | null }

export interface Summarised { readonly summary: Summary; readonly sources: readonly SummarySource[] }

/** Sums what has been taken by now. @param hideBelow figures of fewer answers than this are not told. */
export function summarise(parts: readonly AnswerPart[], indicators: readonly Indicator[], settings: SummarySettings, hideBelow: number): Summarised {
  const respondents = respondentsOf(parts, settings);
  const coverage = coverageOf(respondents);
  const answers = respondents.flatMap(({ who, counted }): Answer[] => (counted === null ? [] : [{ who, rows: rowsIn(counted.data, settings.rows) }]));
  return {
    summary: { coverage, indicators: aggregate(indicators, answers, { asked: coverage.asked - coverage.excluded, fields: settings.fields, hideBelow }) },
    sources: respondents.map(({ who, state, latest, counted }) => ({ who, state, part: (counted ?? latest).part, submission: counted?.submission ?? null })),
  };
}

export function coverageOf(respondents: readonly Respondent[]): Coverage {
  const count = (...states: RespondentState[]): number => respondents.filter(({ state }) => states.includes(state)).length;
  const [accepted, excluded] = [count('accepted', 'late'), count('excluded')];
  return {
    asked: respondents.length, accepted, late: count('late'), excluded, percent: percentOf(accepted, respondents.length - excluded) ?? 100,
    absent: respondents.filter(({ state }) => state === 'absent' || state === 'working').slice(0, MOST_ABSENT).map(({ who }) => who),
  };
}

/** Rows of one answer; whatever is no row is left out. */
export function rowsIn(data: AnswerPart['data'], name: string): Answer['rows'] {
  const rows = data === null || !Object.hasOwn(data, name) ? null : data[name];
  return Array.isArray(rows) ? rows.filter((row): row is Readonly<Record<string, unknown>> => typeof row === 'object' && row !== null && !Array.isArray(row)) : [];
}
