import type { ProcessDefinition } from '@reglament/contracts';
import type { DiagramFlow } from '@reglament/engine';
import { boundaryId, flowId } from '../export/ids.js';
import { element } from '../xml/write-xml.js';
import { BPMN_DI, DC, DI, type XmlElement } from '../xml/xml-element.js';
import type { Bounds } from './layered.js';
import { placesOf } from './places.js';

interface Point { readonly x: number; readonly y: number }

/** The diagram of a definition (BPMN DI, §12), laid out anew: where boxes lie is no part of a definition. */
export function diagramElement(definition: ProcessDefinition, processId: string, flows: readonly DiagramFlow[]): XmlElement {
  const { nodes, boundary } = placesOf(definition, flows);
  const containers = new Set(Object.entries(definition.nodes).filter(([, { type }]) => type === 'subProcess' || type === 'adHocSubProcess').map(([key]) => key));
  const shapes = [...nodes, ...boundary].map(([id, bounds]) => element('BPMNShape', { id: `${id}.shape`, bpmnElement: id, isExpanded: containers.has(id) ? 'true' : undefined }, [
    element('Bounds', { x: String(bounds.x), y: String(bounds.y), width: String(bounds.width), height: String(bounds.height) }, [], DC),
  ], BPMN_DI));
  const edges = flows.flatMap((flow) => {
    const from = flow.boundary === null ? nodes.get(flow.from) : boundary.get(boundaryId(flow.from, flow.boundary));
    const to = nodes.get(flow.to);
    if (from === undefined || to === undefined) return [];
    const points = flow.boundary === null ? between(from, to) : downAndOver(from, to);
    const id = flowId(flow.from, flow.flow);
    return [edge(id, points)];
  });
  const undone = [...boundary].flatMap(([id, bounds]) => {
    const host = id.endsWith('.compensate') ? definition.nodes[id.slice(0, -'.compensate'.length)] : undefined;
    const handler = nodes.get(String((host as { readonly compensate?: unknown } | undefined)?.compensate ?? ''));
    return handler === undefined ? [] : [edge(`${id}.association`, downAndOver(bounds, handler))];
  });
  return element('BPMNDiagram', { id: `${processId}.diagram` }, [element('BPMNPlane', { id: `${processId}.plane`, bpmnElement: processId }, [...shapes, ...edges, ...undone], BPMN_DI)], BPMN_DI);
}

function edge(id: string, points: readonly Point[]): XmlElement {
  return element('BPMNEdge', { id: `${id}.edge`, bpmnElement: id }, points.map(({ x, y }) => element('waypoint', { x: String(x), y: String(y) }, [], DI)), BPMN_DI);
}

/** From the right side to the left one; an arrow that leads back goes below both boxes. */
function between(from: Bounds, to: Bounds): readonly Point[] {
  const start = { x: from.x + from.width, y: middle(from) };
  const end = { x: to.x, y: middle(to) };
  if (end.x <= start.x) {
    const below = Math.max(from.y + from.height, to.y + to.height) + 25;
    return [{ x: centre(from), y: from.y + from.height }, { x: centre(from), y: below }, { x: centre(to), y: below }, { x: centre(to), y: to.y + to.height }];
  }
  if (start.y === end.y) return [start, end];
  const turn = Math.round((start.x + end.x) / 2);
  return [start, { x: turn, y: start.y }, { x: turn, y: end.y }, end];
}

function downAndOver(from: Bounds, to: Bounds): readonly Point[] {
  const start = { x: centre(from), y: from.y + from.height };
  const below = Math.max(start.y + 20, middle(to));
  return [start, { x: start.x, y: below }, { x: to.x - 15, y: below }, { x: to.x - 15, y: middle(to) }, { x: to.x, y: middle(to) }];
}

const middle = ({ y, height }: Bounds): number => y + Math.round(height / 2);
const centre = ({ x, width }: Bounds): number => x + Math.round(width / 2);
