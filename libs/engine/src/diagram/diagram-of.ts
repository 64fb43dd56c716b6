import type { BoundaryEvent, EventTrigger, FlowNode, FlowNodeType, LocalizedText, ProcessDefinition } from '@reglament/contracts';
import { exitsOf } from '../nodes/node-types.js';

/** What is drawn of a node. A title that the definition does not give is null: events and gateways often have none. */
export interface DiagramNode {
  readonly key: string;
  readonly type: FlowNodeType;
  readonly title: LocalizedText | null;
  /** The sub-process in which it is drawn. */
  readonly parent: string | null;
  /** Drawn as three bars: once per item; as a round arrow: while a condition holds. */
  readonly repeated: 'parallel' | 'sequential' | 'loop' | null;
  /** An event sub-process, drawn with a dotted border: what starts it. */
  readonly startedBy: EventTrigger['type'] | null;
  readonly boundary: readonly { readonly key: string; readonly type: BoundaryEvent['type']; readonly title: LocalizedText | null; readonly interrupting: boolean }[];
}

export interface DiagramFlow {
  readonly from: string;
  readonly to: string;
  /** As in the fact `flowTaken`: the outcome's key, the flow's index, `on/<event>`, or null for the only way on. */
  readonly flow: string | number | null;
  /** The boundary event that it leaves by. */
  readonly boundary: string | null;
  /** The outcome's or the flow's title. */
  readonly title: LocalizedText | null;
  readonly isDefault: boolean;
}

export interface Diagram { readonly nodes: readonly DiagramNode[]; readonly flows: readonly DiagramFlow[] }

/** Nodes and flows of a definition, for drawing: without places, which belong to whoever draws. */
export function diagramOf(definition: ProcessDefinition): Diagram {
  const entries = Object.entries(definition.nodes);
  return { nodes: entries.map(([key, node]) => nodeOf(key, node)), flows: entries.flatMap(([key, node]) => flowsFrom(key, node)) };
}

function nodeOf(key: string, node: FlowNode): DiagramNode {
  return {
    key, type: node.type, title: node.title ?? null, parent: node.in ?? null,
    repeated: ('forEach' in node ? node.forEach?.mode : undefined) ?? ('loop' in node && node.loop !== undefined ? 'loop' : null),
    startedBy: (node.type === 'subProcess' ? node.event?.type : undefined) ?? null,
    boundary: eventsOf(node).map((event) => ({ key: event.key, type: event.type, title: event.title ?? null, interrupting: event.interrupting })),
  };
}

function flowsFrom(key: string, node: FlowNode): readonly DiagramFlow[] {
  const outcomes = 'forEach' in node && node.forEach !== undefined && 'outcomes' in node ? node.outcomes : undefined;
  // The outcomes of a repeated task go on together, by one flow: it is drawn, and taken, once.
  const exits = exitsOf(key, node).map((exit) => (outcomes !== undefined && Object.hasOwn(outcomes, exit.flow ?? '') ? { ...exit, flow: null } : exit));
  return exits.filter(({ flow }, i) => flow !== null || i === exits.findIndex((other) => other.flow === null)).map(({ to, flow }): DiagramFlow => {
    const event = eventsOf(node).find((candidate) => `on/${candidate.key}` === flow);
    const own = typeof flow === 'number' && 'flows' in node ? node.flows[flow] : undefined;
    const outcome = typeof flow === 'string' && !event && 'outcomes' in node ? (node.outcomes as { readonly [key: string]: { readonly title: LocalizedText } | undefined })?.[flow.split('>')[0] ?? flow] : undefined;
    return {
      from: key, to, flow, boundary: event?.key ?? null,
      title: event?.title ?? own?.title ?? outcome?.title ?? null,
      isDefault: own !== undefined && 'default' in own && own.default === true,
    };
  });
}

function eventsOf(node: FlowNode): readonly BoundaryEvent[] {
  return 'on' in node ? node.on ?? [] : [];
}
