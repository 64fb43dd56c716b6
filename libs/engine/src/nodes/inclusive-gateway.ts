import type { ExpressionWarning } from '@reglament/expressions';
import type { NodeBase } from '../compile/compiled.js';
import type { Draft, PathStep } from '../draft.js';
import { EngineError } from '../engine-error.js';
import { record } from '../facts.js';
import type { Token } from '../instance.js';
import { compileFlows, type CompiledFlow } from '../parts/conditional-flows.js';
import { scopeAt } from '../scope.js';
import { moveToken, removeToken, spawnToken } from '../tokens.js';
import { compileBase, type NodeType } from './node-type.js';

export interface CompiledInclusiveGateway extends NodeBase<'inclusiveGateway'> { readonly flows: readonly CompiledFlow[] }

/**
 * Takes every flow whose condition holds, the default flow where none does. With several incoming flows it waits first for all that can
 * still come by them (`wakeInclusiveJoin`), so a token that arrives is only put down here.
 */
export const inclusiveGateway: NodeType<'inclusiveGateway', CompiledInclusiveGateway> = {
  type: 'inclusiveGateway',

  exits: (key, node) => node.flows.map((flow, i) => ({ to: flow.to, flow: i, via: `${key}/${i}` })),

  compile: (key, node, compiler) => ({ ...compileBase('inclusiveGateway', key, node, compiler), flows: compileFlows(key, node.flows, compiler) }),

  enter(draft, node, token, path) {
    record(draft, 'nodeEntered', { node: node.key }, { via: token.via });
    if (draft.compiled.reaching.has(node.key)) draft.waitingPaths.set(token.id, path);
    else takeFlows(draft, node, token, path);
  },
};

/** Passes one join that need wait no longer, when everything else stands still; says whether there was one. Oldest token first. */
export function wakeInclusiveJoin(draft: Draft): boolean {
  for (const token of draft.tokens) {
    const reaching = draft.compiled.reaching.get(token.node);
    const node = reaching && draft.compiled.nodes.get(token.node);
    if (!reaching || node?.type !== 'inclusiveGateway' || !isEnabled(draft.tokens, token, reaching)) continue;
    const joined = [...reaching.keys()].flatMap((via) => draft.tokens.find((other) => other.node === token.node && other.scope === token.scope && other.via === via) ?? []);
    for (const other of joined) if (other.id !== token.id) removeToken(draft, other.id);
    const path = joined.map(({ id }) => draft.waitingPaths.get(id)).findLast((known) => known !== undefined);
    takeFlows(draft, node, token, path ?? []);
    return true;
  }
  return false;
}

/**
 * BPMN 2.0.2 §13.4.3: a token elsewhere in the scope holds the join back when it can come by an incoming flow that is empty and by none
 * that has a token already. What is inside an activity is held there by the activity's own token.
 */
export function isEnabled(tokens: readonly Token[], { node, scope }: Token, reaching: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const come = new Set(tokens.filter((token) => token.node === node && token.scope === scope).map(({ via }) => via));
  return tokens.every((token) => {
    if (token.scope !== scope || token.node === node) return true;
    const ways = [...reaching].filter(([, nodes]) => nodes.has(token.node));
    return ways.length === 0 || ways.some(([via]) => come.has(via));
  });
}

function takeFlows(draft: Draft, node: CompiledInclusiveGateway, token: Token, path: readonly PathStep[]): void {
  const scope = scopeAt(draft, token.scope);
  const warnings: ExpressionWarning[] = [];
  const tried = node.flows.filter(({ isDefault }) => !isDefault);
  const verdicts = tried.map(({ when }) => when === null || when.holds(scope, draft.moment, warnings));
  const held = tried.filter((_, i) => verdicts[i]);
  const [first, ...others] = held.length > 0 ? held : node.flows.filter(({ isDefault }) => isDefault);
  if (!first) {
    throw new EngineError('engine.noFlow', { definition: draft.compiled.definition.key, hash: draft.compiled.hash, node: node.key, instance: draft.before.id });
  }
  moveToken(draft, token, first.exit, path, { verdicts, warnings });
  for (const { exit } of others) spawnToken(draft, node.key, token.scope, exit, path, { verdicts, warnings });
}
