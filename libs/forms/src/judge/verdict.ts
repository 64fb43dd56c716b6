import type { Locale } from '@reglament/contracts';
import type { FormErrorCode, MessageParams } from '../messages/form-message.js';

export interface FormError {
  /** RFC 6901 pointer to the field that has to change, also where it is absent. */
  readonly pointer: string;
  readonly code: FormErrorCode;
  /** One sentence in the asked language, for the place at the field. */
  readonly message: string;
  readonly params: MessageParams;
}

/** What the rules say of fields now, as pointers. A field that is hidden hides what lies under it. */
export interface FieldStates {
  readonly hidden: readonly string[];
  readonly required: readonly string[];
  readonly readonly: readonly string[];
}

export interface Verdict {
  readonly valid: boolean;
  /** Empty values absent, calculated fields filled in; in mode `submit` hidden fields left out, in mode `draft` kept. */
  readonly data: Record<string, unknown>;
  /** In the order in which the form shows its fields; at most 200. */
  readonly errors: readonly FormError[];
  readonly warnings: readonly FormError[];
  readonly states: FieldStates;
}

export interface JudgeOptions {
  /** Business time, ISO 8601 in UTC: FEEL's `now()` and `today()`. */
  readonly now: string;
  /** IANA zone in which today's date is meant, e.g. `Asia/Krasnoyarsk`. */
  readonly zone: string;
  readonly locale: Locale;
  /** `draft` refuses only what could not be stored; what is missing or half typed passes. */
  readonly mode: 'draft' | 'submit';
  /** What rules may look at besides the form, as the name `facts`. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** The data as it was given to the person: read-only fields are put back to it. Absent: they are taken as sent. */
  readonly base?: Readonly<Record<string, unknown>>;
}
