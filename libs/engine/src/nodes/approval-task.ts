import { contentHash, type ApprovalTask, type PartyReference } from '@reglament/contracts';
import { leaveActivity, openActivity } from '../activities.js';
import type { NodeBase } from '../compile/compiled.js';
import { findActivity, readAt, refuse, replaceActivity, type Draft, type PathStep } from '../draft.js';
import type { CompiledCondition, CompiledValue } from '../expressions.js';
import { record } from '../facts.js';
import type { ActivityInstance, ApprovalRound, ApprovalVote, Json, OpenTask } from '../instance.js';
import { setBoundaryEvents } from '../parts/boundary.js';
import { compileHuman, type CompiledHuman } from '../parts/human.js';
import { partiesIn, resolvePerformers } from '../parts/performers.js';
import { outcomeExit, outcomeExits, rememberOutcome, takeSubmission, type CompleteTask } from '../parts/submission.js';
import { scopeAt } from '../scope.js';
import { openTask } from '../tasks.js';
import { compileBase, type NodeType } from './node-type.js';

export interface CompiledApprovalTask extends NodeBase<'approvalTask'> {
  readonly human: CompiledHuman;
  readonly approvers: CompiledValue | null;
  readonly order: 'parallel' | 'sequential';
  readonly quorum: ApprovalTask['quorum'];
  readonly mayAdd: boolean;
  readonly snapshot: readonly string[];
  readonly keepVisasWhen: CompiledCondition | null;
}

/**
 * Approval as one step. Each entry is a round with a snapshot of what was put before the approvers. Enough approvals decide; the first
 * `returned` or `rejected` decides at once. Whoever has no task any more when it is decided is not asked.
 */
export const approvalTask: NodeType<'approvalTask', CompiledApprovalTask> = {
  type: 'approvalTask',

  exits: (key, node) => outcomeExits(key, node.outcomes),

  compile: (key, node, compiler) => ({
    ...compileBase('approvalTask', key, node, compiler),
    human: compileHuman(node, compiler, `/nodes/${key}`),
    approvers: node.approvers === undefined ? null : compiler.path(node.approvers, `/nodes/${key}/approvers`),
    order: node.order,
    quorum: node.quorum,
    mayAdd: node.mayAdd ?? false,
    snapshot: node.snapshot ?? [],
    keepVisasWhen: node.keepVisasWhen === undefined ? null : compiler.condition(node.keepVisasWhen, `/nodes/${key}/keepVisasWhen`),
  }),

  enter(draft, node, token, path) {
    const activity = openActivity(draft, token);
    const approvers = approversOf(draft, node, activity.id);
    if (approvers === null) return refuse(draft, { code: 'noPerformer', node: node.key });
    const round = openRound(draft, node, activity.id, approvers);
    replaceActivity(draft, { ...activity, approval: round });
    record(draft, 'approvalRound', { node: node.key, activity: activity.id }, {
      round: round.number, approvers, kept: round.votes.map((vote) => vote.approver), snapshot: round.snapshot,
    });
    setBoundaryEvents(draft, activity, node.boundary);
    if (approvalsOf(round) >= approvalsNeeded(node.quorum, approvers.length)) return decide(draft, node, activity.id, 'approved', path);
    askNext(draft, node, activity.id, path);
  },
};

/** Null when there is nobody to ask; an empty list in the variable means that nobody need be asked. */
function approversOf(draft: Draft, node: CompiledApprovalTask, activity: number): readonly PartyReference[] | null {
  const scope = scopeAt(draft, activity);
  if (node.approvers === null) {
    const parties = resolvePerformers(draft, node.human.performers, scope);
    return parties.length > 0 ? parties : null;
  }
  const value = node.approvers.evaluate(scope, draft.moment);
  const parties = partiesIn(value);
  return parties.length > 0 || (Array.isArray(value) && value.length === 0) ? parties : null;
}

