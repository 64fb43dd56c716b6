import type { OutcomeView } from './tasks.js';
import type { PartyView } from './session.js';

/** A link is exchanged for a session by POST alone: it never stands in an address that a server sees. */
export interface OpenLink { readonly token: string }

/** What somebody without an account sees of the one task that the link opens. */
export interface RespondView {
  /** Tells one link from another on this device; opens nothing. */
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  /** For whom the answer is given. */
  readonly organisation: PartyView | null;
  readonly form: { readonly key: string; readonly hash: string } | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly draft: { readonly etag: string; readonly data: Readonly<Record<string, unknown>>; readonly savedAt: string } | null;
  readonly outcomes: readonly OutcomeView[];
  readonly dueAt: string | null;
  readonly expiresAt: string;
  readonly businessTime: string;
  readonly csrfToken: string;
}

export interface Responded { readonly sent: true; readonly message: string }

/** A link of a case, for those who look after it. The address is masked. */
export interface InvitationRow {
  readonly id: string;
  readonly task: string;
  readonly taskTitle: string;
  /** Whose part of the case it is, where the case runs in parts. */
  readonly part: string | null;
  readonly address: string | null;
  readonly state: 'open' | 'answered' | 'closed' | 'expired';
  readonly mail: 'waiting' | 'sent' | 'failed' | null;
  /** When the link was first opened; real time. */
  readonly openedAt: string | null;
  readonly expiresAt: string;
}

/** A link made anew; the ones before it do not work any more. `path` is put behind the panel's own address. */
export interface RenewedLink { readonly path: string; readonly expiresAt: string }
