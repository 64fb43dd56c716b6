import type { DiagramView } from '@reglament/contracts';
import { scopesOf } from './scopes.js';

const node = (key: string, parent: string | null, state: 'active' | 'untouched' = 'untouched'): DiagramView['nodes'][number] => ({ key, type: 'userTask', title: key.toUpperCase(), parent, state, count: 0, boundary: [] });
const flow = (from: string, to: string): DiagramView['flows'][number] => ({ from, to, title: null, taken: false, boundary: null });

describe('scopesOf', () => {
  const diagram: DiagramView = {
    nodes: [node('inner', 'sub'), node('sub', null), node('deep', 'inner', 'active'), node('end', null)],
    flows: [flow('sub', 'end'), flow('inner', 'deep')],
  };

  it('puts every node on exactly one plane, the outermost first', () => {
    expect(scopesOf(diagram).map(({ key, diagram: { nodes } }) => [key, nodes.map((one) => one.key)])).toEqual([[null, ['sub', 'end']], ['sub', ['inner']], ['inner', ['deep']]]);
  });

  it('keeps a flow only on the plane that holds both its ends', () => {
    expect(scopesOf(diagram).map((scope) => scope.diagram.flows.length)).toEqual([1, 0, 0]);
  });

  it('names the planes after their sub-process and says where the case stands', () => {
    expect(scopesOf(diagram).map(({ title, active }) => [title, active])).toEqual([['', false], ['SUB', false], ['INNER', true]]);
  });
});
