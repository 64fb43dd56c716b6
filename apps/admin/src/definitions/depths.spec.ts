import type { DiagramView } from '@reglament/contracts';
import * as fc from 'fast-check';
import { depthsOf } from './depths.js';

const node = (key: string, type = 'userTask'): DiagramView['nodes'][number] => ({ key, type, title: key, parent: null, state: 'untouched', count: 0, boundary: [] });
const flow = (from: string, to: string, boundary: string | null = null): DiagramView['flows'][number] => ({ from, to, title: null, taken: false, boundary });

describe('depthsOf', () => {
  it('puts signing after the visas although a case without visas goes straight to it', () => {
    const depth = depthsOf({ nodes: [node('begin', 'startEvent'), node('route'), node('visas'), node('sign')], flows: [flow('begin', 'route'), flow('route', 'sign'), flow('route', 'visas'), flow('visas', 'sign')] });
    expect([...depth]).toEqual(expect.arrayContaining([['visas', 2], ['sign', 3]]));
  });

  it('ends on every graph, loops included, and goes forward along every chain', () => {
    const edges = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 40 });
    fc.assert(fc.property(edges, (pairs) => {
      const nodes = Array.from({ length: 12 }, (_, index) => node(`n${index}`, index === 0 ? 'startEvent' : 'userTask'));
      const forward = pairs.filter(([from, to]) => from < to);
      const depth = depthsOf({ nodes, flows: pairs.map(([from, to]) => flow(`n${from}`, `n${to}`)) });
      for (const value of depth.values()) expect(value).toBeLessThan(12);
      const acyclic = depthsOf({ nodes, flows: forward.map(([from, to]) => flow(`n${from}`, `n${to}`)) });
      for (const [from, to] of forward) if (acyclic.has(`n${from}`)) expect(acyclic.get(`n${to}`) ?? -1).toBeGreaterThan(acyclic.get(`n${from}`) ?? -1);
    }));
  });
});
