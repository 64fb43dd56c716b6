import type { FlowNode } from '@reglament/contracts';
import { checkDefinition } from '../check/check-definition.js';
import { begin, complete, definitionOf, end, factsOf, openNodes, startTo, task } from '../spec-support/scene.js';

const split = (...to: readonly string[]): FlowNode => ({ type: 'parallelGateway', flows: to.map((each) => ({ to: each })) });
const enough = { feel: 'count.n >= 2' } as const;
const counting = (to: string, more: object = {}): FlowNode => task(to, { variable: 'count', ...more });
const inside = (node: FlowNode): FlowNode => ({ ...node, in: 'part' });
const on = (interrupting: boolean) => ({ on: [{ type: 'condition', key: 'enough', condition: enough, interrupting, to: 'aside' }] });
/** A task that is done again and again, beside the watched one. */
const watched = (more: object) => ({ begin: startTo('split'), split: split('count', 'watched'), count: counting('count'), watched: task('done', more), aside: task('done'), done: end() });

describe('a wait for a condition', () => {
  const nodes = { begin: startTo('split'), split: split('count', 'wait'), count: counting('count'), wait: { type: 'catchEvent', title: 'Wait', event: { type: 'condition', condition: enough }, next: 'after' } as FlowNode, after: task('done'), done: end() };

  test('ends with the step in which it begins to hold', () => {
    const scene = begin(nodes);
    complete(scene, 'count', { data: { n: 1 } });
    expect(openNodes(scene.instance)).toEqual(['count', 'wait']);
    const effects = complete(scene, 'count', { data: { n: 2 } });
    expect(openNodes(scene.instance)).toEqual(['after', 'count']);
    expect(factsOf(effects, 'conditionMet')).toMatchObject([{ node: 'wait', data: { ref: null } }]);
  });

  test('is none where it holds on entry', () => {
    expect(openNodes(begin(nodes, { count: { n: 5 } }).instance)).toEqual(['after', 'count']);
  });
});

describe('a condition on a border', () => {
  test('that interrupts takes the place of the activity', () => {
    const scene = begin(watched(on(true)));
    complete(scene, 'count', { data: { n: 2 } });
    expect(openNodes(scene.instance)).toEqual(['aside', 'count']);
  });

  test('that does not comes each time that it begins to hold, and not while it goes on holding', () => {
    const scene = begin(watched(on(false)));
    for (const n of [2, 3]) complete(scene, 'count', { data: { n } });
    expect(openNodes(scene.instance)).toEqual(['aside', 'count', 'watched']);
    for (const n of [1, 2]) complete(scene, 'count', { data: { n } });
    expect(openNodes(scene.instance)).toEqual(['aside', 'aside', 'count', 'watched']);
  });

  test('leaves nothing in the snapshot of a case where none holds', () => {
    const scene = begin(watched(on(false)));
    expect(scene.instance.activities.some((activity) => 'held' in activity)).toBe(false);
  });
});

describe('a condition of an event sub-process', () => {
  const nodes = (interrupting: boolean): { readonly [key: string]: FlowNode } => ({
    begin: startTo('count'), count: counting('after'), after: task('done'), done: end(),
    part: { type: 'subProcess', title: 'Enough', event: { type: 'condition', condition: enough, interrupting } }, start: inside(startTo('look')), look: inside(task('finish')), finish: inside(end()),
  });

  test('starts it beside the rest or instead of it', () => {
    const beside = begin(nodes(false));
    complete(beside, 'count', { data: { n: 2 } });
    expect(openNodes(beside.instance)).toEqual(['after', 'look', 'part', 'part']);
    const instead = begin(nodes(true));
    complete(instead, 'count', { data: { n: 2 } });
    expect(openNodes(instead.instance)).toEqual(['look', 'part']);
  });
});

test('a condition that names what nobody has is refused with its place', () => {
  const answer = checkDefinition(definitionOf({ begin: startTo('wait'), wait: { type: 'catchEvent', title: 'Wait', event: { type: 'condition', condition: { feel: 'nothing > 1' } }, next: 'done' }, done: end() }));
  expect(answer.kind === 'broken' ? answer.problems.map(({ code, pointer }) => [code, pointer]) : []).toContainEqual(['expression.broken', '/nodes/wait/event/condition/feel']);
});
