import { cancelActivity } from '../activities.js';
import type { Compiled } from '../compile/compiled.js';
import { takeId, type Draft } from '../draft.js';
import type { ActivityInstance, Instance } from '../instance.js';
import { eventsAt } from '../parts/event-sub-process.js';
import { setBoundaryEvents } from '../parts/boundary.js';
import type { Migration } from './migration.js';
import { keyAfter } from './moved-instance.js';

/**
 * Event sub-processes that only the version after has begin to listen in the scopes that are open; those that it has no more stop. One that
 * both have goes on as it is: where it has been started already and taken the place of everything, nothing listens any more.
 */
export function fitListeners(draft: Draft, before: Compiled, instance: Instance, { nodes }: Migration): void {
  const known = new Set([...before.eventSubProcesses.values()].flat().map((key) => keyAfter(nodes, key)));
  for (const activity of draft.activities.filter(({ listening }) => listening)) {
    if (!isEventSubProcess(draft, activity.node)) cancelActivity(draft, activity.id);
  }
  for (const { scope, node } of openScopes(draft, instance)) {
    if (isTakenOver(draft, scope)) continue;
    for (const key of draft.compiled.eventSubProcesses.get(node) ?? []) if (!known.has(key)) listenFor(draft, key, scope);
  }
}

function listenFor(draft: Draft, node: string, scope: number | null): void {
  const listener: ActivityInstance = {
    id: takeId(draft), node, scope, token: 0, enteredAt: draft.context.now, tasks: [], timers: [], approval: null, children: null, items: null, listening: true,
  };
  draft.activities.push(listener);
  setBoundaryEvents(draft, listener, eventsAt(draft, listener));
}

/** Where something runs inside this instance: the case itself, or what a child runs, and every sub-process that has tokens of its own. */
function openScopes(draft: Draft, { scopeNode }: Instance): readonly { readonly scope: number | null; readonly node: string | null }[] {
  const own = scopeNode === null ? null : draft.before.scopeNode;
  const inner = draft.activities.filter(({ id, listening }) => !listening && draft.tokens.some(({ scope }) => scope === id));
  return [{ scope: null, node: own }, ...inner.map(({ id, node }) => ({ scope: id, node }))];
}

/** An event sub-process that interrupts has taken the place of everything in the scope. */
function isTakenOver(draft: Draft, scope: number | null): boolean {
  return draft.activities.some((activity) => {
    const node = draft.compiled.nodes.get(activity.node);
    return !activity.listening && activity.scope === scope && node?.type === 'subProcess' && node.trigger?.event.interrupting === true;
  });
}

function isEventSubProcess(draft: Draft, key: string): boolean {
  const node = draft.compiled.nodes.get(key);
  return node?.type === 'subProcess' && node.trigger !== null;
}
