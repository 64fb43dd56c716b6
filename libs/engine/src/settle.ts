import { endScope } from './activities.js';
import { MAX_STEPS } from './context.js';
import { findActivity, refuse, type Draft, type PathStep } from './draft.js';
import { endInstance } from './end-instance.js';
import { EngineError } from './engine-error.js';
import { record } from './facts.js';
import { adHocScopeEnded } from './nodes/ad-hoc-sub-process.js';
import { wakeInclusiveJoin } from './nodes/inclusive-gateway.js';
import { enterNode } from './nodes/node-types.js';
import { subProcessScopeEnded } from './nodes/sub-process.js';
import { judgeConditions } from './parts/conditions.js';
import { hearOwnSignal } from './parts/take-subscription.js';
import { enterRepeated, runEnded } from './parts/repetition.js';
import { goOnUndoing } from './parts/undoing.js';
import type { CompiledNode } from './compile/compiled.js';

/** Lets tokens move until every one of them waits for something: a task, a service, a timer, children, a join. */
export function settle(draft: Draft): void {
  for (let steps = 0; draft.refusal === null && (draft.pending.length > 0 || goOnUndoing(draft) || isJoinWoken(draft) || judgeConditions(draft)); steps++) {
    if (steps >= MAX_STEPS) return refuse(draft, { code: 'budgetExceeded', what: 'steps', limit: MAX_STEPS });
    const next = draft.pending.shift();
    if (next === undefined) return;
    switch (next.kind) {
      case 'arrival':
        // An interrupting event may have taken the token away while it was on its way.
        if (draft.tokens.some((token) => token.id === next.token.id)) arrive(draft, nodeOf(draft, next.token.node), next);
        break;
      case 'signal':
        hearOwnSignal(draft, next.name, next.data);
        break;
      case 'scopeEnded':
        endScopeAt(draft, next.scope, next.path);
        break;
      case 'runEnded': {
        const holder = findActivity(draft, next.holder);
        if (holder) runEnded(draft, nodeOf(draft, holder.node), next);
        break;
      }
    }
  }
}

/** Asked only when nothing moves: until then whatever is on its way may still come to the join. */
function isJoinWoken(draft: Draft): boolean {
  return draft.compiled.reaching.size > 0 && draft.status === 'active' && wakeInclusiveJoin(draft);
}

function arrive(draft: Draft, node: CompiledNode, { token, path }: Extract<Draft['pending'][number], { kind: 'arrival' }>): void {
  if (node.state !== null && node.state !== draft.state) {
    record(draft, 'stateChanged', { node: node.key }, { from: draft.state, to: node.state });
    draft.state = node.state;
  }
  if (!enterRepeated(draft, node, token, path)) enterNode(draft, node, token, path);
}

function endScopeAt(draft: Draft, scope: number | null, path: readonly PathStep[]): void {
  if (draft.tokens.some((token) => token.scope === scope)) return;
  if (draft.status !== 'active') return;
  if (scope === null) {
    // What is left has no token: the event sub-processes that still listen.
    endScope(draft, null);
    return endInstance(draft, 'completed');
  }
  const activity = findActivity(draft, scope);
  // What undoes its inner activities goes on with the next of them.
  if (!activity || activity.compensation !== undefined) return;
  const node = nodeOf(draft, activity.node);
  if (node.type === 'subProcess') subProcessScopeEnded(draft, node, activity, path);
  else if (node.type === 'adHocSubProcess') adHocScopeEnded(draft, node, activity, path);
}

export function nodeOf(draft: Draft, key: string): CompiledNode {
  const node = draft.compiled.nodes.get(key);
  if (node) return node;
  throw new EngineError('engine.instanceMismatch', { definition: draft.compiled.definition.key, hash: draft.compiled.hash, node: key, instance: draft.before.id });
}
