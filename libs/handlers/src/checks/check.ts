import type { Finding, LocalizedText, Locale } from '@reglament/contracts';
import type { StaffMember } from '@reglament/documents';
import type { JsonObject, ObjectSchema } from '../handler.js';
import type { DirectoryPort, SettingsPort } from '../ports.js';

/** What is checked: the case's variables as they will be after the submission. */
export interface CheckCall {
  readonly variables: JsonObject;
  /** The case. */
  readonly instance: string;
  readonly organisation: string;
  /** Business date `YYYY-MM-DD` in the zone of the case's organisation. */
  readonly today: string;
  readonly locale: Locale;
}

export interface StaffPort {
  /** Those who work, or worked, in the organisation and below it, and whoever else is named. */
  staff(organisation: string, named: readonly string[]): Promise<readonly StaffMember[]>;
  /** Of the organisations, positions and roles named, those that exist. */
  existing(parties: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface CasesPort {
  /** Open cases of a process in the organisation that were begun before the named case, the oldest first, parts of cases left out. */
  openBefore(query: { readonly process: string; readonly organisation: string; readonly before: string; readonly limit: number }): Promise<readonly { readonly subject: string | null }[]>;
}

export interface CheckPorts { readonly settings: SettingsPort; readonly directory: DirectoryPort; readonly staff: StaffPort; readonly cases: CasesPort }

export interface CheckReport { readonly findings: readonly Finding[]; readonly summary: readonly string[] }

/**
 * A check over a submission: one file, one object. It only reads. An error blocks the outcomes that the definition names; a warning
 * needs a reason.
 */
export interface SubmissionCheckHandler {
  readonly type: string;
  readonly title: LocalizedText;
  readonly settings: ObjectSchema;
  run(settings: JsonObject, call: CheckCall, ports: CheckPorts): Promise<CheckReport>;
}
