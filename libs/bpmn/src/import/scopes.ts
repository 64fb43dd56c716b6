import { attribute, flag, idOf, isBpmn, referenceOf, type XmlElement } from '../xml/xml-element.js';
import { activityOf, isCompensation, put } from './activities.js';
import { containerOf } from './containers.js';
import { eventDefinitionsOf } from './events.js';
import { ending } from './flows.js';
import { placeOf, type NodeDraft, type ProcessContext, type ScopeContext } from './import-context.js';
import { catchOf, endOf, gatewayOf, startOf, throwOf } from './nodes.js';

export const CONTAINERS: ReadonlySet<string> = new Set(['subProcess', 'transaction', 'adHocSubProcess']);
const TASKS: ReadonlySet<string> = new Set(['task', 'userTask', 'manualTask', 'scriptTask', 'serviceTask', 'businessRuleTask', 'sendTask', 'receiveTask', 'callActivity']);
const GATEWAYS: ReadonlySet<string> = new Set(['exclusiveGateway', 'inclusiveGateway', 'parallelGateway', 'eventBasedGateway', 'complexGateway']);
const EVENTS: ReadonlySet<string> = new Set(['startEvent', 'endEvent', 'intermediateThrowEvent', 'intermediateCatchEvent', 'boundaryEvent']);
/** What stands beside the flow and means nothing to it. */
const SILENT: ReadonlySet<string> = new Set([
  'sequenceFlow', 'incoming', 'outgoing', 'association', 'extensionElements', 'laneSet', 'ioSpecification', 'standardLoopCharacteristics', 'multiInstanceLoopCharacteristics',
  'completionCondition', 'documentation', 'resourceRole', 'performer', 'humanPerformer', 'potentialOwner', 'supports', 'ioBinding',
]);

export function isFlowNode(element: XmlElement): boolean {
  return isBpmn(element) && (TASKS.has(element.name) || GATEWAYS.has(element.name) || EVENTS.has(element.name) || CONTAINERS.has(element.name) || element.name === 'choreographyTask');
}

export function isActivity(element: XmlElement): boolean {
  return isBpmn(element) && (TASKS.has(element.name) || CONTAINERS.has(element.name));
}

/** What a process or a sub-process holds: its nodes, then those of the sub-processes in it. */
export function importScope(process: ProcessContext, container: XmlElement, scope: string | undefined): void {
  const context = scopeContext(process, container, scope);
  const entries = context.flowNodes.filter((element) => isEntry(context, element));
  for (const element of context.flowNodes) {
    const key = context.nodeKeys.get(idOf(element) ?? '');
    if (key === undefined || element.name === 'boundaryEvent') continue;
    put(context, element, key, nodeOf(context, element, key));
    if (!CONTAINERS.has(element.name)) continue;
    importScope(process, element, key);
  }
  begin(context, entries);
  for (const element of container.children) if (isBpmn(element) && !isFlowNode(element) && !SILENT.has(element.name)) aside(context, element);
}

function scopeContext(process: ProcessContext, container: XmlElement, scope: string | undefined): ScopeContext {
  const outgoing = new Map<string, XmlElement[]>();
  const incoming = new Map<string, XmlElement[]>();
  for (const flow of container.children.filter((child) => isBpmn(child, 'sequenceFlow'))) {
    const source = referenceOf(attribute(flow, 'sourceRef')) ?? '';
    const target = referenceOf(attribute(flow, 'targetRef')) ?? '';
    outgoing.set(source, [...(outgoing.get(source) ?? []), flow]);
    incoming.set(target, [...(incoming.get(target) ?? []), flow]);
  }
  return { ...process, container, scope, outgoing, incoming, flowNodes: container.children.filter(isFlowNode) };
}

/** Where tokens appear without a flow (§10.3.5, §13.2.2): what is not attached, no compensation, no link and no event sub-process. */
function isEntry(context: ScopeContext, element: XmlElement): boolean {
  if (element.name === 'startEvent' || element.name === 'boundaryEvent' || isCompensation(element) || flag(element, 'triggeredByEvent', false)) return false;
  if (eventDefinitionsOf(context, element).some(({ name }) => name === 'linkEventDefinition') && element.name === 'intermediateCatchEvent') return false;
  if (element.name === 'receiveTask' && flag(element, 'instantiate', false)) return false;
  return (context.incoming.get(idOf(element) ?? '') ?? []).length === 0;
}

