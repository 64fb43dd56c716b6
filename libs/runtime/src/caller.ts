import type { Locale, PartyReference } from '@reglament/contracts';

/** Who asks. Made by the API from the session; never from a body. */
export interface Caller {
  /** `person:<id>` */
  readonly person: PartyReference;
  readonly locale: Locale;
  /** Address for the signature's record; null where there is none (CLI, tests). */
  readonly address: string | null;
}
