import '@xyflow/react/dist/base.css';
import Box from '@mui/material/Box';
import { Background, Controls, MarkerType, ReactFlow, type Edge, type Node } from '@xyflow/react';
import type { DiagramView } from '@reglament/contracts';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { colour } from '../theme/tokens.js';
import { ActivityShape, EventShape, GatewayShape, type ShapeData } from './diagram-shapes.js';
import { layOut } from './layout.js';
import { shapeOf, SIZE } from './shapes.js';

const nodeTypes = { activity: ActivityShape, event: EventShape, gateway: GatewayShape };

/** BPMN as people know it: circles, diamonds, rounded boxes; what was passed is filled, where the case stands is framed and marked. */
export default function DiagramCanvas({ diagram }: { readonly diagram: DiagramView }) {
  const translate = useTranslate();
  const { nodes, edges } = useMemo(() => draw(diagram), [diagram]);
  return (
    <Box sx={{ height: { xs: 420, md: 560 }, '& .react-flow__edge-text': { fontSize: 11, fill: colour.inkSoft }, '& .react-flow__controls-button': { width: 30, height: 30, border: `1px solid ${colour.line}`, background: colour.surface } }} role="region" aria-label={translate('diagram.region')}>
      <ReactFlow<Node<ShapeData>> nodes={nodes} edges={edges} nodeTypes={nodeTypes} fitView fitViewOptions={{ padding: 0.08, maxZoom: 1 }} minZoom={0.2} nodesDraggable={false} nodesConnectable={false} nodesFocusable={false} edgesFocusable={false} elementsSelectable={false} proOptions={{ hideAttribution: true }} ariaLabelConfig={{ 'controls.zoomIn.ariaLabel': translate('diagram.zoomIn'), 'controls.zoomOut.ariaLabel': translate('diagram.zoomOut'), 'controls.fitView.ariaLabel': translate('diagram.fit') }}>
        <Background gap={20} color="#e4e8ee" />
        <Controls showInteractive={false} />
      </ReactFlow>
    </Box>
  );
}

function draw(diagram: DiagramView): { readonly nodes: Node<ShapeData>[]; readonly edges: Edge[] } {
  const places = layOut(diagram);
  const nodes = diagram.nodes.map((node): Node<ShapeData> => {
    const shape = shapeOf(node.type);
    return { id: node.key, type: shape, position: places.get(node.key) ?? { x: 0, y: 0 }, ...SIZE[shape], data: { node } };
  });
  const known = new Set(diagram.nodes.map(({ key }) => key));
  const edges = diagram.flows.filter(({ from, to }) => known.has(from) && known.has(to)).map((flow, index): Edge => {
    const back = (places.get(flow.to)?.x ?? 0) < (places.get(flow.from)?.x ?? 0);
    const line = flow.taken ? colour.brand : '#8d99a8';
    return {
      id: String(index), source: flow.from, target: flow.to, type: 'smoothstep', label: flow.title ?? undefined, sourceHandle: flow.boundary || back ? 'bottom' : 'right', targetHandle: back ? 'bottom' : 'left',
      markerEnd: { type: MarkerType.ArrowClosed, color: line, width: 16, height: 16 }, labelBgPadding: [4, 2], labelBgStyle: { fill: '#fff' },
      style: { stroke: line, strokeWidth: flow.taken ? 2 : 1.4, strokeDasharray: flow.boundary ? '5 4' : undefined },
    };
  });
  return { nodes, edges };
}
