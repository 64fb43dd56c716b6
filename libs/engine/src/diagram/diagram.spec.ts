import type { FlowNode } from '@reglament/contracts';
import { begin, complete, compiledOf, end, factsOf, startTo, task } from '../spec-support/scene.js';
import { diagramOf } from './diagram-of.js';
import { flowKey, positionsOf, UNTOUCHED } from './positions-of.js';

const nodes = {
  begin: startTo('part'),
  part: { type: 'subProcess', title: 'Part', next: 'choose', on: [{ type: 'action', key: 'stop', title: 'Stop', interrupting: true, to: 'done' }] } as FlowNode,
  'part-start': startTo('work', { in: 'part' }), work: task('part-end', { in: 'part', outcomes: { done: { title: 'Ready', to: 'part-end' }, again: { title: 'Again', to: 'work' } } }), 'part-end': end(undefined, { in: 'part' }),
  choose: { type: 'exclusiveGateway', flows: [{ to: 'each', title: 'Many', when: { feel: 'true' } }, { to: 'done', default: true }] } as FlowNode,
  each: task('done', { forEach: { items: { value: [1] }, as: 'item', mode: 'parallel' }, outcomes: { a: { title: 'A', to: 'done' }, b: { title: 'B', to: 'done' } } }), done: end(),
};

describe('the diagram of a definition', () => {
  const diagram = diagramOf(compiledOf(nodes).definition);

  test('has every node with its place, its boundary events and its repetition', () => {
    expect(diagram.nodes).toHaveLength(8);
    expect(diagram.nodes.find(({ key }) => key === 'work')).toEqual({ key: 'work', type: 'userTask', title: 'Work', parent: 'part', repeated: null, startedBy: null, boundary: [] });
    expect(diagram.nodes.find(({ key }) => key === 'part')).toMatchObject({ boundary: [{ key: 'stop', type: 'action', title: 'Stop', interrupting: true }] });
    expect(diagram.nodes.find(({ key }) => key === 'each')).toMatchObject({ repeated: 'parallel' });
  });

  test('has every flow with the name that people know it by', () => {
    expect(diagram.flows).toEqual([
      { from: 'begin', to: 'part', flow: null, boundary: null, title: null, isDefault: false },
      { from: 'part', to: 'choose', flow: null, boundary: null, title: null, isDefault: false },
      { from: 'part', to: 'done', flow: 'on/stop', boundary: 'stop', title: 'Stop', isDefault: false },
      { from: 'part-start', to: 'work', flow: null, boundary: null, title: null, isDefault: false },
      { from: 'work', to: 'part-end', flow: 'done', boundary: null, title: 'Ready', isDefault: false },
      { from: 'work', to: 'work', flow: 'again', boundary: null, title: 'Again', isDefault: false },
      { from: 'choose', to: 'each', flow: 0, boundary: null, title: 'Many', isDefault: false },
      { from: 'choose', to: 'done', flow: 1, boundary: null, title: null, isDefault: true },
      { from: 'each', to: 'done', flow: null, boundary: null, title: null, isDefault: false },
    ]);
  });

  test('shows where a case stands, where it has been and how often', () => {
    const scene = begin(nodes);
    complete(scene, 'work', { outcome: 'again' });
    complete(scene, 'work', { outcome: 'again' });
    const positions = positionsOf(scene.instance, factsOf(scene.effects));
    expect([...positions.nodes]).toEqual([
      ['begin', { state: 'passed', count: 1 }], ['part', { state: 'active', count: 1 }], ['part-start', { state: 'passed', count: 1 }], ['work', { state: 'active', count: 3 }],
    ]);
    expect(positions.nodes.get('each') ?? UNTOUCHED).toEqual({ state: 'untouched', count: 0 });
    const taken = diagram.flows.filter(({ from, flow }) => positions.taken.has(flowKey(from, flow))).map(({ from, to }) => `${from}>${to}`);
    expect(taken).toEqual(['begin>part', 'part-start>work', 'work>work']);
  });
});
