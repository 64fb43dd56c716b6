import type { ExpressionWarning } from '@reglament/expressions';
import type { NodeBase } from '../compile/compiled.js';
import { EngineError } from '../engine-error.js';
import { record } from '../facts.js';
import { compileFlows, type CompiledFlow } from '../parts/conditional-flows.js';
import { scopeAt } from '../scope.js';
import { moveToken } from '../tokens.js';
import { compileBase, type NodeType } from './node-type.js';

export interface CompiledExclusiveGateway extends NodeBase<'exclusiveGateway'> { readonly flows: readonly CompiledFlow[] }

/** Takes the first flow whose condition holds, in the order they are written; the default flow where none does. Joins nothing. */
export const exclusiveGateway: NodeType<'exclusiveGateway', CompiledExclusiveGateway> = {
  type: 'exclusiveGateway',

  exits: (key, node) => node.flows.map((flow, i) => ({ to: flow.to, flow: i, via: `${key}/${i}` })),

  compile: (key, node, compiler) => ({ ...compileBase('exclusiveGateway', key, node, compiler), flows: compileFlows(key, node.flows, compiler) }),

  enter(draft, node, token, path) {
    record(draft, 'nodeEntered', { node: node.key });
    const scope = scopeAt(draft, token.scope);
    const verdicts: boolean[] = [];
    const warnings: ExpressionWarning[] = [];
    let taken: CompiledFlow | undefined;
    for (const flow of node.flows) {
      if (flow.isDefault) continue;
      const verdict = flow.when === null || flow.when.holds(scope, draft.moment, warnings);
      verdicts.push(verdict);
      if (verdict) {
        taken = flow;
        break;
      }
    }
    taken ??= node.flows.find((flow) => flow.isDefault);
    if (!taken) {
      throw new EngineError('engine.noFlow', { definition: draft.compiled.definition.key, hash: draft.compiled.hash, node: node.key, instance: draft.before.id });
    }
    moveToken(draft, token, taken.exit, path, { verdicts, warnings });
  },
};
