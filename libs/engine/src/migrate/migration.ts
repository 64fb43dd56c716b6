import type { Actor } from '../command.js';
import type { Effect, Refusal } from '../effect.js';
import type { Instance, Variables } from '../instance.js';

/** How a living case is taken to another version of its definition. Plain data; the same for every case that is moved together. */
export interface Migration {
  /** Key before → key after, of the nodes that have another key; every other node is the one with the same key. */
  readonly nodes: { readonly [before: string]: string };
  /** By the key after: terms that are counted anew from when their step was entered. All others keep the moment, so the time they have left. */
  readonly terms: { readonly [node: string]: TermsChoice };
  /** Given to a case that does not have them; what it has is never overwritten. */
  readonly variables: Variables;
}

export type TermsChoice = 'keep' | 'recompute';

/** Who moves it, and the hash of the reason as stored. */
export interface MigrationOrder { readonly by: Actor | null; readonly submission: string | null }

/** Why a case cannot be taken along. Keys are those of the version before, but for `to`. */
export type MigrationObstacle =
  | { readonly code: 'caseEnded' }
  | { readonly code: 'caseSuspended' }
  /** A token stands where the version after has nothing. */
  | { readonly code: 'nodeGone'; readonly node: string; readonly token: number }
  | { readonly code: 'nodeRetyped'; readonly node: string; readonly to: string }
  /** The node is in another sub-process than the one that holds the token. */
  | { readonly code: 'scopeChanged'; readonly node: string; readonly to: string }
  /** A token waits at a join and came by a flow that is no more. */
  | { readonly code: 'flowGone'; readonly node: string; readonly via: string }
  /** While the step is open, this of it cannot change: how it repeats, what a service that runs was asked, the order of approvers. */
  | { readonly code: 'changedWhileOpen'; readonly node: string; readonly to: string }
  /** The move itself met what a step of the case would have met: no calendar, a correlation without a value. */
  | { readonly code: 'refused'; readonly refusal: Refusal }
  | { readonly code: 'fault'; readonly node: string | null; readonly found: string };

export type Migrated =
  | { readonly kind: 'migrated'; readonly instance: Instance; readonly effects: readonly Effect[] }
  | { readonly kind: 'blocked'; readonly obstacles: readonly MigrationObstacle[] };

export const PLAIN_MIGRATION: Migration = { nodes: {}, terms: {}, variables: {} };
