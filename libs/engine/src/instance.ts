import type { PartyReference } from '@reglament/contracts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Variables = { readonly [name: string]: Json };

export type InstanceStatus = 'active' | 'completed' | 'cancelled';

/**
 * Where an instance stands. `scope`: the sub-process activity that holds it, or null for the process itself. `via`: the flow by which
 * it came, as `<node>` or `<node>/<flow>`; a parallel join needs one token from each of its incoming flows.
 */
export interface Token {
  readonly id: number;
  readonly node: string;
  readonly scope: number | null;
  readonly via: string | null;
  /** Tokens of one race wait behind one event-based gateway: the first that goes on takes the others away. */
  readonly race?: number;
}

export interface OpenTask {
  readonly id: string;
  /** Stored as role@organisation or person; people are resolved when read (decision 4). */
  readonly performers: readonly PartyReference[];
  readonly assignee: PartyReference | null;
  /** Persons who may not complete it (four-eyes). */
  readonly excluded: readonly PartyReference[];
  readonly dueAt: string | null;
  /** Approval: which approver this task stands for; sequential forEach: which item. */
  readonly slot: number | null;
}

export interface ApprovalVote {
  readonly approver: PartyReference;
  readonly outcome: 'approved' | 'returned' | 'rejected';
  readonly by: PartyReference;
  readonly at: string;
}

export interface ApprovalRound {
  readonly number: number;
  readonly approvers: readonly PartyReference[];
  readonly votes: readonly ApprovalVote[];
  /** Hash of the variables that were put before the approvers. */
  readonly snapshot: string | null;
}

export interface ChildCounters {
  readonly total: number;
  readonly active: number;
  readonly completed: number;
  readonly cancelled: number;
  readonly results: { readonly [result: string]: number };
}

/** One entry into an activity. What it is, its node says; the optional parts belong to that type of node. */
export interface ActivityInstance {
  readonly id: number;
  readonly node: string;
  readonly scope: number | null;
  /** The token that entered it and will leave it. */
  readonly token: number;
  readonly enteredAt: string;
  readonly tasks: readonly OpenTask[];
  readonly timers: readonly OpenTimer[];
  readonly approval: ApprovalRound | null;
  /** forEach, parallel (counted by the store) and sequential (counted here): what `until` is asked over. */
  readonly children: ChildCounters | null;
  /** Sequential forEach: the items still to come, with the current one first. */
  readonly items: readonly Json[] | null;
  // What follows is left out where it says nothing, as it is in every snapshot of the first release.
  /** The messages that it waits for. */
  readonly subscriptions?: readonly OpenSubscription[];
  /** It undoes: an event that asked for it, or a sub-process that is opened again for it. */
  readonly compensation?: Compensation;
  /** Of its conditional events: the keys of those whose condition holds and has been answered. */
  readonly held?: readonly string[];
  /** It has no token: an event sub-process that waits for its event. */
  readonly listening?: true;
  /** An ad-hoc sub-process: its parts that have ended. */
  readonly runs?: RunCounters;
  /** A sub-process: variables of its own, which nobody outside sees. */
  readonly variables?: Variables;
  /** It holds the runs of its own node, one after another: which one is under way, from 1. */
  readonly round?: number;
  /** Its terms stand still: what ran when they stopped. */
  readonly frozen?: FrozenActivity;
}

/** An error or an escalation: what it is called, and what it carries. */
export interface ThrownCode { readonly code: string; readonly data: { readonly [name: string]: Json } }

/** A completed activity that can be undone. `scope`: the activity that holds it; `inner`: what was completed in it, if it was a sub-process. */
export interface CompensableRun { readonly id: number; readonly node: string; readonly scope: number | null; readonly inner?: readonly CompensableRun[] }

/** What is being undone: what is still to come, the next one first, and the token of the handler that is at work. */
export interface Compensation { readonly queue: readonly CompensableRun[]; readonly running: number | null }

export interface RunCounters {
  readonly completed: number;
  readonly results: { readonly [result: string]: number };
  /** How many parts the system has begun. */
  readonly begun?: number;
  /** Its condition holds: what is under way ends, nothing more begins. */
  readonly closing?: true;
}

/** Timers and due moments as they were at `since`, to run again with the time they had left. */
export interface FrozenActivity {
  readonly since: string;
  readonly timers: readonly OpenTimer[];
  readonly dueAt: { readonly [task: string]: string | null };
}

/** A message that is waited for: whoever sends one of that name with an equal correlation value reaches it. */
export interface OpenSubscription {
  readonly id: string;
  readonly message: string;
  readonly correlation: string;
  /** The boundary event's key, or null for the node's own event. */
  readonly ref: string | null;
}

export interface OpenTimer {
  readonly id: string;
  readonly kind: 'boundary' | 'catch' | 'reminder' | 'escalation';
  /** Boundary event key, or the index of the reminder or rung; empty for a node's own event. */
  readonly ref: string;
  readonly task: string | null;
  readonly at: string;
  /** How often it comes again after this time; left out where nobody counts. */
  readonly left?: number;
}

/** The snapshot: everything that `advance` needs and nothing else. Plain data; ids come from `nextId`. */
export interface Instance {
  readonly id: string;
  readonly definitionHash: string;
  readonly organisation: string;
  readonly starter: PartyReference | null;
  readonly startedAt: string;
  readonly status: InstanceStatus;
  readonly result: string | null;
  readonly state: string | null;
  readonly subject: string | null;
  readonly businessKey: string | null;
  /** A child of a parallel forEach: its parent, the parent's activity and its place among the items. */
  readonly parent: { readonly instance: string; readonly activity: number; readonly index: number } | null;
  /** The node that this instance runs: null for the whole process, the forEach node's key for a child. */
  readonly scopeNode: string | null;
  readonly variables: Variables;
  /** The last outcome of each human task, by node key: `outcome.visas = 'returned'` in conditions. */
  readonly outcomes: { readonly [node: string]: string };
  /** Who completed each human task last, by node key: for four-eyes. */
  readonly performedBy: { readonly [node: string]: readonly PartyReference[] };
  /** The last decided round of each approvalTask, by node key: its number goes on, its visas may be kept. */
  readonly approvals: { readonly [node: string]: ApprovalRound };
  readonly tokens: readonly Token[];
  readonly activities: readonly ActivityInstance[];
  readonly nextId: number;
  /** What has been completed and can be undone, in the order of completion; left out where there is nothing. */
  readonly compensable?: readonly CompensableRun[];
  /** It has ended by an error that nobody in it caught; left out at every other end. */
  readonly error?: ThrownCode;
  /** The whole case stands still; left out while it runs. */
  readonly suspended?: Suspension;
}

/** A case stands still by an administrator's word (`own`), because what it is a part of does (`withParent`), or both; it runs again when neither holds. */
export interface Suspension { readonly since: string; readonly own?: true; readonly withParent?: true }
