/**
 * Rows that one transition writes, shaped as the save statement reads them: names are those of the columns. What all rows of a
 * transition share stands once, in the TransitionRow; the others find it by `n`, the transition's number in the batch, which is written when the batch is put together. Repeating it
 * in every row made the statement 2.3 times as slow: reading the parameters is most of its work.
 */

export interface Numbered { n: number }

export interface TransitionRow extends Numbered {
  readonly id: string; readonly before_version: number | null; readonly organisation: string; readonly path: string; readonly period: string;
  readonly definition_key?: string; readonly definition_version?: number; readonly definition_hash: string;
  readonly status: string; readonly result: string | null; readonly state: string | null; readonly subject: string | null;
  readonly business_key: string | null; readonly starter?: string | null; readonly started_at?: string; readonly ended_at: string | null; readonly suspended_at?: string;
  readonly parent?: string; readonly parent_activity?: number; readonly parent_index?: number; readonly child_title?: string | null; readonly apart?: boolean;
  readonly scope_node?: string | null;
  readonly version: number; readonly history_seq: number; readonly head_hash: string; readonly snapshot: unknown;
  readonly command: string; readonly at: string; readonly completed_right?: unknown; readonly parties: readonly string[];
  readonly fired_timer?: string; readonly fence?: number;
  readonly submission?: string; readonly task?: string | null; readonly node?: string | null; readonly form_key?: string; readonly form_hash?: string;
  readonly outcome?: string | null; readonly data?: unknown; readonly remark?: string | null; readonly author?: string | null;
  readonly salt?: string; readonly hash?: string;
  readonly actor?: string; readonly key?: string; readonly request_hash?: string; readonly response?: unknown;
}

export interface OpenedTaskRow extends Numbered {
  readonly id: string; readonly activity: number; readonly node: string; readonly slot: number | null; readonly title: unknown;
  readonly form: string | null; readonly performers: readonly string[]; readonly assignee: string | null; readonly excluded: readonly string[];
  readonly due_at: string | null; readonly priority: number; readonly state: string | null; readonly why: unknown;
}

export interface UpdatedTaskRow extends Numbered {
  readonly id: string; readonly performers: readonly string[]; readonly assignee: string | null; readonly excluded: readonly string[];
  readonly due_at: string | null;
}

export interface ClosedTaskRow extends Numbered {
  readonly id: string; readonly status: 'completed' | 'cancelled'; readonly outcome: string | null; readonly completed_by: string | null;
}

export interface TimerRow extends Numbered {
  readonly id: string; readonly activity: number; readonly kind: string; readonly ref: string; readonly task: string | null; readonly at: string;
}

/**
 * `sendMessage`: its `activity` is the message's id in the instance. `childrenChanged`: a child of `instance`'s activity has ended; one
 * command answers for all that are waiting.
 */
export type OutboxKind = 'callService' | 'startChildren' | 'cancelChildren' | 'alignChildren' | 'childrenChanged' | 'sendMessage';

export interface OutboxRow extends Numbered { readonly instance: string; readonly kind: OutboxKind; readonly activity: number }

export interface SubscriptionRow extends Numbered { readonly id: string; readonly activity: number; readonly message: string; readonly correlation: string }

export interface SentMessageRow extends Numbered { readonly id: number; readonly message: string; readonly correlation: string; readonly data: unknown; readonly keep_until: string | null }

export interface ServiceCallRow extends Numbered {
  readonly activity: number; readonly node: string; readonly handler: string; readonly input: unknown; readonly retry: unknown;
}

export interface ChildStartRow extends Numbered { readonly activity: number; readonly node: string; readonly items: unknown; readonly total: number }

export interface NotificationInsert extends Numbered { readonly recipients: readonly string[]; readonly kind: string; readonly task: string | null; readonly node: string }

export interface InvitationInsert extends Numbered { readonly task: string; readonly slot: number; readonly address: string | null; readonly grace_days: number }

export interface HistoryInsert extends Numbered {
  readonly seq: number; readonly kind: string; readonly node: string | null; readonly activity: number | null; readonly task: string | null;
  readonly by_party: string | null; readonly data: unknown; readonly hash: string;
}

export interface TransitionRows {
  readonly transition: TransitionRow;
  readonly openedTasks: readonly OpenedTaskRow[];
  readonly updatedTasks: readonly UpdatedTaskRow[];
  readonly reopenedTasks: readonly UpdatedTaskRow[];
  readonly closedTasks: readonly ClosedTaskRow[];
  readonly timers: readonly TimerRow[];
  readonly endedTimers: readonly (Numbered & { readonly id: string })[];
  readonly subscriptions: readonly SubscriptionRow[];
  readonly endedSubscriptions: readonly (Numbered & { readonly id: string })[];
  readonly sentMessages: readonly SentMessageRow[];
  readonly outbox: readonly OutboxRow[];
  readonly serviceCalls: readonly ServiceCallRow[];
  readonly endedServices: readonly (Numbered & { readonly activity: number })[];
  readonly childStarts: readonly ChildStartRow[];
  readonly notifications: readonly NotificationInsert[];
  readonly invitations: readonly InvitationInsert[];
  readonly history: readonly HistoryInsert[];
}
