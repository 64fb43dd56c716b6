import { cancelActivity } from '../activities.js';
import { takeId, type Draft, type PathStep } from '../draft.js';
import type { ActivityInstance } from '../instance.js';
import { isRun } from '../runs.js';
import { placeToken, removeToken } from '../tokens.js';
import { setBoundaryEvents, type CompiledBoundary } from './boundary.js';

/**
 * The event sub-processes of a scope listen from its beginning to its end. A listener is an activity without a token: it holds the timer
 * or the subscription, it is where an action is offered, and the end of its scope ends it without a word in history.
 */
export function listen(draft: Draft, scopeNode: string | null, scope: number | null): void {
  for (const node of draft.compiled.eventSubProcesses.get(scopeNode) ?? []) {
    const trigger = triggerOf(draft, node);
    if (trigger === null) continue;
    const listener: ActivityInstance = {
      id: takeId(draft), node, scope, token: NO_TOKEN, enteredAt: draft.context.now, tasks: [], timers: [], approval: null, children: null, items: null, listening: true,
    };
    draft.activities.push(listener);
    setBoundaryEvents(draft, listener, [trigger]);
  }
}

/** Ids begin with 1. */
const NO_TOKEN = 0;

/** The events that may come to an activity now: those on its border, or, of a listener, the one that it listens for. */
export function eventsAt(draft: Draft, activity: ActivityInstance): readonly CompiledBoundary[] {
  if (!activity.listening) return isRun(draft, activity) ? [] : draft.compiled.nodes.get(activity.node)?.boundary ?? [];
  const trigger = triggerOf(draft, activity.node);
  return trigger === null ? [] : [trigger];
}

function triggerOf(draft: Draft, key: string): CompiledBoundary | null {
  const node = draft.compiled.nodes.get(key);
  return node?.type === 'subProcess' ? node.trigger : null;
}

/** Starts the event sub-process: beside what runs in the scope, or instead of it; then nothing else in the scope is listened for any more. */
export function startEventSubProcess(draft: Draft, listener: ActivityInstance, interrupting: boolean, path: readonly PathStep[]): void {
  const { node, scope } = listener;
  if (interrupting) {
    for (const other of draft.activities.filter((candidate) => candidate.scope === scope)) cancelActivity(draft, other.id);
    for (const token of draft.tokens.filter((candidate) => candidate.scope === scope)) removeToken(draft, token.id);
  }
  placeToken(draft, node, scope, path);
}
