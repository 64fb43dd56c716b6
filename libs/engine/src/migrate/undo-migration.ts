import type { Effect } from '../effect.js';
import type { Instance } from '../instance.js';
import type { MigrationOrder } from './migration.js';

/**
 * The case as it stood before it was moved, with what the world must do for that. A migration opens and closes no task, so only moments and
 * what is waited for differ. Whether nothing has happened since is for the shell to see: it alone knows the version.
 */
export function undoMigration(now: Instance, before: Instance, { by, submission }: MigrationOrder): { readonly instance: Instance; readonly effects: readonly Effect[] } {
  const effects: Effect[] = [{ type: 'history', fact: {
    kind: 'migrationUndone', node: null, activity: null, task: null, by: by?.person ?? null,
    data: { from: now.definitionHash, to: before.definitionHash, submission, right: by === null ? null : { ...by.right } },
  } }];
  const [timersNow, timersThen] = [timersOf(now), timersOf(before)];
  for (const id of timersNow.keys()) if (!timersThen.has(id)) effects.push({ type: 'cancelTimer', timer: id });
  for (const [id, effect] of timersThen) if (!timersNow.has(id)) effects.push(effect);
  const [awaitedNow, awaitedThen] = [awaitedBy(now), awaitedBy(before)];
  for (const id of awaitedNow.keys()) if (!awaitedThen.has(id)) effects.push({ type: 'unsubscribe', subscription: id });
  for (const [id, effect] of awaitedThen) if (!awaitedNow.has(id)) effects.push(effect);
  for (const { tasks } of before.activities) for (const task of tasks) effects.push({ type: 'updateTask', task });
  // Ids are never given out twice, though what they named is gone.
  return { instance: { ...before, nextId: now.nextId }, effects };
}

function timersOf({ activities }: Instance): ReadonlyMap<string, Effect> {
  return new Map(activities.flatMap(({ id: activity, timers }) => timers.map((timer): [string, Effect] => [timer.id, { type: 'setTimer', timer, activity }])));
}

function awaitedBy({ activities }: Instance): ReadonlyMap<string, Effect> {
  return new Map(activities.flatMap(({ id: activity, node, subscriptions }) => (subscriptions ?? []).map((subscription): [string, Effect] => [subscription.id, { type: 'subscribe', subscription, activity, node }])));
}
