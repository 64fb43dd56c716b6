import type { Draft } from '../draft.js';
import { EngineError } from '../engine-error.js';
import type { ActivityInstance, OpenTask } from '../instance.js';
import type { CompiledApprovalTask } from '../nodes/approval-task.js';
import type { CompiledDocumentTask } from '../nodes/document-task.js';
import type { CompiledUserTask } from '../nodes/user-task.js';
import type { CompiledHuman } from '../parts/human.js';
import { nodeOf } from '../settle.js';

export type HumanNode = CompiledUserTask | CompiledApprovalTask | CompiledDocumentTask;

export function findTask(draft: Draft, id: string): { readonly activity: ActivityInstance; readonly task: OpenTask; readonly node: HumanNode } | undefined {
  for (const activity of draft.activities) {
    const task = activity.tasks.find((candidate) => candidate.id === id);
    if (task) return { activity, task, node: humanNodeOf(draft, activity) };
  }
  return undefined;
}

export function humanNodeOf(draft: Draft, activity: ActivityInstance): HumanNode {
  const node = nodeOf(draft, activity.node);
  if (node.type === 'userTask' || node.type === 'approvalTask' || node.type === 'documentTask') return node;
  throw new EngineError('engine.instanceMismatch', { definition: draft.compiled.definition.key, hash: draft.compiled.hash, node: activity.node, instance: draft.before.id, found: 'a task of a node without people' });
}

export function humanOf(node: HumanNode): CompiledHuman {
  return node.human;
}
