import type { PartyView } from './session.js';

/** `actor`: a person's reference; `signIns`: also who signed in and out, which crowds out everything else. */
export interface AuditFilter { readonly action?: string; readonly actor?: string; readonly signIns?: boolean }

/** One value that was changed, in words; null where there was, or is, none. */
export interface AuditChange { readonly label: string; readonly from: string | null; readonly to: string | null }

/** What the fact is about. `page`: where the panel shows it to those who may read it; null where it has no page. */
export interface AuditTarget { readonly title: string; readonly page: string | null }

export interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly actor: PartyView | null;
  readonly action: string;
  readonly object: string;
  /** The whole fact in one sentence. */
  readonly text: string;
  readonly target: AuditTarget | null;
  readonly changes: readonly AuditChange[];
}
