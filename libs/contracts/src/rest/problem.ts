/** RFC 9457 problem+json. `code` is for programs, `title` and `detail` for people, in the language asked for. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** 409 taskAlreadyCompleted: who and when. */
  readonly completedBy?: { readonly title: string; readonly at: string };
  /** 422 checksFailed and reasonRequired: what the checks found. */
  readonly checks?: CheckResult;
}

export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** A finding of a check over a submission (document lint, cross rules): shown beside the form before anything is sent. */
export interface Finding {
  readonly check: string;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly pointer: string;
  readonly message: string;
  readonly remedy?: string;
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly summary: readonly string[];
  /** Outcome keys that these findings block now. */
  readonly blockedOutcomes: readonly string[];
}
