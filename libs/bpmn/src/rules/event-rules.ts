import { attribute, childOf, childrenOf, flag, idOf, isBpmn, referenceOf, type XmlElement } from '../xml/xml-element.js';
import { isFlowNode } from '../import/scopes.js';
import type { BrokenRule } from './broken-rules.js';
import { eventNamesOf } from './event-names.js';

const COMMON = ['message', 'timer', 'conditional', 'signal'];
/** Which events may stand where (§10.5.1, Table 10.93). */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  start: COMMON,
  inner: [],
  eventSubProcess: [...COMMON, 'escalation', 'error', 'compensate'],
  intermediateCatchEvent: [...COMMON, 'link'],
  intermediateThrowEvent: ['message', 'escalation', 'compensate', 'link', 'signal'],
  boundaryEvent: [...COMMON, 'escalation', 'error', 'compensate', 'cancel'],
  endEvent: ['message', 'escalation', 'error', 'compensate', 'cancel', 'signal', 'terminate'],
};
/** What an event definition must name (§10.5.5). */
const NAMES: Readonly<Record<string, string>> = { message: 'messageRef', signal: 'signalRef', escalation: 'escalationRef', error: 'errorRef' };

/** Events of one container: whether they may stand there, whether they say all they must, whether links meet. */
export function eventRules(container: XmlElement): readonly BrokenRule[] {
  const events = container.children.filter((child) => isFlowNode(child) && child.name.endsWith('Event'));
  return [...events.flatMap((event) => oneEvent(container, event)), ...linkRules(container, events), ...beginningRules(container)];
}

function oneEvent(container: XmlElement, event: XmlElement): readonly BrokenRule[] {
  const found: BrokenRule[] = [];
  const add = (ru: string, en: string, refuse?: true): void => void found.push({ element: event, holder: container, ru, en, ...(refuse && { refuse }) });
  const kinds = eventNamesOf(event);
  const place = event.name !== 'startEvent' ? event.name : container.name === 'process' ? 'start' : flag(container, 'triggeredByEvent', false) ? 'eventSubProcess' : 'inner';
  for (const kind of kinds) if (!(ALLOWED[place] ?? []).includes(kind)) add(`событие «${kind}» здесь не бывает`, `an event “${kind}” cannot stand here`, true);
  for (const definition of event.children.filter((child) => isBpmn(child) && child.name.endsWith('EventDefinition'))) {
    const needs = NAMES[definition.name.slice(0, -'EventDefinition'.length)];
    // A boundary event that names no error or escalation catches all of them.
    const catches = event.name === 'boundaryEvent' || event.name === 'startEvent';
    if (needs !== undefined && referenceOf(attribute(definition, needs)) === undefined && !(catches && (needs === 'errorRef' || needs === 'escalationRef'))) add(`событие не называет, чего ждёт или что сообщает (${needs})`, `the event does not name what it waits for or tells (${needs})`);
  }
  if (kinds.includes('cancel') && (event.name === 'endEvent' ? container.name !== 'transaction' : hostOf(container, event)?.name !== 'transaction')) add('отмена бывает только у транзакции', 'a cancel event belongs to a transaction', true);
  if (event.name === 'boundaryEvent' && !flag(event, 'cancelActivity', true) && kinds.some((kind) => kind === 'error' || kind === 'cancel' || kind === 'compensate')) add('такое событие не может не прерывать', 'such an event cannot but interrupt');
  if (event.name === 'startEvent' && !flag(event, 'isInterrupting', true) && kinds.includes('error')) add('ошибка не может не прерывать', 'an error cannot but interrupt');
  if (event.name === 'boundaryEvent' && !kinds.includes('compensate') && kinds.length > 0 && flowsAt(container, event, 'sourceRef') === 0) add('из граничного события ничто не выходит', 'nothing leaves the boundary event');
  if (event.name.startsWith('intermediate') && !kinds.includes('link')) {
    if (flowsAt(container, event, 'targetRef') === 0) add('к промежуточному событию ничто не ведёт', 'nothing leads to the intermediate event');
    if (flowsAt(container, event, 'sourceRef') === 0) add('из промежуточного события ничто не выходит', 'nothing leaves the intermediate event');
  }
  return found;
}