function nodeOf(context: ScopeContext, element: XmlElement, key: string): NodeDraft | null {
  if (element.name === 'startEvent') return startOf(context, element, key);
  if (element.name === 'endEvent') return endOf(context, element);
  if (element.name === 'intermediateThrowEvent') return throwOf(context, element, key);
  if (element.name === 'intermediateCatchEvent') return catchOf(context, element, key);
  if (CONTAINERS.has(element.name)) return containerOf(context, element, key);
  if (TASKS.has(element.name)) return activityOf(context, element, key);
  const draft = gatewayOf(context, element);
  if (draft !== null && Array.isArray(draft['flows']) && draft['flows'].length === 0) {
    context.report.approximated(element, placeOf(context, element), 'из шлюза ничто не выходит: путь здесь кончается', 'nothing leaves the gateway: the path ends here');
    return { ...draft, flows: [{ to: ending(context, key) }], type: 'exclusiveGateway' };
  }
  return draft;
}

/** Puts the start that BPMN leaves undrawn. Parts of an ad-hoc sub-process have none. */
function begin(context: ScopeContext, entries: readonly XmlElement[]): void {
  if (context.container.name === 'adHocSubProcess') return;
  const starts = context.flowNodes.filter(({ name }) => name === 'startEvent');
  if (context.scope !== undefined && starts.length > 1) {
    for (const start of starts.slice(1)) context.report.refused(start, placeOf(context, start), 'второе начало подпроцесса не читается', 'a second start of a sub-process is not read');
    return;
  }
  if (starts.length > 0 || context.flowNodes.some((element) => element.name === 'receiveTask' && flag(element, 'instantiate', false))) {
    for (const entry of entries) context.report.approximated(entry, placeOf(context, entry), 'к узлу ничто не ведёт: до него дело не дойдёт', 'nothing leads to the node: no case comes to it');
    return;
  }
  if (context.flowNodes.length === 0 && context.scope !== undefined) return empty(context, context.scope);
  const keys = entries.flatMap((element) => context.nodeKeys.get(idOf(element) ?? '') ?? []);
  const [only] = keys;
  if (only === undefined) {
    context.report.refused(context.container, { process: context.key, node: context.scope ?? '' }, 'начинать нечего: нет узла без входящих потоков', 'nothing begins it: every node has an incoming flow');
    return;
  }
  const start = context.giveKey(`${context.scope ?? context.key}-start`);
  const place = context.scope === undefined ? {} : { in: context.scope };
  let next = only;
  if (keys.length > 1) {
    next = context.giveKey(`${start}-split`);
    context.nodes[next] = { type: 'parallelGateway', flows: keys.map((to) => ({ to })), ...place };
  }
  context.nodes[start] = { type: 'startEvent', next, ...place };
  context.report.approximated(context.container, { process: context.key, ...(context.scope !== undefined && { node: context.scope }) }, `начало не нарисовано: добавлено «${start}»`, `no start is drawn: “${start}” was put there`);
}

/** A sub-process that is drawn and not yet filled is over as soon as it is entered. */
function empty(context: ScopeContext, scope: string): void {
  const start = context.giveKey(`${scope}-start`);
  context.nodes[start] = { type: 'startEvent', next: ending(context, scope), in: scope };
  context.report.approximated(context.container, { process: context.key, node: scope }, 'подпроцесс пуст: он кончается сразу', 'the sub-process is empty: it ends at once');
}

/** Data, notes and whatever else carries no token. */
function aside(context: ScopeContext, element: XmlElement): void {
  context.report.approximated(element, { process: context.key, holder: idOf(context.container) ?? context.key }, 'на ход дела не влияет и опущено', 'has no part in the flow and is left out');
}

/** Gives every flow node of a process its key before any flow is followed. */
export function giveKeys(context: ProcessContext, container: XmlElement): void {
  for (const element of container.children.filter(isFlowNode)) {
    const id = idOf(element);
    if (id !== undefined && !context.nodeKeys.has(id)) context.nodeKeys.set(id, context.giveKey(id));
    if (CONTAINERS.has(element.name)) giveKeys(context, element);
  }
}

