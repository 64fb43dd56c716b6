import dagre from '@dagrejs/dagre';
import type { DiagramView } from '@reglament/contracts';
import { LABEL_HEIGHT, shapeOf, SIZE } from './shapes.js';

export interface Placed {
  readonly x: number;
  readonly y: number;
}

/** Left-to-right places of the nodes' upper left corners, by key. Flows to nodes that are not drawn are left out. */
export function layOut(diagram: DiagramView): ReadonlyMap<string, Placed> {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 30, ranksep: 56, marginx: 24, marginy: 24 });
  graph.setDefaultEdgeLabel(() => ({}));
  const extra = (type: string): number => (shapeOf(type) === 'activity' ? 0 : LABEL_HEIGHT * 2);
  const keys = new Set(diagram.nodes.map(({ key }) => key));
  for (const { key, type } of diagram.nodes) {
    const { width, height } = SIZE[shapeOf(type)];
    graph.setNode(key, { width: shapeOf(type) === 'activity' ? width : width + 60, height: height + extra(type) });
  }
  diagram.flows.forEach(({ from, to, title }, index) => {
    if (keys.has(from) && keys.has(to)) graph.setEdge(from, to, title ? { width: 70, height: 18, labelpos: 'c' } : {}, String(index));
  });
  dagre.layout(graph);
  return new Map(diagram.nodes.map(({ key, type }) => {
    const { x, y } = graph.node(key) as Placed;
    const { width, height } = SIZE[shapeOf(type)];
    return [key, { x: x - width / 2, y: y - height / 2 }];
  }));
}
