import type { Command } from '../command.js';
import type { CompiledNode } from '../compile/compiled.js';
import { findActivity, refuse, type Draft } from '../draft.js';
import { callActivityRepeated } from '../nodes/call-activity.js';
import { subProcessRepeated } from '../nodes/sub-process.js';
import { userTaskRepeated } from '../nodes/user-task.js';
import { childrenCounted, type Repeated } from '../parts/for-each.js';
import { repeatedOf } from '../parts/repetition.js';
import { isRun } from '../runs.js';
import { nodeOf } from '../settle.js';

/** The store has counted the children of a parallel forEach anew. */
export function childrenChanged(draft: Draft, command: Extract<Command, { type: 'childrenChanged' }>): void {
  const activity = findActivity(draft, command.activity);
  if (!activity || activity.items !== null) return refuse(draft, { code: 'activityNotOpen', activity: command.activity });
  const node = nodeOf(draft, activity.node);
  const repeated = repeatedAt(node);
  if (node.forEach === null || repeated === null || isRun(draft, activity)) return refuse(draft, { code: 'activityNotOpen', activity: command.activity });
  childrenCounted(draft, repeated, node.forEach, activity, command);
}

function repeatedAt(node: CompiledNode): Repeated | null {
  switch (node.type) {
    case 'userTask': return userTaskRepeated(node);
    case 'subProcess': return subProcessRepeated(node);
    case 'callActivity': return callActivityRepeated(node);
    default: return node.forEach === null ? null : repeatedOf(node);
  }
}
