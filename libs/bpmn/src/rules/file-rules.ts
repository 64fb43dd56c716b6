import { attribute, childOf, childrenOf, everyElement, flag, idOf, isBpmn, referenceOf, XSI, type XmlElement } from '../xml/xml-element.js';
import { isActivity, isFlowNode } from '../import/scopes.js';
import type { BrokenRule } from './broken-rules.js';

const EXPRESSIONS: ReadonlySet<string> = new Set(['conditionExpression', 'timeDate', 'timeDuration', 'timeCycle', 'loopCardinality', 'loopCondition', 'completionCondition', 'condition', 'activationCondition']);

/** Activities, expressions, and what stands outside of the processes. */
export function fileRules(root: XmlElement, byId: ReadonlyMap<string, XmlElement>): readonly BrokenRule[] {
  return [...expressionRules(root), ...activityRules(root), ...participantRules(root), ...messageFlowRules(root, byId), ...associationRules(root, byId)];
}

/** What a machine is to evaluate has to say that it is formal (§8.3.6). */
function expressionRules(root: XmlElement): readonly BrokenRule[] {
  return childrenOf(root, 'process').filter((process) => flag(process, 'isExecutable', false)).flatMap((process) => [...everyElement(process)].flatMap((holder) => holder.children
    .filter((child) => isBpmn(child) && EXPRESSIONS.has(child.name) && !(child.attributes.get(`{${XSI}}type`) ?? '').endsWith('tFormalExpression') && child.text.trim() !== '')
    .map((element): BrokenRule => ({ element, holder: nearestId(process, holder), ru: `выражение «${element.name}» не названо формальным; читается как формальное`, en: `the expression “${element.name}” is not called formal; it is read as formal` }))));
}

function nearestId(process: XmlElement, holder: XmlElement): XmlElement {
  if (idOf(holder) !== undefined && !holder.name.endsWith('EventDefinition')) return holder;
  return [...everyElement(process)].find((element) => isFlowNode(element) && [...everyElement(element)].includes(holder) && !element.children.some(isFlowNode)) ?? holder;
}

function activityRules(root: XmlElement): readonly BrokenRule[] {
  return [...everyElement(root)].filter(isActivity).flatMap((activity): BrokenRule[] => {
    const found: BrokenRule[] = [];
    const add = (ru: string, en: string): void => void found.push({ element: activity, holder: root, ru, en });
    const script = childOf(activity, 'script');
    if (activity.name === 'scriptTask' && script !== undefined && attribute(activity, 'scriptFormat') === undefined) add('не сказано, на каком языке сценарий', 'the language of the script is not said');
    const multi = childOf(activity, 'multiInstanceLoopCharacteristics');
    const behavior = (multi && attribute(multi, 'behavior')) ?? 'All';
    if (multi && (childOf(multi, 'loopCardinality') === undefined) === (childOf(multi, 'loopDataInputRef') === undefined)) add('повтор по списку называет число повторов или список, и что-то одно', 'a repetition names a number or a list, and one of the two');
    if (multi && (behavior === 'Complex') !== (childOf(multi, 'complexBehaviorDefinition') !== undefined)) add(`поведение «${behavior}» не сходится с описанием событий`, `the behaviour “${behavior}” does not fit the events that are described`);
    if (multi && behavior === 'None' && attribute(multi, 'noneBehaviorEventRef') === undefined) add('поведение «None» не называет события', 'the behaviour “None” names no event');
    if (multi && behavior === 'One' && attribute(multi, 'oneBehaviorEventRef') === undefined) add('поведение «One» не называет события', 'the behaviour “One” names no event');
    return found;
  });
}

