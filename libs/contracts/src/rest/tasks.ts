import type { ActionView } from './process-instances.js';
import type { PartyView } from './session.js';

export type TaskScope = 'mine' | 'available' | 'team' | 'done';

/** Filters of `GET /tasks`: `?scope=mine&overdue=true&definition=…&dueTo=2026-12-01&organisation=…&q=…`. */
export interface TaskFilter { readonly scope: TaskScope; readonly overdue?: boolean; readonly definition?: string; readonly dueTo?: string; readonly organisation?: string }

export interface TaskRow {
  readonly id: string;
  readonly title: string;
  readonly node: string;
  readonly status: 'open' | 'completed' | 'cancelled';
  readonly instance: string;
  readonly subject: string | null;
  readonly businessKey: string | null;
  readonly definition: { readonly key: string; readonly title: string; readonly version: number };
  readonly state: { readonly key: string; readonly title: string; readonly tone: string } | null;
  readonly organisation: PartyView;
  readonly performers: readonly PartyView[];
  readonly assignee: PartyView | null;
  /** Stands in for this person; null where the right is direct. */
  readonly substituteFor: PartyView | null;
  readonly createdAt: string;
  readonly dueAt: string | null;
  /** Working days from today's business date to the due date in the performer's calendar: 0 = today, negative = overdue by so many. Absent where not counted. */
  readonly dueInWorkingDays?: number | null;
  readonly overdue: boolean;
  /** The term rests on a year whose calendar is preliminary or not published yet. */
  readonly duePreliminary?: boolean;
  readonly priority: number;
  readonly completedAt: string | null;
  readonly outcome: string | null;
  /** The outcome in words of the process. */
  readonly outcomeTitle: string | null;
}

export interface TaskCounts { readonly mine: number; readonly available: number; readonly overdue: number; readonly unreadNotifications: number }

export interface OutcomeView {
  readonly key: string;
  readonly title: string;
  readonly tone: 'primary' | 'neutral' | 'negative';
  readonly remark: 'required' | 'optional' | null;
  readonly skipForm: boolean;
  readonly confirm: string | null;
  /** The steps to which this outcome may lead back, the usual one first; left out where there is nothing to choose. */
  readonly returnTo?: readonly { readonly key: string; readonly title: string }[];
}

export interface TaskView extends TaskRow {
  /** Null while the task is open, and where it ended without anybody. */
  readonly completedBy: PartyView | null;
  /** `GET /forms/:hash`; null where the task has no form. */
  readonly form: { readonly key: string; readonly hash: string } | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly draft: { readonly etag: string; readonly data: Readonly<Record<string, unknown>>; readonly savedAt: string } | null;
  readonly outcomes: readonly OutcomeView[];
  /** What I may do instead of completing it, as the process allows while it is open: ask for a new term. */
  readonly actions: readonly ActionView[];
  /** `sign` asks for the password again; `register` shows the journal's next number. */
  readonly operation: 'sign' | 'register' | null;
  /** Where a number is to be taken, and which comes next as things stand. */
  readonly registration: { readonly journal: string; readonly journalTitle: string; readonly next: string } | null;
  readonly hasChecks: boolean;
  readonly may: { readonly complete: boolean; readonly claim: boolean; readonly unclaim: boolean; readonly delegate: boolean; readonly addApprover: boolean };
  /** Why I may or may not, in words. */
  readonly whyMine: string;
  /** Why it exists, who else could do it, how the term was counted: in words. */
  readonly why: readonly string[];
  /** The remark with which the work came back or was asked for, its author, and the decision in words of the process; null where it has none. */
  readonly returned: { readonly by: PartyView; readonly at: string; readonly remark: string; readonly decision: string | null } | null;
  readonly document: DocumentSummary | null;
  readonly approval: ApprovalView | null;
  /** Its case stands still: no work is taken. */
  readonly suspended: boolean;
}

export interface ApprovalView {
  readonly round: number;
  readonly rounds: readonly {
    readonly number: number;
    readonly votes: readonly { readonly approver: PartyView; readonly by: PartyView | null; readonly outcome: string | null; readonly title: string; readonly at: string | null; readonly remark: string | null }[];
  }[];
}

export interface DocumentSummary {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly state: { readonly key: string; readonly title: string; readonly tone: string };
  readonly version: number;
}

export interface CompleteTask {
  readonly outcome: string;
  /** One of the outcome's `returnTo`; left out, the first of them. */
  readonly returnTo?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly remark?: string;
  /** Asked again where the task signs. */
  readonly password?: string;
  /** Reasons for going on in spite of warnings of the checks, by finding code. */
  readonly warningReasons?: Readonly<Record<string, string>>;
}

export interface CompletedTask { readonly task: string; readonly instance: string; readonly next: readonly TaskRow[]; readonly message: string; readonly facts: Readonly<Record<string, unknown>> | null }

export interface SaveDraft { readonly data: Readonly<Record<string, unknown>>; readonly base?: Readonly<Record<string, unknown>> }
export interface DraftSaved { readonly etag: string; readonly savedAt: string; readonly data: Readonly<Record<string, unknown>>; readonly conflicts: readonly { readonly pointer: string; readonly mine: unknown; readonly theirs: unknown }[] }
