import type { FlowNode } from '@reglament/contracts';
import fc from 'fast-check';
import { reachingOf } from '../compile/reaching.js';
import type { Token } from '../instance.js';
import { stuckJoins } from '../look/stuck-joins.js';
import { begin, complete, compiledOf, contextAt, definitionOf, end, factsOf, give, openNodes, startInput, startTo, task } from '../spec-support/scene.js';
import { start } from '../start.js';
import { checkDefinition } from '../check/check-definition.js';
import { isEnabled } from './inclusive-gateway.js';

const above = (n: number) => ({ feel: `n > ${n}` });
const inclusive = (...flows: object[]): FlowNode => ({ type: 'inclusiveGateway', flows }) as FlowNode;

const nodes = {
  begin: startTo('some'),
  some: inclusive({ to: 'a', when: above(0) }, { to: 'b', when: above(1) }, { to: 'c', default: true }),
  a: task('gather'), b: task('gather'), c: task('gather'), gather: inclusive({ to: 'after' }), after: task('done'), done: end(),
};

describe('an inclusive gateway', () => {
  test('takes every flow whose condition holds and waits for all of them', () => {
    const scene = begin(nodes, { n: 2 });
    expect(openNodes(scene.instance)).toEqual(['a', 'b']);
    expect(factsOf(scene.effects, 'flowTaken').slice(1)).toMatchObject([{ data: { to: 'a', verdicts: [true, true] } }, { data: { to: 'b', verdicts: [true, true] } }]);
    complete(scene, 'b');
    expect(openNodes(scene.instance)).toEqual(['a']);
    complete(scene, 'a');
    expect(openNodes(scene.instance)).toEqual(['after']);
    complete(scene, 'after');
    expect(scene.instance.status).toBe('completed');
  });

  test('waits for nobody when one flow was taken', () => {
    const scene = begin(nodes, { n: 1 });
    complete(scene, 'a');
    expect(openNodes(scene.instance)).toEqual(['after']);
  });

  test('takes the default flow when no condition holds, and without one is a fault', () => {
    expect(openNodes(begin(nodes, { n: 0 }).instance)).toEqual(['c']);
    const compiled = compiledOf({ ...nodes, some: inclusive({ to: 'a', when: above(0) }, { to: 'b', when: above(1) }, { to: 'c', when: above(2) }) });
    expect(() => start(compiled, { ...startInput, variables: { n: 0 } }, contextAt())).toThrow('engine.noFlow');
  });

  test('takes a flow without a condition always', () => {
    expect(openNodes(begin({ ...nodes, some: inclusive({ to: 'a' }, { to: 'b', when: above(1) }, { to: 'c', default: true }) }, { n: 2 }).instance)).toEqual(['a', 'b']);
  });

  test('goes on as soon as what it waited for was interrupted', () => {
    const scene = begin({
      ...nodes, b: task('gather', { on: [{ type: 'action', key: 'drop', title: 'Drop', interrupting: true, to: 'dropped' }] }), dropped: end(),
    }, { n: 2 });
    complete(scene, 'a');
    expect(openNodes(scene.instance)).toEqual(['b']);
    const [b] = scene.instance.activities;
    give(scene, { type: 'triggerAction', activity: b?.id ?? -1, action: 'drop', by: null, data: null, submission: null, remark: false });
    expect(openNodes(scene.instance)).toEqual(['after']);
  });

  test('does not wait for a token that can come only by a flow that has one already', () => {
    // The loop behind b can come back to the join by b alone, where a token waits.
    const scene = begin({
      begin: startTo('split'), split: { type: 'parallelGateway', flows: [{ to: 'a' }, { to: 'b' }, { to: 'c' }] },
      a: task('gather'), b: task('merge'), c: task('merge'), merge: { type: 'exclusiveGateway', flows: [{ to: 'gather' }] } as FlowNode,
      gather: inclusive({ to: 'after' }), after: task('done'), done: end(),
    });
    complete(scene, 'a');
    expect(openNodes(scene.instance)).toEqual(['b', 'c']);
    complete(scene, 'b');
    expect(openNodes(scene.instance)).toEqual(['after', 'c']);
    complete(scene, 'c');
    expect(openNodes(scene.instance)).toEqual(['after', 'after']);
  });

  test('waits for what is inside a sub-process before it', () => {
    const scene = begin({
      ...nodes, b: { type: 'subProcess', title: 'B', next: 'gather' }, 'b-start': startTo('inner', { in: 'b' }), inner: task('b-end', { in: 'b' }), 'b-end': end(undefined, { in: 'b' }),
    }, { n: 2 });
    complete(scene, 'a');
    expect(openNodes(scene.instance)).toEqual(['b', 'inner']);
    complete(scene, 'inner');
    expect(openNodes(scene.instance)).toEqual(['after']);
  });

  test('is told of when two wait for each other', () => {
    const circle = {
      begin: startTo('split'), split: { type: 'parallelGateway', flows: [{ to: 'one' }, { to: 'two' }] } as FlowNode,
      one: inclusive({ to: 'two', when: above(9) }, { to: 'done', default: true }), two: inclusive({ to: 'one', when: above(9) }, { to: 'done', default: true }), done: end(),
    };
    const scene = begin(circle, { n: 0 });
    expect(scene.instance.status).toBe('active');
    expect(stuckJoins(scene.compiled, scene.instance)).toMatchObject([{ node: 'one', arrived: ['split/0'], missing: ['two/0'] }, { node: 'two', arrived: ['split/1'], missing: ['one/0'] }]);
    expect(checkDefinition(definitionOf(circle, { variables: { n: { type: 'number', title: 'N' } } }))).toMatchObject({ kind: 'broken', problems: [{ code: 'flow.joinNeverFires' }, { code: 'flow.joinNeverFires' }] });
  });
});

