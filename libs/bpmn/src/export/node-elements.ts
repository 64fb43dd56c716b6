import { textIn, type FlowNode, type Locale, type LocalizedText } from '@reglament/contracts';
import { element } from '../xml/write-xml.js';
import { REGLAMENT, type XmlElement } from '../xml/xml-element.js';
import { eventElement, markersOf, type AnyEvent, type Named } from './event-elements.js';
import { boundaryId, flowId, namedId } from './ids.js';

/** What a node is in BPMN. A node of ours that has no word there is the nearest task. */
export function elementNameOf(node: FlowNode): string {
  switch (node.type) {
    case 'startEvent': case 'endEvent': case 'userTask': case 'serviceTask': case 'businessRuleTask': case 'sendTask': case 'receiveTask': case 'callActivity':
    case 'exclusiveGateway': case 'inclusiveGateway': case 'parallelGateway': case 'adHocSubProcess': return node.type;
    case 'approvalTask': return 'userTask';
    case 'documentTask': return node.operation === 'sign' || node.operation === 'register' ? 'userTask' : 'serviceTask';
    case 'catchEvent': return 'intermediateCatchEvent';
    case 'throwEvent': return 'intermediateThrowEvent';
    case 'subProcess': return 'transaction' in node && node.transaction === true ? 'transaction' : 'subProcess';
    default: return otherName(node);
  }
}

/** Types that the format has beside those above, as BPMN calls them. */
function otherName({ type }: { readonly type: string }): string {
  return type === 'eventBasedGateway' ? type : 'task';
}

export interface Writing { readonly locale: Locale; readonly name: (named: Named) => void }

/** Shown to people in other tools; the definition beside it has the text in every language. */
export function shownName(text: LocalizedText | undefined, locale: Locale): string | undefined {
  return text === undefined ? undefined : textIn(text, locale);
}

/** The whole of a node, kept under a name of our own: what BPMN has no words for is not lost, nor the order in which it is written. */
export function extensionOf(name: string, value: unknown, attributes: { readonly [name: string]: string } = {}): XmlElement {
  const text = JSON.stringify(value).replaceAll('\ufffe', '\\ufffe').replaceAll('\uffff', '\\uffff');
  return element('extensionElements', {}, [element(name, attributes, text, REGLAMENT)]);
}

/** `inner`: what a container holds. Children of an element stand in the order that BPMN's schema wants (§15, tFlowNode). */
export function nodeElement(key: string, node: FlowNode, writing: Writing, links: readonly XmlElement[], inner: readonly XmlElement[], start: AnyEvent | undefined, undoes: boolean): XmlElement {
  const attributes = { id: key, name: shownName(node.title, writing.locale), isForCompensation: undoes ? 'true' : undefined, ...attributesOf(key, node, writing) };
  const event = eventOf(node) ?? start;
  const completion = node.type === 'adHocSubProcess' ? inner.slice(-1).filter(({ name }) => name === 'completionCondition') : [];
  const held = completion.length > 0 ? inner.slice(0, -1) : inner;
  return element(elementNameOf(node), attributes, [
    extensionOf('node', node), ...links, ...markersOf(node), ...held, ...completion, ...(event === undefined ? [] : [eventElement(event, writing.name)]),
  ]);
}

/** An event sub-process waits for its event at its start event. */
function eventOf(node: FlowNode): AnyEvent | undefined {
  if (node.type === 'subProcess' || node.type === 'sendTask' || node.type === 'receiveTask') return undefined;
  return 'event' in node && node.event !== undefined ? node.event as AnyEvent : undefined;
}

function attributesOf(key: string, node: FlowNode, { name }: Writing): { readonly [name: string]: string | undefined } {
  switch (node.type) {
    case 'callActivity': return { calledElement: node.process };
    case 'serviceTask': return { implementation: node.handler };
    case 'businessRuleTask': return { implementation: node.decision };
    case 'subProcess': return node.event === undefined ? {} : { triggeredByEvent: 'true' };
    case 'sendTask': case 'receiveTask':
      name({ kind: 'message', name: node.event.name });
      return { messageRef: namedId('message', node.event.name) };
    default: return defaultFlow(key, node);
  }
}

function defaultFlow(key: string, node: FlowNode): { readonly default?: string } {
  if (node.type !== 'exclusiveGateway' && node.type !== 'inclusiveGateway') return {};
  const chosen = node.flows.findIndex((flow) => flow.default === true);
  return chosen < 0 ? {} : { default: flowId(key, chosen) };
}

type Boundary = NonNullable<Extract<FlowNode, { type: 'userTask' }>['on']>[number];

export function boundaryElement(host: string, event: Boundary, writing: Writing, links: readonly XmlElement[]): XmlElement {
  const interrupting = 'interrupting' in event ? event.interrupting : true;
  return element('boundaryEvent', {
    id: boundaryId(host, event.key), name: 'title' in event ? shownName(event.title, writing.locale) : undefined, attachedToRef: host, cancelActivity: String(interrupting),
  }, [...links, eventElement(event as AnyEvent, writing.name)]);
}

/** The activity that undoes another one hangs on it by an association (§10.7). */
export function compensationElements(key: string, handler: string): readonly XmlElement[] {
  const id = `${key}.compensate`;
  return [
    element('boundaryEvent', { id, attachedToRef: key }, [element('compensateEventDefinition')]),
    element('association', { id: `${id}.association`, associationDirection: 'One', sourceRef: id, targetRef: handler }),
  ];
}

export function handlerOf(node: FlowNode): string | undefined {
  const handler = (node as { readonly compensate?: unknown }).compensate;
  return typeof handler === 'string' ? handler : undefined;
}
