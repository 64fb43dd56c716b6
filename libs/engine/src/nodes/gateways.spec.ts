import type { FlowNode } from '@reglament/contracts';
import { start } from '../start.js';
import { begin, complete, compiledOf, contextAt, end, factsOf, openNodes, startInput, startTo, task } from '../spec-support/scene.js';

const parallel = (...to: string[]): FlowNode => ({ type: 'parallelGateway', flows: to.map((key) => ({ to: key })) });
const when = (variable: string, value: number) => ({ variable, operator: 'equals', value });

describe('an exclusive gateway', () => {
  const nodes = {
    begin: startTo('choose'),
    choose: { type: 'exclusiveGateway', flows: [{ to: 'small', when: when('sum', 1) }, { to: 'large', when: when('sum', 2) }, { to: 'other', default: true }] } as FlowNode,
    small: task('done'), large: task('done'), other: task('done'), done: end(),
  };

  test('takes the first flow whose condition holds and tells which conditions it tried', () => {
    const scene = begin(nodes, { sum: 2 });
    expect(openNodes(scene.instance)).toEqual(['large']);
    expect(factsOf(scene.effects, 'flowTaken')[1]).toMatchObject({ node: 'choose', data: { to: 'large', flow: 1, verdicts: [false, true] } });
  });

  test('takes the default flow when no condition holds', () => {
    expect(openNodes(begin(nodes, { sum: 3 }).instance)).toEqual(['other']);
  });

  test('is a fault of the definition when no condition holds and nothing is the default', () => {
    const compiled = compiledOf({ ...nodes, choose: { type: 'exclusiveGateway', flows: [{ to: 'small', when: when('sum', 1) }] } as FlowNode });
    expect(() => start(compiled, startInput, contextAt())).toThrow('engine.noFlow');
  });

  test('names the case whose data make an expression too costly', () => {
    const compiled = compiledOf({ ...nodes, choose: { type: 'exclusiveGateway', flows: [{ to: 'small', when: { feel: 'count(for i in list, j in list return i) > 0' } }, { to: 'other', default: true }] } as FlowNode });
    const variables = { list: Array.from({ length: 2_000 }, (_, i) => i) };
    expect(() => start(compiled, { ...startInput, variables }, contextAt())).toThrow(expect.objectContaining({ code: 'engine.expressionLimit', details: expect.objectContaining({ instance: 'case' }) as unknown }) as Error);
  });

  test('stops a loop of gateways at the budget of automatic steps', () => {
    const compiled = compiledOf({
      begin: startTo('a'),
      a: { type: 'exclusiveGateway', flows: [{ to: 'b' }] }, b: { type: 'exclusiveGateway', flows: [{ to: 'a', when: when('sum', 0) }, { to: 'done', default: true }] } as FlowNode, done: end(),
    });
    expect(start(compiled, { ...startInput, variables: { sum: 0 } }, contextAt())).toEqual({ kind: 'refused', refusal: { code: 'budgetExceeded', what: 'steps', limit: 1000 } });
  });
});

describe('a parallel gateway', () => {
  const nodes = { begin: startTo('split'), split: parallel('a', 'b'), a: task('join'), b: task('join'), join: parallel('c'), c: task('done'), done: end() };

  test('opens every branch and goes on once when all have come', () => {
    const scene = begin(nodes);
    expect(openNodes(scene.instance)).toEqual(['a', 'b']);
    complete(scene, 'b');
    expect(openNodes(scene.instance)).toEqual(['a']);
    complete(scene, 'a');
    expect(openNodes(scene.instance)).toEqual(['c']);
    expect(scene.instance.tokens).toHaveLength(1);
  });

  test('keeps a token waiting when a branch has ended elsewhere, and does not end the case', () => {
    const scene = begin({ ...nodes, b: task('aside'), aside: end() , d: task('join') });
    complete(scene, 'b');
    complete(scene, 'a');
    expect(scene.instance).toMatchObject({ status: 'active', activities: [] });
    expect(scene.instance.tokens).toMatchObject([{ node: 'join', via: 'a' }]);
  });

  test('counts outcomes of one task as one incoming flow', () => {
    const scene = begin({ ...nodes, a: task('join', { outcomes: { yes: { title: 'Y', to: 'join' }, no: { title: 'N', to: 'join' } } }) });
    complete(scene, 'a', { outcome: 'no' });
    complete(scene, 'b');
    expect(openNodes(scene.instance)).toEqual(['c']);
  });
});
