import { leaveActivity, openActivity } from '../activities.js';
import type { Command } from '../command.js';
import type { NodeBase } from '../compile/compiled.js';
import { findActivity, refuse, replaceActivity, type Draft, type PathStep } from '../draft.js';
import type { CompiledCondition } from '../expressions.js';
import { record } from '../facts.js';
import type { ActivityInstance, Json, RunCounters } from '../instance.js';
import { COUNTER_LOCALS } from '../compile/names.js';
import { setBoundaryEvents } from '../parts/boundary.js';
import { scopeAt } from '../scope.js';
import { placeToken, type Exit } from '../tokens.js';
import { compileBase, onward, type NodeType } from './node-type.js';

export interface CompiledAdHocSubProcess extends NodeBase<'adHocSubProcess'> {
  readonly until: CompiledCondition | null;
  /** Only one part may be under way at a time. */
  readonly oneByOne: boolean;
  /** Each part is begun once, by the system. */
  readonly begins: boolean;
  readonly cancelsRemaining: boolean;
  readonly exit: Exit;
}

const NONE: RunCounters = { completed: 0, results: {} };

/**
 * Work without a fixed order: people begin its parts when they see fit, until its condition holds or a boundary event ends it. Or the
 * system begins each part once; then the last part that ends is the end of it.
 */
export const adHocSubProcess: NodeType<'adHocSubProcess', CompiledAdHocSubProcess> = {
  type: 'adHocSubProcess',

  exits: (key, node) => [onward(key, node.next)],

  compile: (key, node, compiler) => ({
    ...compileBase('adHocSubProcess', key, node, compiler),
    until: node.until === undefined ? null : compiler.condition(node.until, `/nodes/${key}/until`, COUNTER_LOCALS),
    oneByOne: node.ordering === 'sequential',
    begins: node.begin === 'system',
    cancelsRemaining: node.cancelRemaining ?? true,
    exit: onward(key, node.next),
  }),

  enter(draft, node, token, path) {
    const activity = openActivity(draft, token);
    setBoundaryEvents(draft, activity, node.boundary);
    if (node.begins) beginNext(draft, node, activity.id, path);
  },
};

/** Begins what the system has to begin now; false where nothing is left. */
function beginNext(draft: Draft, node: CompiledAdHocSubProcess, id: number, path: readonly PathStep[]): boolean {
  const activity = findActivity(draft, id);
  const runs = activity?.runs ?? NONE;
  const begun = runs.begun ?? 0;
  const left = (draft.compiled.starters.get(node.key) ?? []).slice(begun, node.oneByOne ? begun + 1 : undefined);
  if (!activity || left.length === 0) return false;
  replaceActivity(draft, { ...activity, runs: { ...runs, begun: begun + left.length } });
  for (const part of left) placeToken(draft, part, id, path);
  return true;
}

/** Whether somebody may begin a part now. */
export function mayBegin(draft: Draft, node: CompiledAdHocSubProcess, { id, runs }: ActivityInstance): boolean {
  return !node.begins && runs?.closing === undefined && !(node.oneByOne && draft.tokens.some(({ scope }) => scope === id));
}

/** Begins one of the parts. */
export function beginPart(draft: Draft, node: CompiledAdHocSubProcess, activity: ActivityInstance, part: string, command: Extract<Command, { type: 'triggerAction' }>): void {
  if (!(draft.compiled.starters.get(activity.node) ?? []).includes(part)) return refuse(draft, { code: 'unknownAction', action: part });
  if (!mayBegin(draft, node, activity)) return refuse(draft, { code: 'conditionNotMet', action: part });
  record(draft, 'actionTriggered', { node: activity.node, activity: activity.id, by: command.by?.person ?? null }, {
    action: part, interrupting: false, submission: command.submission, remark: command.remark, right: command.by === null ? null : { ...command.by.right } as Json,
  });
  placeToken(draft, part, activity.id, [{ node: activity.node, flow: part }]);
}

/** Ended by one of its parts, whatever else is under way in it. */
export function adHocEnded(draft: Draft, node: CompiledAdHocSubProcess, activity: ActivityInstance, path: readonly PathStep[]): void {
  leaveActivity(draft, activity.id, node.exit, path);
}

/** One part has ended, by an end event that may name its result. Other parts may still be under way. */
export function partEnded(draft: Draft, node: CompiledAdHocSubProcess, activity: ActivityInstance, result: string | null, path: readonly PathStep[]): void {
  const { completed, results } = activity.runs ?? NONE;
  const known = result !== null && Object.hasOwn(results, result) ? results[result] ?? 0 : 0;
  const runs: RunCounters = { ...activity.runs, completed: completed + 1, results: result === null ? results : { ...results, [result]: known + 1 } };
  replaceActivity(draft, { ...activity, runs });
  const active = new Set(draft.tokens.filter((token) => token.scope === activity.id).map(({ id }) => id)).size;
  const locals = { total: runs.completed + active, active, completed: runs.completed, cancelled: 0, results: runs.results };
  if (!node.until?.holds(scopeAt(draft, activity.id, locals), draft.moment)) return;
  if (node.cancelsRemaining || active === 0) leaveActivity(draft, activity.id, node.exit, path);
  else replaceActivity(draft, { ...activity, runs: { ...runs, closing: true } });
}

/** Nothing is under way in it any more, however it ended: the next part, or on where there is none to come. */
export function adHocScopeEnded(draft: Draft, node: CompiledAdHocSubProcess, activity: ActivityInstance, path: readonly PathStep[]): void {
  const closing = activity.runs?.closing === true;
  if (!closing && node.begins && beginNext(draft, node, activity.id, path)) return;
  if (closing || node.begins) leaveActivity(draft, activity.id, node.exit, path);
}