function hostOf(container: XmlElement, event: XmlElement): XmlElement | undefined {
  const host = referenceOf(attribute(event, 'attachedToRef'));
  return container.children.find((child) => idOf(child) === host);
}

function flowsAt(container: XmlElement, node: XmlElement, end: 'sourceRef' | 'targetRef'): number {
  return childrenOf(container, 'sequenceFlow').filter((flow) => referenceOf(attribute(flow, end)) === idOf(node)).length;
}

/** A throwing link needs one catching link of its name in the same container, and the other way round (§10.5.1). */
function linkRules(container: XmlElement, events: readonly XmlElement[]): readonly BrokenRule[] {
  const links = events.flatMap((event) => {
    const definition = childOf(event, 'linkEventDefinition');
    return definition === undefined ? [] : [{ event, name: attribute(definition, 'name') ?? '', id: idOf(definition), catches: event.name === 'intermediateCatchEvent', target: referenceOf(childOf(definition, 'target')?.text) }];
  });
  return links.flatMap(({ event, name, catches, target }): BrokenRule[] => {
    const pairs = links.filter((other) => other.catches !== catches && other.name === name);
    const targeted = links.find((other) => target !== undefined && other.id === target);
    if (targeted !== undefined && targeted.name !== name) return [{ element: event, holder: container, refuse: true, ru: `ссылка «${name}» указывает на ссылку с другим именем «${targeted.name}»`, en: `the link “${name}” points at a link of another name, “${targeted.name}”` }];
    if (pairs.length === 0) return [{ element: event, holder: container, refuse: true, ru: `у ссылки «${name}» нет пары на этом уровне`, en: `the link “${name}” has no pair at its level` }];
    return !catches && pairs.length > 1 ? [{ element: event, holder: container, refuse: true, ru: `ссылку «${name}» принимают в нескольких местах`, en: `the link “${name}” is caught in several places` }] : [];
  });
}

/** A start that is drawn asks for an end that is drawn, and the other way round (§10.5.2, §10.5.3); nothing else may then stand without a flow. */
function beginningRules(container: XmlElement): readonly BrokenRule[] {
  const nodes = container.children.filter(isFlowNode);
  const starts = nodes.filter(({ name }) => name === 'startEvent');
  const ends = nodes.filter(({ name }) => name === 'endEvent');
  const found: BrokenRule[] = [];
  const add = (element: XmlElement, ru: string, en: string): void => void found.push({ element, holder: container, ru, en });
  if (container.name === 'adHocSubProcess') return [...starts, ...ends].map((element) => ({ element, holder: container, refuse: true, ru: 'в подпроцессе ad hoc не бывает начала и завершения', en: 'an ad-hoc sub-process has no start and no end' }));
  if (starts.length > 0 && ends.length === 0) add(starts[0] as XmlElement, 'начало нарисовано, а завершение нет', 'a start is drawn, and no end');
  if (ends.length > 0 && starts.length === 0 && !nodes.some((node) => flag(node, 'instantiate', false))) add(ends[0] as XmlElement, 'завершение нарисовано, а начало нет', 'an end is drawn, and no start');
  for (const node of nodes) {
    const isFree = node.name.endsWith('Event') || flag(node, 'isForCompensation', false) || flag(node, 'triggeredByEvent', false) || flag(node, 'instantiate', false);
    if (isFree || container.name === 'adHocSubProcess') continue;
    if (starts.length > 0 && flowsAt(container, node, 'targetRef') === 0) add(node, 'к узлу ничто не ведёт, хотя начало нарисовано', 'nothing leads to the node, though a start is drawn');
    if (ends.length > 0 && flowsAt(container, node, 'sourceRef') === 0) add(node, 'из узла ничто не выходит, хотя завершение нарисовано', 'nothing leaves the node, though an end is drawn');
  }
  return found;
}
