import type { Actor, Effect, Instance } from '@reglament/engine';
import type { PartyReference } from '@reglament/contracts';

/** What was read of the instance and must still be so when the transition is written. Opaque to the runtime: it only hands it back. */
export interface InstanceHead {
  readonly id: string;
  readonly version: number;
  readonly historySeq: number;
  readonly headHash: string;
  readonly path: string;
  /** Partition key, `YYYY-MM-01`. */
  readonly period: string;
}

/** Where a new instance stands; its organisation is in the snapshot. */
export interface NewInstance {
  readonly definition: { readonly key: string; readonly version: number };
  /** Path of the instance's organisation (`organisationFacts`). */
  readonly path: string;
  /** A child keeps its root's partition key; default: the month of the start. */
  readonly period?: string;
  /** Title of a child among its siblings. */
  readonly childTitle?: string | null;
  /** Who has a part in it sees neither its parent nor its siblings. Default: they do. */
  readonly apart?: boolean;
}

export interface NewSubmission {
  readonly id: string;
  readonly task: string | null;
  readonly node: string | null;
  readonly form: { readonly key: string; readonly hash: string } | null;
  readonly outcome: string | null;
  readonly data: { readonly [field: string]: unknown };
  readonly remark: string | null;
  readonly author: PartyReference | null;
  /** From `sealSubmission`. */
  readonly salt: string;
  readonly hash: string;
}

export interface IdempotencyRecord {
  /** Who asked: keys of different people never meet. */
  readonly actor: string;
  readonly key: string;
  readonly requestHash: string;
  /** What the answer is made of again: ids and keys, no personal values. */
  readonly response: unknown;
}

/** A step of one instance from what was loaded to what `advance` gave; written whole or not at all. */
export interface Transition {
  readonly before: InstanceHead | NewInstance;
  readonly after: Instance;
  readonly effects: readonly Effect[];
  /** The command that caused it: unique, so that history has one cause for each of its rows (invariant I2). */
  readonly command: string;
  readonly actor: Actor | null;
  /** Business time of the command, ISO 8601 in UTC: what `advance` was given as `now`. */
  readonly at: string;
  readonly submission?: NewSubmission | null;
  readonly idempotency?: IdempotencyRecord | null;
  /** The timer that this command fired, as claimed: a lease that has passed to another makes it a conflict. */
  readonly firedTimer?: { readonly id: string; readonly fence: number } | null;
}

export type SaveResult =
  | { readonly kind: 'saved'; readonly head: InstanceHead }
  /** The instance has moved on, the idempotency key is taken, or the timer's lease has passed on: load again and decide anew. */
  | { readonly kind: 'conflict' };

export function isNew(before: Transition['before']): before is NewInstance {
  return 'definition' in before;
}