function participantRules(root: XmlElement): readonly BrokenRule[] {
  return childrenOf(root, 'collaboration').flatMap((collaboration) => childrenOf(collaboration, 'participant').flatMap((participant): BrokenRule[] => {
    const multiplicity = childOf(participant, 'participantMultiplicity');
    const least = Number(multiplicity && (attribute(multiplicity, 'minimum') ?? 0));
    const most = Number(multiplicity && (attribute(multiplicity, 'maximum') ?? 1));
    return multiplicity && least > most ? [{ element: participant, holder: collaboration, ru: `участников не меньше ${least} и не больше ${most}`, en: `at least ${least} participants and at most ${most}` }] : [];
  }));
}

/** A message goes from one pool to another, and to what can take it (§9.3, Table 7.4). */
function messageFlowRules(root: XmlElement, byId: ReadonlyMap<string, XmlElement>): readonly BrokenRule[] {
  const pools = poolsOf(root);
  return childrenOf(root, 'collaboration').flatMap((collaboration) => childrenOf(collaboration, 'messageFlow').flatMap((flow): BrokenRule[] => {
    const found: BrokenRule[] = [];
    const add = (ru: string, en: string): void => void found.push({ element: flow, holder: collaboration, ru, en });
    const from = byId.get(referenceOf(attribute(flow, 'sourceRef')) ?? '');
    const to = byId.get(referenceOf(attribute(flow, 'targetRef')) ?? '');
    if (!from || !to) add('поток сообщений ведёт в никуда', 'the message flow has an end that is not there');
    if (from && to && pools.get(from) !== undefined && pools.get(from) === pools.get(to)) add('поток сообщений внутри одного участника', 'the message flow stays inside one participant');
    if (from && ['startEvent', 'intermediateCatchEvent', 'boundaryEvent'].includes(from.name)) add('сообщение отправляет событие, которое его ждёт', 'a message leaves an event that waits for one');
    if (to && ['endEvent', 'intermediateThrowEvent'].includes(to.name)) add('сообщение приходит событию, которое его отправляет', 'a message comes to an event that sends one');
    for (const [end, kinds] of [[from, ['endEvent']], [to, ['startEvent']]] as const) {
      if (end && kinds.some((kind) => kind === end.name) && childOf(end, 'messageEventDefinition') === undefined) add(`«${idOf(end) ?? end.name}» связано сообщением, а события сообщения в нём нет`, `“${idOf(end) ?? end.name}” has a message flow and no message event`);
    }
    if (from?.name.endsWith('Gateway') === true || to?.name.endsWith('Gateway') === true) add('поток сообщений связывает шлюз', 'the message flow joins a gateway');
    return found;
  }));
}

function poolsOf(root: XmlElement): ReadonlyMap<XmlElement, string> {
  const pools = new Map<XmlElement, string>();
  for (const process of childrenOf(root, 'process')) for (const element of everyElement(process)) pools.set(element, idOf(process) ?? '');
  for (const collaboration of childrenOf(root, 'collaboration')) for (const participant of childrenOf(collaboration, 'participant')) pools.set(participant, referenceOf(attribute(participant, 'processRef')) ?? idOf(participant) ?? '');
  return pools;
}

/** An association joins two things that are there; a compensation is led to an activity that is one (§10.7). */
function associationRules(root: XmlElement, byId: ReadonlyMap<string, XmlElement>): readonly BrokenRule[] {
  return [...everyElement(root)].filter((element) => isBpmn(element, 'association')).flatMap((element): BrokenRule[] => {
    const from = byId.get(referenceOf(attribute(element, 'sourceRef')) ?? '');
    const to = byId.get(referenceOf(attribute(element, 'targetRef')) ?? '');
    if (!from || !to) return [{ element, holder: root, ru: 'ассоциация ведёт в никуда', en: 'the association has an end that is not there' }];
    const compensates = from.name === 'boundaryEvent' && childOf(from, 'compensateEventDefinition') !== undefined;
    return compensates && !flag(to, 'isForCompensation', false) ? [{ element: to, holder: root, refuse: true, ru: 'компенсирует действие, которое не названо компенсацией (isForCompensation)', en: 'a compensation is led to an activity that is not one (isForCompensation)' }] : [];
  });
}
