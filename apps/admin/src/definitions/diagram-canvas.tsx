import '@xyflow/react/dist/base.css';
import Box from '@mui/material/Box';
import { Background, Controls, MarkerType, ReactFlow, type BuiltInEdge, type Node } from '@xyflow/react';
import type { DiagramView } from '@reglament/contracts';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { colour } from '../theme/tokens.js';
import { ActivityShape, EventShape, GatewayShape, type ShapeData } from './diagram-shapes.js';
import { layOut, type Layout } from './layout.js';
import { shapeOf, SIZE, type NodeMarks } from './shapes.js';

const nodeTypes = { activity: ActivityShape, event: EventShape, gateway: GatewayShape };
const TALLEST = 1_800;
const NONE: NodeMarks = new Map();

const look = {
  '& .react-flow__edge-text': { fontSize: 11, fill: colour.inkSoft },
  '& .react-flow__controls-button': { width: 30, height: 30, border: `1px solid ${colour.line}`, background: colour.surface },
} as const;

/** BPMN as people know it: circles, diamonds, rounded boxes; what was passed is filled, where the case stands is framed and marked. */
export default function DiagramCanvas({ diagram, title, marks }: { readonly diagram: DiagramView; readonly title: string; readonly marks?: NodeMarks }) {
  const translate = useTranslate();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => setWidth(frame.current?.clientWidth ?? 900), []);
  const layout = useMemo(() => (width === null ? null : layOut(diagram, width)), [diagram, width]);
  const drawn = useMemo(() => (layout === null ? null : draw(diagram, layout, marks)), [diagram, layout, marks]);
  const height = layout === null || width === null ? 420 : Math.min(TALLEST, Math.max(200, layout.height * Math.min(1, width / layout.width) + 40));
  return (
    <Box ref={frame} sx={{ height, ...look }} role="region" aria-label={`${translate('diagram.region')}${title ? `: ${title}` : ''}`}>
      {drawn === null ? null : (
        <ReactFlow<Node<ShapeData>> nodes={drawn.nodes} edges={drawn.edges} nodeTypes={nodeTypes} fitView fitViewOptions={{ padding: layout?.direction === 'LR' ? 0.08 : 0.03, maxZoom: 1 }} minZoom={0.2} preventScrolling={false} zoomOnScroll={false}
          nodesDraggable={false} nodesConnectable={false} nodesFocusable={false} edgesFocusable={false} elementsSelectable={false} proOptions={{ hideAttribution: true }}
          ariaLabelConfig={{ 'controls.zoomIn.ariaLabel': translate('diagram.zoomIn'), 'controls.zoomOut.ariaLabel': translate('diagram.zoomOut'), 'controls.fitView.ariaLabel': translate('diagram.fit') }}>
          <Background gap={20} color="#e4e8ee" />
          <Controls showInteractive={false} position="top-right" />
        </ReactFlow>
      )}
    </Box>
  );
}

/** How far a way back has to swing out to pass every node that it goes along. */
function around(diagram: DiagramView, places: Layout['places'], { from, to }: DiagramView['flows'][number], along: 'x' | 'y'): number {
  const across = along === 'y' ? 'x' : 'y';
  const side = along === 'y' ? 'width' : 'height';
  const [first, last] = [places.get(to)?.[along] ?? 0, places.get(from)?.[along] ?? 0];
  const edge = (key: string, type: string): number => (places.get(key)?.[across] ?? 0) + SIZE[shapeOf(type)][side];
  const passed = diagram.nodes.filter(({ key }) => (places.get(key)?.[along] ?? 0) >= first && (places.get(key)?.[along] ?? 0) <= last);
  const ends = passed.filter(({ key }) => key === from || key === to);
  return 28 + Math.max(...passed.map(({ key, type }) => edge(key, type))) - Math.max(...ends.map(({ key, type }) => edge(key, type)));
}

function draw(diagram: DiagramView, { places, direction }: Layout, marks: NodeMarks = NONE): { readonly nodes: Node<ShapeData>[]; readonly edges: BuiltInEdge[] } {
  const along = direction === 'LR' ? 'x' : 'y';
  const [out, into, aside] = direction === 'LR' ? ['right', 'left', 'bottom'] : ['bottom', 'top', 'right'];
  const nodes = diagram.nodes.map((node): Node<ShapeData> => {
    const shape = shapeOf(node.type);
    return { id: node.key, type: shape, position: places.get(node.key) ?? { x: 0, y: 0 }, ...SIZE[shape], data: { node, beside: direction === 'TB', mark: marks.get(node.key) } };
  });
  const known = new Set(diagram.nodes.map(({ key }) => key));
  const edges = diagram.flows.filter(({ from, to }) => known.has(from) && known.has(to)).map((flow, index): BuiltInEdge => {
    const back = (places.get(flow.to)?.[along] ?? 0) <= (places.get(flow.from)?.[along] ?? 0);
    const line = flow.taken ? colour.brand : '#8d99a8';
    return {
      id: String(index), source: flow.from, target: flow.to, type: 'smoothstep', label: flow.title ?? undefined, sourceHandle: flow.boundary || back ? aside : out, targetHandle: back ? aside : into,
      markerEnd: { type: MarkerType.ArrowClosed, color: line, width: 16, height: 16 }, labelBgPadding: [4, 2], labelBgStyle: { fill: '#fff' },
      ...(back ? { pathOptions: { offset: around(diagram, places, flow, along) } } : {}),
      style: { stroke: line, strokeWidth: flow.taken ? 2 : 1.4, strokeDasharray: flow.boundary ? '5 4' : undefined },
    };
  });
  return { nodes, edges };
}
