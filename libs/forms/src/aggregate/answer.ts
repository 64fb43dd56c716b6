/** What kind of fact a row of an answer states. `ratio`: so many out of so many; `choice`: one of several words. */
export const MEASURES = ['ratio', 'int', 'range', 'bool', 'choice', 'text'] as const;
export type Measure = (typeof MEASURES)[number];

/** What is asked of everybody: named by `code`, in the order in which a summary lists it. */
export interface Indicator {
  readonly code: string;
  readonly name: string;
  readonly type: Measure;
  /** What the denominator counts, in words. */
  readonly base: string | null;
  /** The value of the cycle before: a percentage of a ratio, else a number. */
  readonly previous: number | null;
}

/** One respondent's answer: rows, each with the code of its indicator. */
export interface Answer {
  /** Who answered, as a reference; it takes part in lists alone. */
  readonly who: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Names of a row's fields. */
export interface RowFields {
  readonly code: string;
  readonly notApplicable: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly min: string;
  readonly max: string;
  readonly number: string;
  /** Of `bool`: true and false, or `yes` and `no`. */
  readonly flag: string;
  readonly choice: string;
  readonly text: string;
}

export const ROW_FIELDS: RowFields = {
  code: 'code', notApplicable: 'notApplicable', numerator: 'numerator', denominator: 'denominator', min: 'min', max: 'max', number: 'number', flag: 'flag', choice: 'choice', text: 'text',
};
