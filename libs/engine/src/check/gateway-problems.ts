import type { EventBasedGateway, ProcessDefinition } from '@reglament/contracts';
import { error } from './finding.js';
import { pointerTo, type Finding } from './problem.js';

/** What an event-based gateway leads to must wait for something of its own, and for nothing else. */
export function eventBasedFindings(definition: ProcessDefinition, key: string, node: EventBasedGateway): readonly Finding[] {
  return node.flows.flatMap(({ to }, i) => {
    const target = Object.hasOwn(definition.nodes, to) ? definition.nodes[to] : undefined;
    if (target === undefined) return [];
    const pointer = pointerTo('nodes', key, 'flows', i, 'to');
    if (!WAITING.has(target.type) || (target.type === 'catchEvent' && target.event.type === 'link')) {
      return [error('gateway.notAnEvent', pointer, {
        found: `"${to}", a node of type ${target.type}`, expected: 'a catchEvent or a receiveTask', message: [`Событийная развилка «${key}» ждёт событий, а «${to}» ничего не ждёт`, `The event-based gateway "${key}" waits for events, and "${to}" waits for none`],
        remedy: ['Ведите поток к catchEvent', 'Lead the flow to a catchEvent'],
      })];
    }
    return 'on' in target && (target.on ?? []).length > 0 ? [error('gateway.notAnEvent', pointer, {
      found: `"${to}", which has boundary events`, expected: 'an event without "on"', message: [`У «${to}» за событийной развилкой не бывает граничных событий`, `"${to}" behind an event-based gateway cannot have boundary events`],
      remedy: ['Уберите «on»: второе событие сделайте ещё одним путём развилки', 'Remove "on": make the second event another flow of the gateway'],
    })] : [];
  });
}

const WAITING: ReadonlySet<string> = new Set(['catchEvent', 'receiveTask']);
