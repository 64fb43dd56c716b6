/** A mail that was made of a notification. Its address is never whole: `i***@school.ru`; null where the person has none any more. */
export interface MailRow {
  readonly id: string;
  readonly kind: string;
  /** What such mails are called, in the reader's language. */
  readonly title: string;
  readonly instance: string | null;
  readonly task: string | null;
  readonly address: string | null;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly attempts: number;
  readonly createdAt: string;
  /** When it is tried next; null once it is sent or has failed. */
  readonly nextAt: string | null;
  readonly settledAt: string | null;
  /** What the server said last, without addresses. */
  readonly answer: string | null;
}

/** Counts are capped at 1001. */
export interface MailSummary {
  /** False: no mail server is configured, and notifications go to the bell alone. */
  readonly on: boolean;
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
  /** The server takes nothing from us: since when (real time) and what it said. Everything waits meanwhile. */
  readonly away: { readonly since: string; readonly answer: string } | null;
}

/** Where a person's mail goes, for those who manage people; null: nowhere. */
export interface PersonEmail { readonly email: string | null }
export interface SetEmail { readonly email: string | null }
