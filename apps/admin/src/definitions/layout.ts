import dagre from '@dagrejs/dagre';
import type { DiagramView } from '@reglament/contracts';
import { LABEL_HEIGHT, shapeOf, SIZE } from './shapes.js';

export interface Placed {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly direction: 'LR' | 'TB';
  readonly width: number;
  readonly height: number;
  readonly places: ReadonlyMap<string, Placed>;
}

/** From left to right where that can be read in the given width without shrinking much; else from top to bottom. */
export function layOut(diagram: DiagramView, width: number): Layout {
  const across = lay(diagram, 'LR');
  return across.width <= width * 1.25 ? across : lay(diagram, 'TB');
}

/** Places of the nodes' upper left corners, by key. Flows to nodes that are not drawn are left out. */
function lay(diagram: DiagramView, direction: 'LR' | 'TB'): Layout {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: direction, nodesep: direction === 'LR' ? 30 : 44, ranksep: direction === 'LR' ? 56 : 40, marginx: 24, marginy: 24 });
  graph.setDefaultEdgeLabel(() => ({}));
  // Room for the name under a circle or diamond, twice, as dagre knows no offset.
  const extra = (type: string): number => (shapeOf(type) === 'activity' ? 0 : direction === 'LR' ? LABEL_HEIGHT * 2 : 0);
  const keys = new Set(diagram.nodes.map(({ key }) => key));
  for (const { key, type } of diagram.nodes) {
    const { width, height } = SIZE[shapeOf(type)];
    graph.setNode(key, { width: shapeOf(type) === 'activity' ? width : direction === 'LR' ? width + 60 : width + 260, height: height + extra(type) });
  }
  diagram.flows.forEach(({ from, to, title }, index) => {
    if (keys.has(from) && keys.has(to)) graph.setEdge(from, to, title ? { width: 70, height: 18, labelpos: 'c' } : {}, String(index));
  });
  dagre.layout(graph);
  const places = new Map(diagram.nodes.map(({ key, type }) => {
    const { x, y } = graph.node(key) as Placed;
    const { width, height } = SIZE[shapeOf(type)];
    return [key, { x: x - width / 2, y: y - height / 2 }];
  }));
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return { direction, width, height, places };
}
