import type { Command } from '../command.js';
import { findActivity, refuse, type Draft } from '../draft.js';
import { callActivityRepeated } from '../nodes/call-activity.js';
import { subProcessRepeated } from '../nodes/sub-process.js';
import { userTaskRepeated } from '../nodes/user-task.js';
import { childrenCounted } from '../parts/for-each.js';
import { nodeOf } from '../settle.js';

/** The store has counted the children of a parallel forEach anew. */
export function childrenChanged(draft: Draft, command: Extract<Command, { type: 'childrenChanged' }>): void {
  const activity = findActivity(draft, command.activity);
  if (!activity || activity.items !== null) return refuse(draft, { code: 'activityNotOpen', activity: command.activity });
  const node = nodeOf(draft, activity.node);
  if (node.type === 'userTask' && node.forEach) return childrenCounted(draft, userTaskRepeated(node), node.forEach, activity, command);
  if (node.type === 'subProcess' && node.forEach) return childrenCounted(draft, subProcessRepeated(node), node.forEach, activity, command);
  if (node.type === 'callActivity' && node.forEach) return childrenCounted(draft, callActivityRepeated(node), node.forEach, activity, command);
  refuse(draft, { code: 'activityNotOpen', activity: command.activity });
}
