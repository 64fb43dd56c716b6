import type { DecisionTable, FlowNode } from '@reglament/contracts';
import { compileDecisionTable } from '@reglament/expressions';
import { checkDefinition } from '../check/check-definition.js';
import { compileGraph } from '../compile/compile.js';
import type { Variables } from '../instance.js';
import { advanced, contextAt, definitionOf, end, factsOf, startInput, startTo, task } from '../spec-support/scene.js';
import { start } from '../start.js';

const table: DecisionTable = {
  format: 1, key: 'verdict', title: 'Verdict', hitPolicy: 'U', inputs: [{ key: 'share', title: 'Share', type: 'number' }],
  outputs: [{ key: 'verdict', title: 'Verdict', type: 'string' }],
  rules: [{ when: { share: '>= 80' }, then: { verdict: '"good"' } }, { when: { share: '< 80' }, then: { verdict: '"bad"' } }],
};

function decisionsOf(given: DecisionTable) {
  const compiled = compileDecisionTable(given);
  if (compiled.kind === 'problem') throw new Error('broken table');
  return { decisions: new Map([[given.key, { hash: 'hash-of-the-table', compiled }]]) };
}

const nodes = (more: object = {}): { [key: string]: FlowNode } => ({
  begin: startTo('decide'), after: task('done'), done: end(),
  decide: { type: 'businessRuleTask', title: 'Decide', decision: 'verdict', output: { assessment: { variable: 'result.verdict' } }, next: 'after', ...more } as FlowNode,
});

const run = (given: DecisionTable, variables: Variables, more: object = {}) =>
  advanced(start(compileGraph(definitionOf(nodes(more)), decisionsOf(given)), { ...startInput, variables }, contextAt()));

describe('the check of a table that is asked', () => {
  const codesOf = (rules: DecisionTable['rules'], more: Partial<DecisionTable> = {}) => {
    const answer = checkDefinition(definitionOf(nodes(), { variables: { share: { type: 'number', title: 'S' }, assessment: { type: 'string', title: 'A' } } }), decisionsOf({ ...table, rules, ...more }));
    return answer.kind === 'sound' ? answer.warnings.map(({ code, found }) => [code, found]) : answer.problems;
  };

  test('warns of inputs without a rule and of rules that hold at once, with an example', () => {
    expect(codesOf(table.rules)).toEqual([]);
    expect(codesOf([{ when: { share: '> 80' }, then: { verdict: '"good"' } }, { when: { share: '< 80' }, then: { verdict: '"bad"' } }])).toEqual([['decision.gap', 'no rule for share = 80']]);
    expect(codesOf([...table.rules, { when: { share: '100' }, then: { verdict: '"best"' } }])).toEqual([['decision.overlap', 'rules 1 and 3 hold for share = 100']]);
    expect(codesOf([...table.rules, { when: { share: '100' }, then: { verdict: '"best"' } }], { hitPolicy: 'F' })).toEqual([]);
  });
});

describe('a business rule task', () => {
  test('asks its table with the variables of the same names, or with what its input says', () => {
    expect(run(table, { share: 90 }).instance.variables).toMatchObject({ assessment: 'good' });
    expect(run(table, { share: 90, own: { part: 10 } }, { input: { share: { variable: 'own.part' } } }).instance.variables).toMatchObject({ assessment: 'bad' });
  });

  test('keeps in history which table and which rules gave the answer, and no values', () => {
    expect(factsOf(run(table, { share: 90 }).effects, 'decisionMade')).toMatchObject([{ node: 'decide', data: { decision: 'verdict', table: 'hash-of-the-table', hits: [0] } }]);
  });

  test('stops as a fault where rules that must exclude one another hold at once', () => {
    const contradictory = { ...table, rules: [...table.rules, { when: {}, then: { verdict: '"any"' } }] };
    expect(() => run(contradictory, { share: 90 })).toThrow(/rules 1, 3 of \\"verdict\\" hold at once/);
  });

  test('whose table or input is not there is an error of the definition', () => {
    const codes = (more: object) => {
      const answer = checkDefinition(definitionOf(nodes(more), { variables: { share: { type: 'number', title: 'S' } } }), decisionsOf(table));
      return answer.kind === 'broken' ? answer.problems.map(({ code, pointer }) => [code, pointer]) : [];
    };
    expect(codes({})).toEqual([]);
    expect(codes({ decision: 'verdct' })).toEqual([['reference.unknownDecision', '/nodes/decide/decision']]);
    expect(codes({ input: { shear: { value: 1 } } })).toEqual([['reference.unknownInput', '/nodes/decide/input/shear']]);
  });
});
