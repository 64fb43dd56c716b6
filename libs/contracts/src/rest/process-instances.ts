import type { DocumentSummary, OutcomeView, TaskRow } from './tasks.js';
import type { CaseSuspension } from './operations.js';
import type { PartyView } from './session.js';

export interface InstanceFilter { /** `suspended`: active, and standing still. */ readonly status?: 'active' | 'suspended' | 'completed' | 'cancelled'; readonly definition?: string; readonly state?: string; readonly mine?: boolean; readonly organisation?: string; /** Open work of the case is past its term. */ readonly overdue?: boolean }

export interface InstanceRow {
  readonly id: string;
  readonly subject: string | null;
  readonly businessKey: string | null;
  readonly definition: { readonly key: string; readonly title: string; readonly version: number };
  readonly status: 'active' | 'completed' | 'cancelled';
  /** Since when it stands still; null while it runs. */
  readonly suspendedAt: string | null;
  readonly state: { readonly key: string; readonly title: string; readonly tone: string } | null;
  readonly organisation: PartyView;
  readonly starter: PartyView | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly openTasks: number;
  readonly nextDueAt: string | null;
  /** Working days to it, negative when it has passed; null without a term and where the calendar does not reach. */
  readonly nextDueInWorkingDays: number | null;
  readonly overdue: boolean;
  readonly incidents: number;
}

export interface InstanceView extends InstanceRow {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly tasks: readonly TaskRow[];
  readonly actions: readonly ActionView[];
  readonly mayCancel: boolean;
  readonly mayManage: boolean;
  readonly suspended: CaseSuspension | null;
  /** What its parts answer is summed: there is a summary to look at. */
  readonly summed: boolean;
  readonly document: DocumentSummary | null;
  readonly children: readonly ChildrenView[];
  readonly parent: { readonly id: string; readonly subject: string | null } | null;
}

/** What a person may do to the open case: withdraw, annul … `data` fills the form; `interrupting`: it ends the activity and its tasks. */
export interface ActionView extends OutcomeView {
  readonly activity: number;
  readonly form: { readonly key: string; readonly hash: string } | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly interrupting: boolean;
}
export interface TriggerAction { readonly data?: Readonly<Record<string, unknown>>; readonly remark?: string }
export interface CancelInstance { readonly remark: string }
export interface StartInstance { readonly definition: string; readonly startEvent?: string; readonly organisation?: string; readonly data?: Readonly<Record<string, unknown>> }
export interface StartedInstance { readonly instance: string; readonly next: readonly TaskRow[] }

export interface ChildView {
  readonly id: string;
  readonly index: number;
  readonly title: string | null;
  readonly status: string;
  /** Key of the result with which it ended. */
  readonly result: string | null;
  /** The end in words of the process, with its tone; null while it goes on and where the process has no words for it. */
  readonly ending: { readonly title: string; readonly tone: string } | null;
  readonly performers: readonly PartyView[];
  readonly dueAt: string | null;
  /** Working days from today to the term, negative when it has passed; null where nothing waits or the calendar does not reach. */
  readonly dueInWorkingDays: number | null;
  readonly overdue: boolean;
  readonly endedAt: string | null;
}

/** Children of a parallel forEach: an acquaintance sheet, clauses on control. */
export interface ChildrenView {
  readonly activity: number;
  readonly node: string;
  readonly title: string;
  readonly total: number;
  readonly active: number;
  readonly results: Readonly<Record<string, number>>;
  readonly items: readonly ChildView[];
}

export interface HistoryRow {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly node: string | null;
  readonly nodeTitle: string | null;
  readonly by: PartyView | null;
  readonly forPerson: PartyView | null;
  /** In words of the office. */
  readonly text: string;
  readonly remark: string | null;
  readonly submission: string | null;
}

/** A choice at a gateway, and why it was made (`GET /process-instances/:id/why`). */
export interface RouteView {
  /** The fact of the history that tells of it. */
  readonly seq: number;
  readonly at: string;
  readonly node: string;
  readonly nodeTitle: string | null;
  /** The conditions that were tried, in their order: whether each held, and by which values. */
  readonly conditions: readonly string[];
  /** The ways that were taken: one, or of an inclusive gateway several. */
  readonly taken: readonly string[];
  /** False where the values of that time are not on record any more: then the conditions are told without them. */
  readonly withValues: boolean;
}

export interface CommentView { readonly id: string; readonly author: PartyView; readonly at: string; readonly text: string; readonly task: string | null }
export interface AddComment { readonly text: string; readonly task?: string }
export interface FileView { readonly id: string; readonly name: string; readonly type: string; readonly size: number; readonly addedBy: PartyView; readonly at: string }

/** What the diagram draws: nodes and flows, laid out by the panel, and where the case stands. `automatic`: no person does it (a document task that the system performs). `repeated`: once for each item, so its inside is the way of each part and not of the case. */
export interface DiagramView {
  readonly nodes: readonly { readonly key: string; readonly type: string; readonly title: string; readonly parent: string | null; readonly state: 'active' | 'passed' | 'untouched'; readonly count: number; readonly automatic?: boolean; readonly repeated?: boolean; readonly boundary: readonly { readonly key: string; readonly type: string; readonly title: string; readonly interrupting: boolean }[] }[];
  readonly flows: readonly { readonly from: string; readonly to: string; readonly title: string | null; readonly taken: boolean; readonly boundary: string | null }[];
}
