import type { ApprovalTask, DocumentTask, Outcome, SubmissionCheck, UserTask } from '@reglament/contracts';
import { EngineError } from '@reglament/engine';
import type { LiveDefinition, LiveForm } from '../definitions/live-definition.js';

export type HumanNode = UserTask | ApprovalTask | DocumentTask;

/** The node behind a task. Another type of node cannot have opened one: then the task belongs to another definition. */
export function humanNode(live: LiveDefinition, key: string): HumanNode {
  const node = live.definition.nodes[key];
  if (node && (node.type === 'userTask' || node.type === 'approvalTask' || node.type === 'documentTask')) return node;
  throw new EngineError('engine.instanceMismatch', { definition: live.definition.key, hash: live.hash, node: key });
}

export function outcomesOf(node: HumanNode): ReadonlyMap<string, Outcome> {
  return new Map(Object.entries(node.outcomes ?? {}) as [string, Outcome][]);
}

export function checksOf(node: HumanNode): readonly SubmissionCheck[] {
  return 'checks' in node ? (node.checks ?? []) : [];
}

export function formOf(live: LiveDefinition, key: string | null | undefined): LiveForm | null {
  return key === null || key === undefined ? null : (live.forms.get(key) ?? null);
}

/** `sign` asks for the password again, `register` takes a number; both inside the completion's own transaction. */
export function operationOf(node: HumanNode): 'sign' | 'register' | null {
  return node.type === 'documentTask' && (node.operation === 'sign' || node.operation === 'register') ? node.operation : null;
}
