import type { BoundaryEvent, EventTrigger, FlowNode, ProcessDefinition } from '@reglament/contracts';
import { error, warning } from './finding.js';
import { pointerTo, type Finding } from './problem.js';

interface Caught { readonly event: BoundaryEvent | EventTrigger; readonly path: readonly (string | number)[] }

/** Events that catch errors and escalations: whether they can come, interrupt where they must, and are told apart. */
export function catcherFindings(definition: ProcessDefinition, key: string, node: FlowNode): readonly Finding[] {
  const border = ('on' in node ? node.on ?? [] : []).map((event, i): Caught => ({ event, path: [key, 'on', i] }));
  const own: readonly Caught[] = node.type === 'subProcess' && node.event !== undefined ? [{ event: node.event, path: [key, 'event'] }] : [];
  return [
    ...[...border, ...own].flatMap(interruptFindings), ...border.flatMap((caught) => sourceFindings(key, node, caught)),
    ...twiceFindings(border), ...twiceFindings(own, siblingsOf(definition, key, node)),
  ];
}

function interruptFindings({ event, path }: Caught): readonly Finding[] {
  return event.type !== 'error' || event.interrupting ? [] : [error('event.mustInterrupt', pointerTo('nodes', ...path, 'interrupting'), {
    found: 'an error that does not interrupt', expected: '"interrupting": true', message: ['Ошибка всегда прерывает то, где она случилась', 'An error always interrupts what it happens in'],
    remedy: ['Укажите «interrupting»: true или возьмите эскалацию', 'Write "interrupting": true, or use an escalation'],
  })];
}

/** Work in which nothing can be thrown. */
function sourceFindings(key: string, node: FlowNode, { event, path }: Caught): readonly Finding[] {
  if (event.type !== 'error' && event.type !== 'escalation') return [];
  const holds = node.type === 'subProcess' || node.type === 'adHocSubProcess';
  const fails = node.type === 'callActivity' || node.type === 'serviceTask' || node.type === 'documentTask';
  if (holds || (fails && (event.type === 'error' || node.type === 'callActivity'))) return [];
  return [warning('event.neverComes', pointerTo('nodes', ...path, 'type'), {
    found: `"${event.type}" on a ${node.type}`, expected: event.type === 'error' ? 'a sub-process, a call or a service' : 'a sub-process or a call',
    message: [`На «${key}» такое событие никогда не случится`, `Such an event never comes to "${key}"`], remedy: ['Перенесите его на подпроцесс или уберите', 'Move it to a sub-process or remove it'],
  })];
}

function twiceFindings(events: readonly Caught[], others: readonly (BoundaryEvent | EventTrigger)[] = []): readonly Finding[] {
  return events.flatMap(({ event, path }, i) => {
    if (event.type !== 'error' && event.type !== 'escalation') return [];
    const earlier = [...others, ...events.slice(0, i).map((caught) => caught.event)];
    if (!earlier.some((other) => other.type === event.type && other.code === event.code)) return [];
    const code = event.code ?? '';
    return [error('event.caughtTwice', pointerTo('nodes', ...path, ...(event.code === undefined ? [] : ['code'])), {
      found: code === '' ? `a second "${event.type}" without a code` : `"${code}" a second time`, expected: 'each code once in one place',
      message: [code === '' ? 'Здесь уже есть событие, которое принимает любой код' : `Код «${code}» здесь уже принимает другое событие`, code === '' ? 'Another event takes any code here already' : `Another event takes the code "${code}" here already`],
      remedy: ['Оставьте одно событие или назовите другой код', 'Keep one of them or name another code'],
    })];
  });
}

/** What the event sub-processes of the same scope that are written before this one catch. */
function siblingsOf(definition: ProcessDefinition, key: string, node: FlowNode): readonly EventTrigger[] {
  const keys = Object.keys(definition.nodes);
  return keys.slice(0, keys.indexOf(key)).flatMap((other) => {
    const sibling = definition.nodes[other];
    return sibling?.type === 'subProcess' && sibling.event !== undefined && sibling.in === node.in ? [sibling.event] : [];
  });
}
