import type { DiagramView } from '@reglament/contracts';
import * as fc from 'fast-check';
import { layOut } from './layout.js';
import { shapeOf, SIZE } from './shapes.js';

const TYPES = ['startEvent', 'userTask', 'exclusiveGateway', 'endEvent', 'subProcess'] as const;

const diagrams = fc.array(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 25 }).chain((types) =>
  fc.array(fc.tuple(fc.nat(types.length - 1), fc.nat(types.length)), { maxLength: 40 }).map((pairs): DiagramView => ({
    nodes: types.map((type, index) => ({ key: `n${index}`, type, title: `n${index}`, parent: null, state: 'untouched', count: 0, boundary: [] })),
    // One flow may lead to a node that is not drawn (`n<length>`).
    flows: pairs.map(([from, to]) => ({ from: `n${from}`, to: `n${to}`, title: null, taken: false, boundary: null })),
  })));

describe('layOut', () => {
  it('gives every node a place of its own that no other node covers', () => {
    fc.assert(fc.property(diagrams, fc.integer({ min: 300, max: 1600 }), (diagram, width) => {
      const { places } = layOut(diagram, width);
      const boxes = diagram.nodes.map(({ key, type }) => ({ ...(places.get(key) ?? { x: NaN, y: NaN }), ...SIZE[shapeOf(type)] }));
      for (const [index, one] of boxes.entries()) {
        expect(Number.isFinite(one.x) && Number.isFinite(one.y)).toBe(true);
        for (const other of boxes.slice(index + 1)) {
          const apart = one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
          expect(apart).toBe(true);
        }
      }
    }));
  });

  it('goes down the page where the way across would be too small to read', () => {
    const nodes = Array.from({ length: 12 }, (_, index): DiagramView['nodes'][number] => ({ key: `n${index}`, type: 'userTask', title: '', parent: null, state: 'untouched', count: 0, boundary: [] }));
    const flows = nodes.slice(1).map((node, index): DiagramView['flows'][number] => ({ from: `n${index}`, to: node.key, title: null, taken: false, boundary: null }));
    expect(layOut({ nodes, flows }, 900).direction).toBe('TB');
    expect(layOut({ nodes: nodes.slice(0, 3), flows: flows.slice(0, 2) }, 900).direction).toBe('LR');
  });
});