describe('the join of an inclusive gateway', () => {
  const size = 7;
  const graphs = fc.record({
    arrows: fc.uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { minLength: 4, maxLength: 16, selector: ([a, b]) => `${a} ${b}` }),
    places: fc.array(fc.nat(size - 1), { maxLength: 5 }), waiting: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }),
  });

  test('is enabled on any graph exactly when playing every token forward says so', () => {
    fc.assert(fc.property(graphs, ({ arrows, places, waiting }) => {
      const keys = Array.from({ length: size }, (_, i) => `n${i}`);
      const [gateway] = keys as [string];
      const graph = Object.fromEntries(keys.map((key, i) => [key, inclusive(...arrows.filter(([from]) => from === i).map(([, to]) => ({ to: `n${to}` })))]));
      const reaching = reachingOf(definitionOf(graph)).get(gateway);
      fc.pre(reaching !== undefined);
      const vias = [...(reaching ?? new Map<string, never>()).keys()];
      const tokens: Token[] = [
        ...waiting.map((pick, i) => ({ id: i, node: gateway, scope: null, via: vias[pick % vias.length] ?? null })),
        ...places.map((place, i) => ({ id: 10 + i, node: `n${place}`, scope: null, via: null })).filter(({ node }) => node !== gateway),
      ];
      const [first] = tokens as [Token];
      const come = new Set(tokens.filter(({ node }) => node === gateway).map(({ via }) => via));
      const held = tokens.some((token) => {
        if (token.node === gateway) return false;
        const arrivals = [...arrivalsOf(graph, token.node, gateway)];
        return arrivals.some((via) => !come.has(via)) && !arrivals.some((via) => come.has(via));
      });
      expect(isEnabled(tokens, first, reaching ?? new Map<string, never>())).toBe(!held);
    }), { numRuns: 2_000 });
  });
});

/** Plays one token forward until it comes to the gateway: the flows by which it may come. */
function arrivalsOf(graph: { readonly [key: string]: FlowNode }, from: string, gateway: string): ReadonlySet<string> {
  const arrivals = new Set<string>();
  const seen = new Set([from]);
  for (const key of seen) {
    const node = graph[key];
    if (node?.type !== 'inclusiveGateway') continue;
    node.flows.forEach(({ to }, i) => (to === gateway ? arrivals.add(`${key}/${i}`) : seen.add(to)));
  }
  return arrivals;
}
