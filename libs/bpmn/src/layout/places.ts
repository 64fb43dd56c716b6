import type { FlowNode, ProcessDefinition } from '@reglament/contracts';
import type { DiagramFlow } from '@reglament/engine';
import { layered, type Bounds, type Box, type Size } from './layered.js';

const PADDING = 40;
const EVENT: Size = { width: 36, height: 36 };
const GATEWAY: Size = { width: 50, height: 50 };
const TASK: Size = { width: 120, height: 80 };

/** Where each node lies, and each of its boundary events, in the file's coordinates. */
export interface Places { readonly nodes: ReadonlyMap<string, Bounds>; readonly boundary: ReadonlyMap<string, Bounds> }

/** Lays out a definition, the inside of sub-processes first: a container is as large as what it holds. */
export function placesOf(definition: ProcessDefinition, flows: readonly DiagramFlow[]): Places {
  const nodes = new Map<string, Bounds>();
  const boundary = new Map<string, Bounds>();
  const inside = new Map<string, ReadonlyMap<string, Bounds>>();
  const sizes = new Map<string, Size>();
  const order = Object.keys(definition.nodes);
  for (const scope of [...scopesInnermostFirst(definition), undefined]) {
    const boxes: Box[] = order.filter((key) => definition.nodes[key]?.in === scope).map((key) => ({ key, ...sizes.get(key) ?? sizeOf(definition.nodes[key]) }));
    const keys = new Set(boxes.map(({ key }) => key));
    const placed = layered(boxes, flows.filter(({ from, to }) => keys.has(from) && keys.has(to)));
    inside.set(scope ?? '', placed);
    if (scope !== undefined) sizes.set(scope, around(placed));
  }
  const lay = (scope: string, x: number, y: number): void => {
    for (const [key, bounds] of inside.get(scope) ?? []) {
      const at = { ...bounds, x: bounds.x + x, y: bounds.y + y };
      nodes.set(key, at);
      layBoundary(key, definition.nodes[key], at, boundary);
      if (inside.has(key)) lay(key, at.x + PADDING, at.y + PADDING);
    }
  };
  lay('', 100, 100);
  return { nodes, boundary };
}

function layBoundary(key: string, node: FlowNode | undefined, at: Bounds, boundary: Map<string, Bounds>): void {
  const events = node !== undefined && 'on' in node ? node.on ?? [] : [];
  events.forEach((event, i) => boundary.set(`${key}.on.${event.key}`, { ...EVENT, x: at.x + 12 + i * 42, y: at.y + at.height - 18 }));
  if (node !== undefined && typeof (node as { readonly compensate?: unknown }).compensate === 'string') boundary.set(`${key}.compensate`, { ...EVENT, x: at.x + 12 + events.length * 42, y: at.y + at.height - 18 });
}

function around(placed: ReadonlyMap<string, Bounds>): Size {
  const right = Math.max(TASK.width, ...[...placed.values()].map(({ x, width }) => x + width));
  const bottom = Math.max(TASK.height, ...[...placed.values()].map(({ y, height }) => y + height));
  return { width: right + 2 * PADDING, height: bottom + 2 * PADDING };
}

function sizeOf(node: FlowNode | undefined): Size {
  if (node === undefined) return TASK;
  if (node.type.endsWith('Event')) return EVENT;
  if (node.type.endsWith('Gateway')) return GATEWAY;
  const events = 'on' in node ? (node.on ?? []).length : 0;
  return { width: Math.max(TASK.width, 24 + (events + 1) * 42), height: TASK.height };
}

function scopesInnermostFirst(definition: ProcessDefinition): readonly string[] {
  const depth = (key: string): number => {
    let levels = 0;
    for (let holder = definition.nodes[key]?.in; holder !== undefined && levels < 100; holder = definition.nodes[holder]?.in) levels += 1;
    return levels;
  };
  const containers = Object.entries(definition.nodes).filter(([, { type }]) => type === 'subProcess' || type === 'adHocSubProcess').map(([key]) => key);
  return containers.map((key) => [key, depth(key)] as const).sort(([, a], [, b]) => b - a).map(([key]) => key);
}
