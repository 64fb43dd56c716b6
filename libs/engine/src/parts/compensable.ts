import type { NodeBase } from '../compile/compiled.js';
import type { FlowNodeType } from '@reglament/contracts';
import { takeId, type Draft } from '../draft.js';
import type { ActivityInstance, CompensableRun, Token } from '../instance.js';
import { isRun } from '../runs.js';

/**
 * Keeps account of what can be undone (BPMN 2.0 §13.5.5). A completed activity with a handler is remembered, and a completed sub-process
 * with what was completed in it; of an interrupted one nothing is left. A repeated activity counts as one, unless its runs hold something.
 */
export function settleCompensable(draft: Draft, activity: ActivityInstance, how: 'left' | 'cancelled'): void {
  const inner = draft.compensable.filter(({ scope }) => scope === activity.id);
  if (inner.length > 0) draft.compensable = draft.compensable.filter(({ scope }) => scope !== activity.id);
  if (how === 'cancelled' || activity.compensation !== undefined || isEventSubProcess(draft, activity.node) || draft.compiled.handlers.has(activity.node)) return;
  const node = draft.compiled.nodes.get(activity.node);
  const own = node !== undefined && node.compensate !== null && !isRun(draft, activity);
  if (own) remember(draft, { id: takeId(draft), node: activity.node, scope: activity.scope });
  else if (inner.length > 0 || draft.compiled.compensators.has(activity.node)) remember(draft, { id: takeId(draft), node: activity.node, scope: activity.scope, inner });
}

/** As `settleCompensable`, for an activity that is over in the moment in which it begins. */
export function completedAtOnce(draft: Draft, node: NodeBase<FlowNodeType>, token: Token): void {
  if (node.compensate !== null && !isRun(draft, token)) remember(draft, { id: takeId(draft), node: node.key, scope: token.scope });
}

function remember(draft: Draft, run: CompensableRun): void {
  draft.compensable = [...draft.compensable, run];
}

export function isEventSubProcess(draft: Draft, key: string): boolean {
  const node = draft.compiled.definition.nodes[key];
  return node?.type === 'subProcess' && node.event !== undefined;
}
