import { findActivity, type Draft } from './draft.js';
import type { ActivityInstance } from './instance.js';

/**
 * Whether a token, or the activity that it entered, is one run of a repeated node: then the runs are held by an activity of the same node,
 * or, for a child of a parallel forEach, by the parent's. Boundary events are the holder's, and behind the run the holder decides.
 */
export function isRun(draft: Draft, { node, scope }: Pick<ActivityInstance, 'node' | 'scope'>): boolean {
  if (scope === null) return draft.before.scopeNode === node;
  return findActivity(draft, scope)?.node === node;
}

/** Whether the work of the activity is done by its runs or children, so that it calls no service itself. */
export function holdsRuns({ round, children }: Pick<ActivityInstance, 'round' | 'children'>): boolean {
  return round !== undefined || children !== null;
}
