import type { FieldError, Locale } from '@reglament/contracts';
import { judge, type Verdict } from '@reglament/forms';
import type { LiveForm } from '../definitions/live-definition.js';

export interface JudgeRequest {
  readonly form: LiveForm;
  readonly data: unknown;
  /** The data as they were given to the person; read-only fields go back to it. */
  readonly base: Readonly<Record<string, unknown>>;
  readonly now: string;
  readonly zone: string;
  readonly locale: Locale;
  readonly mode: 'draft' | 'submit';
}

/** The verdict on what was submitted, by the very function that the browser used. */
export function judgeSubmission(request: JudgeRequest): Verdict {
  const { form, data, base, now, zone, locale, mode } = request;
  return judge(form.compiled, data, { now, zone, locale, mode, base });
}

/** Errors with pointers into the request's body, as problem+json gives them. */
export function fieldErrors(verdict: Verdict): readonly FieldError[] {
  return verdict.errors.map(({ pointer, code, message }) => ({ pointer: `/data${pointer}`, code, message }));
}
