import type { CompiledDecisionTable } from '@reglament/expressions';
import type { NodeBase } from '../compile/compiled.js';
import type { CompiledMapping } from '../compile/compiler.js';
import { RESULT_LOCALS } from '../compile/names.js';
import { writeVariables, type Draft } from '../draft.js';
import { EngineError } from '../engine-error.js';
import type { Scope } from '../expressions.js';
import { record } from '../facts.js';
import type { Json } from '../instance.js';
import { inTurn } from '../parts/repetition.js';
import { completedAtOnce } from '../parts/compensable.js';
import { evaluateMapping } from '../parts/service.js';
import { scopeAt } from '../scope.js';
import { moveToken, type Exit } from '../tokens.js';
import { compileBase, onward, type NodeType } from './node-type.js';

export interface CompiledBusinessRuleTask extends NodeBase<'businessRuleTask'> {
  readonly decision: string;
  readonly input: CompiledMapping;
  readonly output: CompiledMapping;
  readonly exit: Exit;
}

/** Asks a decision table, at once: the table is pinned with the definition, so the same case always gets the same answer. */
export const businessRuleTask: NodeType<'businessRuleTask', CompiledBusinessRuleTask> = {
  type: 'businessRuleTask',

  exits: (key, node) => [onward(key, node.next)],

  compile: (key, node, compiler) => ({
    ...inTurn(compileBase('businessRuleTask', key, node, compiler)),
    decision: node.decision,
    input: compiler.mapping(node.input, `/nodes/${key}/input`),
    output: compiler.mapping(node.output, `/nodes/${key}/output`, RESULT_LOCALS),
    exit: onward(key, node.next),
  }),

  enter(draft, node, token, path) {
    record(draft, 'nodeEntered', { node: node.key });
    const result = decide(draft, node, token.scope);
    writeVariables(draft, evaluateMapping(node.output, scopeAt(draft, token.scope, { result }), draft.moment), token.scope);
    completedAtOnce(draft, node, token);
    moveToken(draft, token, node.exit, path);
  },
};

function decide(draft: Draft, node: CompiledBusinessRuleTask, place: number | null): { readonly [output: string]: Json } {
  const decision = draft.compiled.decisions.get(node.decision);
  if (!decision) throw fault(draft, node, `no decision table "${node.decision}"`);
  const answer = decision.compiled.decide(inputsOf(draft, node, decision.compiled, scopeAt(draft, place)), draft.moment);
  // Which rule held is no personal value: it is what "why this way" is answered from.
  if (answer.kind === 'ambiguous') throw fault(draft, node, `rules ${answer.hits.map((hit) => hit + 1).join(', ')} of "${node.decision}" hold at once`);
  record(draft, 'decisionMade', { node: node.key }, { decision: node.decision, table: decision.hash, hits: answer.hits });
  return answer.outputs as { readonly [output: string]: Json };
}

function inputsOf(draft: Draft, node: CompiledBusinessRuleTask, { table }: CompiledDecisionTable, scope: Scope): { readonly [input: string]: Json } {
  if (node.input.length > 0) return evaluateMapping(node.input, scope, draft.moment);
  return Object.fromEntries(table.inputs.map(({ key }) => [key, scope.get(key) ?? null]));
}

function fault(draft: Draft, node: CompiledBusinessRuleTask, found: string): EngineError {
  return new EngineError('engine.unusableValue', { definition: draft.compiled.definition.key, hash: draft.compiled.hash, node: node.key, instance: draft.before.id, found });
}
