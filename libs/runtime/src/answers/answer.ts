import type { CheckResult, FieldError, LocalizedText } from '@reglament/contracts';

/** HTTP statuses of expected refusals; what is not expected is an exception. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 422 | 428 | 429;

/** An expected refusal: `code` for programs, `text` for people. */
export interface RefusalAnswer {
  readonly status: RefusalStatus;
  readonly code: string;
  readonly text: LocalizedText;
  readonly errors?: readonly FieldError[];
  readonly checks?: CheckResult;
  /** 409 taskAlreadyCompleted: who completed it and when. */
  readonly completedBy?: { readonly title: string; readonly at: string };
  /** Why access refused; to the log of access, not to the caller (decision 20). */
  readonly reason?: 'notVisible' | 'forbidden';
}

/** What every use case gives: its result or an expected refusal. */
export type Answer<Result> = { readonly ok: true; readonly value: Result } | { readonly ok: false; readonly refusal: RefusalAnswer };

export function ok<Result>(value: Result): Answer<Result> {
  return { ok: true, value };
}

export function refuse(refusal: RefusalAnswer): { readonly ok: false; readonly refusal: RefusalAnswer } {
  return { ok: false, refusal };
}