function openRound(draft: Draft, node: CompiledApprovalTask, activity: number, approvers: readonly PartyReference[]): ApprovalRound {
  const last = Object.hasOwn(draft.approvals, node.key) ? draft.approvals[node.key] : undefined;
  const keeps = last !== undefined && node.keepVisasWhen !== null && node.keepVisasWhen.holds(scopeAt(draft, activity), draft.moment);
  const votes = keeps ? last.votes.filter((vote) => vote.outcome === 'approved' && approvers.includes(vote.approver)) : [];
  return { number: (last?.number ?? 0) + 1, approvers, votes, snapshot: snapshotHash(draft, activity, node.snapshot) };
}

/** Salted with the instance's id: equal contents of two cases must not show as equal in history. */
function snapshotHash(draft: Draft, activity: number, names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const content: { [name: string]: Json } = {};
  for (const name of names) content[name] = readAt(draft, activity, name) ?? null;
  return contentHash({ instance: draft.before.id, content });
}

/** Opens a task for everyone who has not voted: for all at once, or for the next in line. */
function askNext(draft: Draft, node: CompiledApprovalTask, activityId: number, path: readonly PathStep[]): void {
  const activity = findActivity(draft, activityId);
  if (!activity?.approval) return;
  const { approvers, votes } = activity.approval;
  for (const [slot, approver] of approvers.entries()) {
    if (votes.some((vote) => vote.approver === approver) || activity.tasks.some((task) => task.slot === slot)) continue;
    openTask(draft, activityId, node.human, [approver], slot, path);
    if (node.order === 'sequential') return;
  }
}

export function approvalSubmitted(draft: Draft, node: CompiledApprovalTask, activity: ActivityInstance, task: OpenTask, command: CompleteTask): void {
  takeSubmission(draft, node.human, activity, task, command);
  const open = findActivity(draft, activity.id);
  if (!open?.approval) return;
  const outcome = command.outcome as ApprovalVote['outcome'];
  const approver = open.approval.approvers[task.slot ?? 0] ?? command.by.person;
  const vote: ApprovalVote = { approver, outcome, by: command.by.person, at: draft.context.now };
  const round: ApprovalRound = { ...open.approval, votes: [...open.approval.votes, vote] };
  replaceActivity(draft, { ...open, approval: round });
  if (outcome !== 'approved') decide(draft, node, activity.id, outcome, [], command.returnTo);
  else if (approvalsOf(round) >= approvalsNeeded(node.quorum, round.approvers.length)) decide(draft, node, activity.id, 'approved', [], command.returnTo);
  else if (node.order === 'sequential') askNext(draft, node, activity.id, [{ node: node.key, flow: outcome }]);
}

export function approverAdded(draft: Draft, node: CompiledApprovalTask, activity: ActivityInstance, approver: PartyReference): void {
  if (!activity.approval) return;
  replaceActivity(draft, { ...activity, approval: { ...activity.approval, approvers: [...activity.approval.approvers, approver] } });
  if (node.order === 'parallel') askNext(draft, node, activity.id, []);
}

function decide(draft: Draft, node: CompiledApprovalTask, activityId: number, outcome: ApprovalVote['outcome'], path: readonly PathStep[], returnTo?: string): void {
  const round = findActivity(draft, activityId)?.approval;
  if (!round) return;
  draft.approvals = { ...draft.approvals, [node.key]: round };
  rememberOutcome(draft, node.key, outcome, [...new Set(round.votes.map((vote) => vote.by))]);
  if (draft.before.starter !== null) draft.effects.push({ type: 'notify', kind: outcome, to: [draft.before.starter], task: null, node: node.key });
  leaveActivity(draft, activityId, outcomeExit(node.key, node.human, outcome, returnTo), path);
}

function approvalsOf(round: ApprovalRound): number {
  return round.votes.filter((vote) => vote.outcome === 'approved').length;
}

/** How many approvals decide. A percentage is rounded up, so that "half of three" means two. */
export function approvalsNeeded(quorum: ApprovalTask['quorum'], approvers: number): number {
  if (quorum === 'one') return Math.min(1, approvers);
  if (quorum === 'all') return approvers;
  return Math.ceil((approvers * quorum.percent) / 100);
}
