import type { Command } from '../command.js';
import { findActivity, refuse, type Draft } from '../draft.js';
import { record } from '../facts.js';
import { approverAdded } from '../nodes/approval-task.js';
import { nodeOf } from '../settle.js';

/** One more approver for the round that is open; in a sequence the last one. */
export function addApprover(draft: Draft, command: Extract<Command, { type: 'addApprover' }>): void {
  const activity = findActivity(draft, command.activity);
  if (!activity) return refuse(draft, { code: 'activityNotOpen', activity: command.activity });
  const node = nodeOf(draft, activity.node);
  if (node.type !== 'approvalTask' || !node.mayAdd) return refuse(draft, { code: 'mayNotAdd', node: activity.node });
  if (activity.approval?.approvers.includes(command.approver)) return refuse(draft, { code: 'approverExists', approver: command.approver });
  record(draft, 'approverAdded', { node: activity.node, activity: activity.id, by: command.by.person }, { approver: command.approver });
  approverAdded(draft, node, activity, command.approver);
}
