/** Rows that one transition writes, each shaped as the save statement reads it: names are those of the columns. */

export interface InstanceRow {
  readonly id: string; readonly before_version: number | null; readonly organisation: string; readonly path: string; readonly period: string;
  readonly definition_key: string | null; readonly definition_version: number | null; readonly definition_hash: string;
  readonly status: string; readonly result: string | null; readonly state: string | null; readonly subject: string | null;
  readonly business_key: string | null; readonly starter: string | null; readonly started_at: string; readonly ended_at: string | null;
  readonly parent: string | null; readonly parent_activity: number | null; readonly parent_index: number | null;
  readonly child_title: string | null; readonly scope_node: string | null;
  readonly version: number; readonly history_seq: number; readonly head_hash: string; readonly snapshot: unknown;
  readonly fired_timer: string | null; readonly fence: number | null;
}

export interface OpenedTaskRow {
  readonly id: string; readonly instance: string; readonly organisation: string; readonly path: string; readonly period: string;
  readonly activity: number; readonly node: string; readonly slot: number | null; readonly title: unknown; readonly form: string | null;
  readonly performers: readonly string[]; readonly assignee: string | null; readonly excluded: readonly string[]; readonly due_at: string | null;
  readonly priority: number; readonly state: string | null; readonly why: unknown; readonly opened_at: string;
}

export interface UpdatedTaskRow {
  readonly id: string; readonly instance: string; readonly performers: readonly string[]; readonly assignee: string | null;
  readonly excluded: readonly string[]; readonly due_at: string | null;
}

export interface ClosedTaskRow {
  readonly id: string; readonly instance: string; readonly status: 'completed' | 'cancelled'; readonly outcome: string | null;
  readonly completed_by: string | null; readonly completed_right: unknown; readonly closed_at: string;
}

export interface TimerRow {
  readonly id: string; readonly instance: string; readonly organisation: string; readonly path: string; readonly activity: number;
  readonly kind: string; readonly ref: string; readonly task: string | null; readonly at: string;
}

export interface OutboxRow {
  readonly instance: string; readonly organisation: string; readonly path: string; readonly kind: OutboxKind; readonly payload: unknown;
}

/** `childrenChanged`: a child of `instance`'s activity has ended; one command answers for all that are waiting. */
export type OutboxKind = 'callService' | 'startChildren' | 'cancelChildren' | 'childrenChanged';

export interface ServiceCallRow {
  readonly instance: string; readonly activity: number; readonly organisation: string; readonly path: string; readonly node: string;
  readonly handler: string; readonly input: unknown; readonly retry: unknown;
}

export interface ChildStartRow {
  readonly instance: string; readonly activity: number; readonly organisation: string; readonly path: string; readonly node: string;
  readonly items: unknown; readonly total: number;
}

export interface NotificationInsert {
  readonly instance: string; readonly organisation: string; readonly path: string; readonly recipients: readonly string[];
  readonly kind: string; readonly task: string | null; readonly node: string; readonly at: string;
}

export interface HistoryInsert {
  readonly instance: string; readonly seq: number; readonly organisation: string; readonly path: string; readonly period: string;
  readonly version: number; readonly command: string; readonly at: string; readonly kind: string; readonly node: string | null;
  readonly activity: number | null; readonly task: string | null; readonly by_party: string | null; readonly data: unknown; readonly hash: string;
}

export interface SubmissionInsert {
  readonly id: string; readonly instance: string; readonly organisation: string; readonly path: string; readonly period: string;
  readonly task: string | null; readonly node: string | null; readonly form_key: string | null; readonly form_hash: string | null;
  readonly outcome: string | null; readonly data: unknown; readonly remark: string | null; readonly author: string | null; readonly at: string;
  readonly salt: string; readonly hash: string;
}

export interface TransitionRows {
  readonly instance: InstanceRow;
  readonly openedTasks: readonly OpenedTaskRow[];
  readonly updatedTasks: readonly UpdatedTaskRow[];
  readonly closedTasks: readonly ClosedTaskRow[];
  readonly timers: readonly TimerRow[];
  readonly endedTimers: readonly { readonly id: string; readonly instance: string }[];
  readonly outbox: readonly OutboxRow[];
  readonly serviceCalls: readonly ServiceCallRow[];
  readonly endedServices: readonly { readonly instance: string; readonly activity: number }[];
  readonly childStarts: readonly ChildStartRow[];
  readonly notifications: readonly NotificationInsert[];
  readonly participations: readonly { readonly instance: string; readonly party: string }[];
  readonly history: readonly HistoryInsert[];
  readonly submissions: readonly SubmissionInsert[];
  readonly idempotency: readonly { readonly instance: string; readonly actor: string; readonly key: string; readonly request_hash: string; readonly response: unknown }[];
}
