import { leaveActivity, openActivity } from '../activities.js';
import { replaceActivity, takeId, type Draft } from '../draft.js';
import { EngineError } from '../engine-error.js';
import type { ActivityInstance, CompensableRun, Token } from '../instance.js';
import { undoingEnded } from '../nodes/end-event.js';
import { placeToken } from '../tokens.js';
import { isEventSubProcess } from './compensable.js';

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
