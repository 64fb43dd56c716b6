import type { Outcome } from '../advance.js';
import type { Command } from '../command.js';
import type { Effect } from '../effect.js';
import type { Instance, OpenTask } from '../instance.js';

type Restore = Extract<Command, { type: 'restoreInstance' }>;

/**
 * The case as it stood before, with what the world must do for that: tasks that were cancelled are open again, what was opened since is
 * taken away. What the world cannot take back (a service called, a child started, a mail sent) is for the shell to refuse.
 *
 * Not a step of the process: no token moves, so nothing of the definition is asked.
 */
export function restoreInstance(now: Instance, { to, version, by, remark, submission }: Restore): Outcome {
  if (!remark) return { kind: 'refused', refusal: { code: 'remarkRequired', outcome: 'undo' } };
  const effects: Effect[] = [{ type: 'history', fact: { kind: 'instanceRestored', node: null, activity: null, task: null, by: by.person, data: { version, status: now.status, submission } } }];
  tasks(now, to, effects);
  timers(now, to, effects);
  subscriptions(now, to, effects);
  // Ids are never given out twice, though what they named is gone.
  return { kind: 'advanced', instance: { ...to, nextId: now.nextId }, effects };
}

function tasks(now: Instance, to: Instance, effects: Effect[]): void {
  const before = tasksOf(now);
  const after = tasksOf(to);
  for (const [id, { node, activity }] of before) {
    if (after.has(id)) continue;
    effects.push({ type: 'closeTask', task: id, status: 'cancelled', outcome: null, by: null, node });
    effects.push({ type: 'history', fact: { kind: 'taskCancelled', node, activity, task: id, by: null, data: {} } });
  }
  for (const [id, { task }] of after) effects.push(before.has(id) ? { type: 'updateTask', task } : { type: 'reopenTask', task });
}

interface Held { readonly task: OpenTask; readonly node: string; readonly activity: number }

function tasksOf({ activities }: Instance): ReadonlyMap<string, Held> {
  return new Map(activities.flatMap((activity) => activity.tasks.map((task): [string, Held] => [task.id, { task, node: activity.node, activity: activity.id }])));
}

function timers(now: Instance, to: Instance, effects: Effect[]): void {
  const before = new Set(now.activities.flatMap((activity) => activity.timers.map(({ id }) => id)));
  const after = new Set(to.activities.flatMap((activity) => activity.timers.map(({ id }) => id)));
  for (const id of before) if (!after.has(id)) effects.push({ type: 'cancelTimer', timer: id });
  for (const { id: activity, timers: set } of to.activities) for (const timer of set) if (!before.has(timer.id)) effects.push({ type: 'setTimer', timer, activity });
}

function subscriptions(now: Instance, to: Instance, effects: Effect[]): void {
  const before = new Set(now.activities.flatMap((activity) => (activity.subscriptions ?? []).map(({ id }) => id)));
  const after = new Set(to.activities.flatMap((activity) => (activity.subscriptions ?? []).map(({ id }) => id)));
  for (const id of before) if (!after.has(id)) effects.push({ type: 'unsubscribe', subscription: id });
  for (const { id: activity, node, subscriptions: open } of to.activities) {
    for (const subscription of open ?? []) if (!before.has(subscription.id)) effects.push({ type: 'subscribe', subscription, activity, node });
  }
}
