import type { HistoryInsert, TransitionRow } from './rows.js';
import { isNew, type InstanceHead, type Transition } from './transition.js';

/** The instance as it will stand, with the submission and the idempotency record, of which a transition has at most one each. */
export function transitionRow(transition: Transition, history: readonly HistoryInsert[], parties: readonly string[]): TransitionRow {
  const { before, after, at, command, actor, firedTimer } = transition;
  const last = history[history.length - 1];
  return {
    n: 0, id: after.id, before_version: isNew(before) ? null : before.version, organisation: after.organisation, path: before.path,
    period: periodOf(transition), definition_hash: after.definitionHash, status: after.status, result: after.result, state: after.state,
    subject: after.subject, business_key: after.businessKey, ended_at: after.status === 'active' ? null : at, version: versionOf(transition),
    history_seq: last?.seq ?? (isNew(before) ? 0 : before.historySeq),
    head_hash: last?.hash ?? (isNew(before) ? '' : before.headHash),
    snapshot: after, command, at, parties,
    ...(after.suspended && { suspended_at: after.suspended.since }),
    ...(isNew(before) && {
      definition_key: before.definition.key, definition_version: before.definition.version, starter: after.starter, started_at: after.startedAt,
      child_title: before.childTitle ?? null, scope_node: after.scopeNode, ...(before.apart === true && { apart: true }),
      ...(after.parent && { parent: after.parent.instance, parent_activity: after.parent.activity, parent_index: after.parent.index }),
    }),
    ...(actor && { completed_right: actor.right }),
    ...(firedTimer && { fired_timer: firedTimer.id, fence: firedTimer.fence }),
    ...submissionOf(transition),
    ...idempotencyOf(transition),
  };
}

export function versionOf({ before }: Transition): number {
  return isNew(before) ? 1 : before.version + 1;
}

export function headOf(row: TransitionRow): InstanceHead {
  return { id: row.id, version: row.version, historySeq: row.history_seq, headHash: row.head_hash, path: row.path, period: row.period };
}

function periodOf({ before, after }: Transition): string {
  return before.period ?? `${after.startedAt.slice(0, 7)}-01`;
}

function submissionOf({ submission }: Transition): Partial<TransitionRow> {
  if (!submission) return {};
  const { id, task, node, form, outcome, data, remark, author, salt, hash } = submission;
  return { submission: id, task, node, ...(form && { form_key: form.key, form_hash: form.hash }), outcome, data, remark, author, salt, hash };
}

function idempotencyOf({ idempotency }: Transition): Partial<TransitionRow> {
  if (!idempotency) return {};
  return { actor: idempotency.actor, key: idempotency.key, request_hash: idempotency.requestHash, response: idempotency.response };
}
