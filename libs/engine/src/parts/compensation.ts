import { cancelActivity, leaveActivity, openActivity } from '../activities.js';
import { findActivity, replaceActivity, takeId, type Draft } from '../draft.js';
import { EngineError } from '../engine-error.js';
import { record } from '../facts.js';
import type { ActivityInstance, CompensableRun, Token } from '../instance.js';
import { undoingEnded } from '../nodes/end-event.js';
import { placeToken, removeToken } from '../tokens.js';
import { isEventSubProcess } from './compensable.js';

/** An event asks for compensation: it is open until everything that it reaches has been undone, the last completed first. */
export function beginUndoing(draft: Draft, token: Token, activity: string | null): void {
  const scopes = scopesFrom(draft, token.scope);
  undo(draft, token, draft.compensable.filter(({ scope, node }) => scopes.includes(scope) && (activity === null || node === activity)));
}

/** The transaction is given up: what is still open in it ends, what was completed is undone. */
export function cancelTransaction(draft: Draft, token: Token): void {
  for (const other of draft.activities.filter(({ scope }) => scope === token.scope)) cancelActivity(draft, other.id);
  for (const other of draft.tokens.filter(({ id, scope }) => scope === token.scope && id !== token.id)) removeToken(draft, other.id);
  undo(draft, token, draft.compensable.filter(({ scope }) => scope === token.scope));
}

function undo(draft: Draft, token: Token, runs: readonly CompensableRun[]): void {
  const activity = openActivity(draft, token);
  draft.compensable = draft.compensable.filter((run) => !runs.includes(run));
  replaceActivity(draft, { ...activity, compensation: { queue: [...runs].reverse(), running: null } });
  record(draft, 'compensationThrown', { node: activity.node, activity: activity.id }, { activities: runs.map(({ node }) => node).reverse() });
}

/** The scope of an event, and, of an event sub-process, the scope that holds it. */
function scopesFrom(draft: Draft, scope: number | null): readonly (number | null)[] {
  const holder = scope === null ? undefined : findActivity(draft, scope);
  return holder && isEventSubProcess(draft, holder.node) ? [scope, ...scopesFrom(draft, holder.scope)] : [scope];
}

/** When nothing moves any more: begins the next handler of whoever waits for none. @returns whether something moves again. */
export function goOnUndoing(draft: Draft): boolean {
  if (!draft.compiled.compensates || draft.status !== 'active') return false;
  for (let idle = idleOne(draft); idle !== undefined && draft.pending.length === 0; idle = idleOne(draft)) {
    const [next, ...queue] = idle.compensation?.queue ?? [];
    if (next === undefined) finish(draft, idle);
    // The case was moved to a version that does not have it any more.
    else if (!draft.compiled.nodes.has(next.node)) replaceActivity(draft, { ...idle, compensation: { queue, running: null } });
    else replaceActivity(draft, { ...idle, compensation: { queue, running: beginHandler(draft, next).id } });
  }
  return draft.pending.length > 0;
}

function idleOne(draft: Draft): ActivityInstance | undefined {
  return draft.activities.find(({ compensation }) => compensation !== undefined && !draft.tokens.some(({ id }) => id === compensation.running));
}

function beginHandler(draft: Draft, run: CompensableRun): Token {
  const handler = draft.compiled.nodes.get(run.node)?.compensate ?? (isEventSubProcess(draft, run.node) ? run.node : null);
  return handler === null ? reopen(draft, run) : placeToken(draft, handler, run.scope, [{ node: run.node, flow: null }]);
}

/** A completed sub-process is opened once more for what undoes it: its own event sub-process, or the handlers of what was done in it. */
function reopen(draft: Draft, { node, scope, inner = [] }: CompensableRun): Token {
  const token: Token = { id: takeId(draft), node, scope, via: null };
  draft.tokens.push(token);
  const activity = openActivity(draft, token);
  const own = inner.map((run): CompensableRun => ({ ...run, scope: activity.id }));
  const compensator = draft.compiled.compensators.get(node);
  if (compensator !== undefined) draft.compensable = [...draft.compensable, ...own];
  const queue = compensator === undefined ? own.reverse() : [{ id: takeId(draft), node: compensator, scope: activity.id }];
  replaceActivity(draft, { ...activity, compensation: { queue, running: null } });
  return token;
}

function finish(draft: Draft, activity: ActivityInstance): void {
  const node = draft.compiled.nodes.get(activity.node);
  if (node?.type === 'throwEvent') return leaveActivity(draft, activity.id, node.exit);
  if (node?.type === 'endEvent') return undoingEnded(draft, node, activity);
  if (node === undefined) throw new EngineError('engine.instanceMismatch', { definition: draft.compiled.definition.key, hash: draft.compiled.hash, node: activity.node, instance: draft.before.id });
  leaveActivity(draft, activity.id, null);
}
