/** A draft of a process and the past cases to run again on it; writes nothing. `to`: days of the beginning, with that one. */
export interface DryRunCases {
  /** A process definition, published or not; its forms and tables are the current ones. */
  readonly definition: { readonly [name: string]: unknown };
  readonly status?: 'active' | 'completed' | 'cancelled';
  readonly from?: string;
  readonly to?: string;
  readonly organisation?: string;
  /** `endCursor` of the page before. */
  readonly after?: string;
  /** At most 100. */
  readonly limit?: number;
}

export interface DryRunCaseRow {
  readonly id: string;
  readonly businessKey: string | null;
  readonly version: number;
  readonly status: 'active' | 'completed' | 'cancelled';
  readonly startedAt: string;
  readonly verdict: 'sameWay' | 'anotherWay' | 'stops' | 'cannotTell';
  /** Node at which it parts or stops. */
  readonly at: string | null;
  readonly text: string;
}

export interface DryRunView {
  /** Of this page. */
  readonly counts: { readonly sameWay: number; readonly anotherWay: number; readonly stops: number; readonly cannotTell: number };
  readonly cases: readonly DryRunCaseRow[];
  /** Of all that fit, at most 1000. */
  readonly total: number;
  /** Null when this was the last page. */
  readonly endCursor: string | null;
}
