import { textIn, type FlowNode, type Locale, type ProcessDefinition } from '@reglament/contracts';
import { diagramOf, type DiagramFlow } from '@reglament/engine';
import { diagramElement } from '../layout/diagram-element.js';
import { element, writeXml } from '../xml/write-xml.js';
import type { XmlElement } from '../xml/xml-element.js';
import { digestOf } from './digest.js';
import { formal, type AnyEvent, type Named } from './event-elements.js';
import { conditionText } from './expression-text.js';
import { boundaryId, flowId, namedId } from './ids.js';
import { boundaryElement, compensationElements, extensionOf, handlerOf, nodeElement, type Writing } from './node-elements.js';

export interface ExportOptions {
  /** Language of the names that other tools show; Russian by default. */
  readonly locale?: Locale;
}

/**
 * Writes a definition as BPMN 2.0 with its diagram (OMG formal/2013-12-09, §10 and §12). Every property is in the file: what BPMN says in
 * its own words, for whoever opens it elsewhere, and the whole of each node beside it, so that `importBpmn` of an untouched file gives
 * back an equal definition, and its export the same bytes.
 */
export function exportBpmn(given: ProcessDefinition, { locale = 'ru' }: ExportOptions = {}): string {
  const definition = inReadingOrder(given);
  const names = new Map<string, Named>();
  const writing: Writing = { locale, name: (named) => void names.set(namedId(named.kind, named.name), named) };
  const { nodes, ...rest } = definition;
  const flows = diagramOf(definition).flows.filter(({ from, flow }) => !isLink(nodes[from], flow));
  const content = scopeElements(definition, undefined, flows, writing);
  const processId = Object.hasOwn(nodes, definition.key) ? `${definition.key}.process` : definition.key;
  const process = (digest: string): XmlElement => element('process', { id: processId, name: textIn(definition.title, locale), isExecutable: 'true' }, [extensionOf('definition', rest, { digest }), ...content]);
  const root = (digest: string): readonly XmlElement[] => [...[...names.values()].map(namedElement), process(digest)];
  const attributes = { id: `${processId}.file`, targetNamespace: 'https://reglament.dev/processes', exporter: 'Reglament' };
  const digest = digestOf(element('definitions', attributes, root('')));
  return writeXml(element('definitions', attributes, [...root(digest), diagramElement(definition, processId, flows)]));
}

/** What a sub-process holds stands in it, so the file's order of nodes is that of a definition which names them right behind it. */
function inReadingOrder(definition: ProcessDefinition): ProcessDefinition {
  const entries = Object.entries(definition.nodes);
  const inside = (scope: string | undefined): readonly (readonly [string, FlowNode])[] => entries.filter(([, node]) => node.in === scope).flatMap((entry) => [entry, ...inside(entry[0])]);
  return { ...definition, nodes: Object.fromEntries(inside(undefined)) };
}

/** A link is a flow that is not drawn. */
function isLink(node: FlowNode | undefined, flow: string | number | null): boolean {
  return node?.type === 'throwEvent' && (node.event as { readonly type?: string } | undefined)?.type === 'link' && flow === null;
}

function namedElement({ kind, name }: Named): XmlElement {
  const code = kind === 'error' ? { errorCode: name } : kind === 'escalation' ? { escalationCode: name } : {};
  return element(kind, { id: namedId(kind, name), name, ...code });
}

/** Flow nodes of a scope with what they hold, then its flows. */
function scopeElements(definition: ProcessDefinition, scope: string | undefined, flows: readonly DiagramFlow[], writing: Writing): readonly XmlElement[] {
  const inside = Object.entries(definition.nodes).filter(([, node]) => node.in === scope);
  const keys = new Set(inside.map(([key]) => key));
  const held = scope === undefined ? undefined : definition.nodes[scope];
  const trigger = held?.type === 'subProcess' && held.event !== undefined ? held.event as AnyEvent : undefined;
  const handlers = new Set(inside.map(([, node]) => handlerOf(node)));
  const elements = inside.flatMap(([key, node]) => {
    const container = node.type === 'subProcess' || node.type === 'adHocSubProcess';
    const inner = container ? scopeElements(definition, key, flows, writing) : [];
    const start = node.type === 'startEvent' ? trigger : undefined;
    const own = nodeElement(key, node, writing, linksOf(key, null, flows), inner, start, handlers.has(key));
    const handler = handlerOf(node);
    const boundary = 'on' in node ? node.on ?? [] : [];
    return [own, ...boundary.map((event) => boundaryElement(key, event, writing, linksOf(key, event.key, flows))), ...(handler === undefined ? [] : compensationElements(key, handler))];
  });
  const until = held?.type === 'adHocSubProcess' && held.until !== undefined ? [formal('completionCondition', conditionText(held.until as Parameters<typeof conditionText>[0]))] : [];
  return [...elements, ...flows.filter(({ from }) => keys.has(from)).map((flow) => flowElement(definition, flow, writing)), ...until];
}

/** `incoming` and `outgoing` of a node, or of a boundary event, to which nothing comes. */
function linksOf(key: string, event: string | null, flows: readonly DiagramFlow[]): readonly XmlElement[] {
  const incoming = event === null ? flows.filter(({ to }) => to === key) : [];
  const outgoing = flows.filter(({ from, boundary }) => from === key && boundary === event);
  return [...incoming.map((flow) => element('incoming', {}, flowId(flow.from, flow.flow))), ...outgoing.map((flow) => element('outgoing', {}, flowId(flow.from, flow.flow)))];
}

function flowElement(definition: ProcessDefinition, flow: DiagramFlow, { locale }: Writing): XmlElement {
  const condition = conditionOf(definition.nodes[flow.from], flow);
  return element('sequenceFlow', {
    id: flowId(flow.from, flow.flow), name: flow.title === null || flow.boundary !== null ? undefined : textIn(flow.title, locale),
    sourceRef: flow.boundary === null ? flow.from : boundaryId(flow.from, flow.boundary), targetRef: flow.to,
  }, condition === null ? [] : [formal('conditionExpression', condition)]);
}

/** The outcomes of a task are conditions on the flows that leave it. */
function conditionOf(node: FlowNode | undefined, { from, flow, boundary }: DiagramFlow): string | null {
  if (node === undefined || boundary !== null) return null;
  if (typeof flow === 'number' && 'flows' in node) {
    const own = node.flows[flow];
    return own !== undefined && 'when' in own && own.when !== undefined ? conditionText(own.when as Parameters<typeof conditionText>[0]) : null;
  }
  const outcomes = 'outcomes' in node ? Object.keys(node.outcomes ?? {}) : [];
  return typeof flow === 'string' && outcomes.length > 1 ? `outcome.${from} = ${JSON.stringify(flow)}` : null;
}
