import { attribute, childrenOf, flag, idOf, referenceOf, type XmlElement } from '../xml/xml-element.js';
import { isFlowNode } from '../import/scopes.js';
import type { BrokenRule } from './broken-rules.js';
import { eventNamesOf } from './event-names.js';

const CAUGHT: ReadonlySet<string> = new Set(['message', 'signal', 'timer', 'conditional']);

/** Gateways of one container: what they say of their direction, and what an event-based one may lead to (§10.6.1, §10.6.6). */
export function gatewayRules(container: XmlElement): readonly BrokenRule[] {
  const flows = childrenOf(container, 'sequenceFlow');
  const nodes = new Map(container.children.filter(isFlowNode).map((node) => [idOf(node) ?? '', node]));
  return [...nodes.values()].filter(({ name }) => name.endsWith('Gateway')).flatMap((gateway) => {
    const incoming = flows.filter((flow) => referenceOf(attribute(flow, 'targetRef')) === idOf(gateway)).length;
    const targets = flows.filter((flow) => referenceOf(attribute(flow, 'sourceRef')) === idOf(gateway)).map((flow) => nodes.get(referenceOf(attribute(flow, 'targetRef')) ?? ''));
    const found: BrokenRule[] = [];
    const add = (ru: string, en: string, refuse?: true): void => void found.push({ element: gateway, holder: container, ru, en, ...(refuse && { refuse }) });
    const direction = attribute(gateway, 'gatewayDirection') ?? 'Unspecified';
    const isWrong = (direction === 'Converging' && targets.length > 1) || (direction === 'Diverging' && incoming > 1) || (direction === 'Mixed' && (incoming < 2 || targets.length < 2))
      || (direction === 'Converging' && incoming < 2) || (direction === 'Diverging' && targets.length < 2);
    if (isWrong) add(`направление «${direction}», а входов ${incoming} и выходов ${targets.length}`, `its direction is “${direction}”, and ${incoming} flows come to it, ${targets.length} leave it`);
    if (incoming < 2 && targets.length < 2) add('шлюз ничего не делит и не сводит', 'the gateway neither splits nor joins');
    if (gateway.name === 'eventBasedGateway') eventTargets(gateway, targets, incoming, flows, add);
    return found;
  });
}

function eventTargets(gateway: XmlElement, targets: readonly (XmlElement | undefined)[], incoming: number, flows: readonly XmlElement[], add: (ru: string, en: string, refuse?: true) => void): void {
  if (targets.length < 2) add('шлюзу по событиям нужны два выхода', 'an event-based gateway needs two ways out', true);
  if (flag(gateway, 'instantiate', false) && incoming > 0) add('к шлюзу, который начинает дело, ведёт поток', 'a flow leads to a gateway that begins the process', true);
  const receives = targets.some((target) => target?.name === 'receiveTask');
  const messages = targets.some((target) => target !== undefined && eventNamesOf(target).includes('message'));
  if (receives && messages) add('за шлюзом и приём сообщения заданием, и событие сообщения', 'behind the gateway are both receive tasks and message events');
  for (const target of targets) {
    if (target === undefined) continue;
    const kinds = eventNamesOf(target);
    const fits = target.name === 'receiveTask' || (target.name === 'intermediateCatchEvent' && kinds.every((kind) => CAUGHT.has(kind)));
    if (!fits) add(`за шлюзом стоит «${idOf(target) ?? target.name}», а это не ожидание события`, `“${idOf(target) ?? target.name}” stands behind the gateway and waits for no event`, true);
    if (flows.filter((flow) => referenceOf(attribute(flow, 'targetRef')) === idOf(target)).length > 1) add(`в «${idOf(target) ?? target.name}» ведёт ещё один поток`, `another flow leads to “${idOf(target) ?? target.name}”`);
    if (target.name === 'receiveTask' && childrenOf(target, 'dataInputAssociation').length > 0) add('за шлюзом стоит задание с граничными данными', 'a task with data of its own stands behind the gateway');
  }
}
