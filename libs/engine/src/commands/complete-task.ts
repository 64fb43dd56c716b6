import type { Draft } from '../draft.js';
import { refuse } from '../draft.js';
import { approvalSubmitted } from '../nodes/approval-task.js';
import { documentTaskSubmitted } from '../nodes/document-task.js';
import { userTaskSubmitted } from '../nodes/user-task.js';
import { checkSubmission, type CompleteTask } from '../parts/submission.js';
import { findTask, humanOf } from './find-task.js';

/** A person has done a task. */
export function completeTask(draft: Draft, command: CompleteTask): void {
  const found = findTask(draft, command.task);
  if (!found) return refuse(draft, { code: 'taskNotOpen', task: command.task });
  const { activity, task, node } = found;
  if (activity.frozen !== undefined) return refuse(draft, { code: 'suspended', node: activity.node });
  const refusal = checkSubmission(draft, humanOf(node), task, command);
  if (refusal) return refuse(draft, refusal);
  switch (node.type) {
    case 'userTask': return userTaskSubmitted(draft, node, activity, task, command);
    case 'approvalTask': return approvalSubmitted(draft, node, activity, task, command);
    case 'documentTask': return documentTaskSubmitted(draft, node, activity, task, command);
  }
}
