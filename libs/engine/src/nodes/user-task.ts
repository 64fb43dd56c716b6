import { endActivity, openActivity } from '../activities.js';
import type { NodeBase } from '../compile/compiled.js';
import { findActivity, type Draft, type PathStep } from '../draft.js';
import { record } from '../facts.js';
import type { ActivityInstance, OpenTask } from '../instance.js';
import { setBoundaryEvents } from '../parts/boundary.js';
import { countResult, enterForEach, itemEnded, type Repeated } from '../parts/for-each.js';
import { compileHuman, type CompiledHuman } from '../parts/human.js';
import { resolvePerformers } from '../parts/performers.js';
import { outcomeExit, outcomeExits, rememberOutcome, takeSubmission, type CompleteTask } from '../parts/submission.js';
import { scopeAt } from '../scope.js';
import { leaveActivity } from '../activities.js';
import { openTask } from '../tasks.js';
import { consumeToken } from '../tokens.js';
import { compileBase, type NodeType } from './node-type.js';

export interface CompiledUserTask extends NodeBase<'userTask'> { readonly human: CompiledHuman }

/** Work of one person. With forEach, work of one person per item; then all outcomes lead to the same node. */
export const userTask: NodeType<'userTask', CompiledUserTask> = {
  type: 'userTask',

  exits: (key, node) => outcomeExits(key, node.outcomes),

  compile: (key, node, compiler) => ({
    ...compileBase('userTask', key, node, compiler),
    human: compileHuman(node, compiler, `/nodes/${key}`),
  }),

  enter(draft, node, token, path) {
    if (node.forEach !== null && !runsOneItem(draft, node)) return enterForEach(draft, userTaskRepeated(node), node.forEach, token, path);
    const activity = openActivity(draft, token);
    // In a child the boundary events belong to the parent's activity, which holds all the items.
    if (!runsOneItem(draft, node)) setBoundaryEvents(draft, activity, node.boundary);
    giveTask(draft, node, activity.id, null, path);
  },
};

export function userTaskRepeated(node: CompiledUserTask): Repeated {
  const [outcome] = node.human.outcomes.values();
  return {
    key: node.key, boundary: node.boundary, input: [], exit: { to: outcome?.to ?? '', flow: null, via: node.key },
    startItem: (draft, activity, path) => giveTask(draft, node, activity.id, activity.children?.completed ?? 0, path),
  };
}

export function userTaskSubmitted(draft: Draft, node: CompiledUserTask, activity: ActivityInstance, task: OpenTask, command: CompleteTask): void {
  takeSubmission(draft, node.human, activity, task, command);
  const earlier = task.slot !== null && task.slot > 0 ? draft.performedBy[node.key] ?? [] : [];
  rememberOutcome(draft, node.key, command.outcome, [...new Set([...earlier, command.by.person])]);
  const path = [{ node: node.key, flow: command.outcome }];
  if (runsOneItem(draft, node)) return endItem(draft, activity, command.outcome, path);
  if (node.forEach === null) return leaveActivity(draft, activity.id, outcomeExit(node.key, node.human, command.outcome, command.returnTo));
  countResult(draft, activity.id, command.outcome);
  const open = findActivity(draft, activity.id);
  if (open) itemEnded(draft, userTaskRepeated(node), node.forEach, open, path);
}

function giveTask(draft: Draft, node: CompiledUserTask, activity: number, slot: number | null, path: readonly PathStep[]): void {
  openTask(draft, activity, node.human, resolvePerformers(draft, node.human.performers, scopeAt(draft, activity)), slot, path);
}

/** Whether this instance is a child that runs this very node for one item. */
function runsOneItem(draft: Draft, node: CompiledUserTask): boolean {
  return draft.before.scopeNode === node.key;
}

/** In a child the outcome does not lead anywhere: it is the child's result, and the parent counts it. */
function endItem(draft: Draft, activity: ActivityInstance, outcome: string, path: readonly PathStep[]): void {
  endActivity(draft, activity.id, 'left');
  record(draft, 'nodeLeft', { node: activity.node, activity: activity.id });
  draft.result = outcome;
  const token = draft.tokens.find((candidate) => candidate.id === activity.token);
  if (token) consumeToken(draft, token, path);
}
