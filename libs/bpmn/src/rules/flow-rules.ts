import { eventNamesOf } from './event-names.js';
import { attribute, childOf, childrenOf, flag, idOf, isBpmn, referenceOf, type XmlElement } from '../xml/xml-element.js';
import { isActivity, isFlowNode } from '../import/scopes.js';
import type { BrokenRule } from './broken-rules.js';

/** What sequence flows may join (§10.2.1, §7.6.1), and what the nodes themselves say of them, in one container. */
export function flowRules(container: XmlElement): readonly BrokenRule[] {
  const flows = childrenOf(container, 'sequenceFlow');
  const nodes = new Map(container.children.filter(isFlowNode).map((node) => [idOf(node) ?? '', node]));
  return [...flows.flatMap((flow) => endRules(container, flow, nodes, flows)), ...[...nodes.values()].flatMap((node) => nodeRules(container, node, flows))];
}

function endRules(container: XmlElement, flow: XmlElement, nodes: ReadonlyMap<string, XmlElement>, flows: readonly XmlElement[]): readonly BrokenRule[] {
  const found: BrokenRule[] = [];
  const add = (ru: string, en: string, refuse?: true): void => void found.push({ element: flow, holder: container, ru, en, ...(refuse && { refuse }) });
  const sourceId = referenceOf(attribute(flow, 'sourceRef')) ?? '';
  const targetId = referenceOf(attribute(flow, 'targetRef')) ?? '';
  const source = nodes.get(sourceId);
  const target = nodes.get(targetId);
  if (!source) add(`поток выходит из «${sourceId}», а узла с таким id на этом уровне нет`, `the flow leaves “${sourceId}”, and no node of that id is at its level`, true);
  if (!target) add(`поток ведёт в «${targetId}», а узла с таким id на этом уровне нет`, `the flow leads to “${targetId}”, and no node of that id is at its level`, true);
  if (!source || !target) return found;
  if (source.name === 'endEvent') add('поток выходит из завершения', 'a flow leaves an end event', true);
  if (target.name === 'startEvent') add('поток ведёт в начало', 'a flow leads into a start event', true);
  if (target.name === 'boundaryEvent') add('поток ведёт в граничное событие', 'a flow leads into a boundary event', true);
  if (flag(source, 'triggeredByEvent', false) || flag(target, 'triggeredByEvent', false)) add('поток связывает событийный подпроцесс', 'a flow joins an event sub-process', true);
  if (flag(source, 'isForCompensation', false) || flag(target, 'isForCompensation', false)) add('поток связывает действие компенсации', 'a flow joins a compensation activity', true);
  if (eventNamesOf(target).includes('link') && target.name === 'intermediateCatchEvent') add('поток ведёт в принимающую ссылку', 'a flow leads into a catching link', true);
  if (eventNamesOf(source).includes('link') && source.name === 'intermediateThrowEvent') add('поток выходит из отправляющей ссылки', 'a flow leaves a throwing link', true);
  if (source.name === 'boundaryEvent' && eventNamesOf(source).includes('compensate')) add('поток выходит из события компенсации', 'a flow leaves a compensation boundary event', true);
  const conditional = childOf(flow, 'conditionExpression') !== undefined;
  if (conditional && isActivity(source) && flows.filter((other) => referenceOf(attribute(other, 'sourceRef')) === sourceId).length < 2) add('условие на единственном потоке из действия', 'a condition on the only flow that leaves an activity');
  if (conditional && source.name.endsWith('Event')) add('условие на потоке из события', 'a condition on a flow that leaves an event');
  return found;
}

function nodeRules(container: XmlElement, node: XmlElement, flows: readonly XmlElement[]): readonly BrokenRule[] {
  const found: BrokenRule[] = [];
  const id = idOf(node) ?? '';
  const compare = (child: 'incoming' | 'outgoing', end: 'targetRef' | 'sourceRef'): void => {
    const said = childrenOf(node, child).map(({ text }) => referenceOf(text) ?? '').sort();
    const drawn = flows.filter((flow) => referenceOf(attribute(flow, end)) === id).map((flow) => idOf(flow) ?? '').sort();
    // A file may leave them out altogether; one that has them for others has to have them here.
    if (said.join(' ') === drawn.join(' ') || !container.children.some((other) => isFlowNode(other) && (childOf(other, 'incoming') ?? childOf(other, 'outgoing')) !== undefined)) return;
    found.push({ element: node, holder: container, ru: `${child} говорит «${said.join(', ')}», а потоки — «${drawn.join(', ')}»; верим потокам`, en: `${child} says “${said.join(', ')}”, the flows “${drawn.join(', ')}”; the flows are believed` });
  };
  compare('incoming', 'targetRef');
  compare('outgoing', 'sourceRef');
  const chosen = referenceOf(attribute(node, 'default'));
  const flow = flows.find((candidate) => idOf(candidate) === chosen);
  if (chosen !== undefined && referenceOf(flow && attribute(flow, 'sourceRef')) !== id) found.push({ element: node, holder: container, refuse: true, ru: `поток по умолчанию «${chosen}» выходит не отсюда`, en: `the default flow “${chosen}” does not leave it` });
  if (chosen !== undefined && flow && childOf(flow, 'conditionExpression')) found.push({ element: flow, holder: container, ru: 'у потока по умолчанию есть условие', en: 'the default flow has a condition' });
  return found;
}

/** Containers of flow nodes, at any depth. */
export function containersOf(root: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const rest = root.children.filter((child) => isBpmn(child, 'process'));
  for (let container = rest.pop(); container !== undefined; container = rest.pop()) {
    found.push(container);
    rest.push(...container.children.filter((child) => isBpmn(child) && ['subProcess', 'transaction', 'adHocSubProcess'].includes(child.name)));
  }
  return found;
}
