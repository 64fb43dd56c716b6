import type { FlowNode, ProcessDefinition } from '@reglament/contracts';
import { flowsOf, handlersOf } from '../compile/graph.js';
import { error } from './finding.js';
import { pointerTo, type Finding } from './problem.js';

/** What may undo another activity: work that the system begins and that has one way to end. People's tasks stand in a sub-process. */
const HANDLERS: ReadonlySet<FlowNode['type']> = new Set(['serviceTask', 'subProcess', 'callActivity', 'sendTask']);

/** Compensation and transactions: what undoes is there and stands apart from the flow, what is given up can be given up. */
export function compensationFindings(definition: ProcessDefinition, key: string, node: FlowNode): readonly Finding[] {
  return [...handlerFindings(definition, key, node), ...targetFindings(definition, key, node), ...throwFindings(definition, key, node), ...transactionFindings(definition, key, node)];
}

/** A handler leads nowhere and nothing leads to it; everything else leads on. */
function handlerFindings(definition: ProcessDefinition, key: string, node: FlowNode): readonly Finding[] {
  if (!HANDLERS.has(node.type)) return [];
  const next = 'next' in node ? node.next : undefined;
  if (!handlersOf(definition).has(key)) {
    if (next !== undefined || node.type === 'subProcess') return [];
    return [error('node.nextMissing', pointerTo('nodes', key), {
      found: 'no "next"', expected: '"next", or an activity that names it in "compensate"', message: [`Шагу «${key}» некуда вести`, `The node "${key}" leads nowhere`],
      remedy: ['Добавьте «next» или укажите его в «compensate» другого шага', 'Add "next", or name it in the "compensate" of another node'],
    })];
  }
  const incoming = flowsOf(definition).find(({ exit }) => exit.to === key);
  const found = next === undefined ? incoming && `a flow from "${incoming.from}"` : `"next": "${next}"`;
  return found === undefined ? [] : [error('compensation.handlerInFlow', pointerTo('nodes', key, ...(next === undefined ? [] : ['next'])), {
    found, expected: 'a node to which no flow leads, and which leads nowhere', message: [`Обработчик компенсации «${key}» не может стоять в потоке`, `The compensation handler "${key}" cannot stand in the flow`],
    remedy: ['Уберите переходы к нему и от него', 'Remove the flows to it and from it'],
  })];
}

function targetFindings(definition: ProcessDefinition, key: string, node: FlowNode): readonly Finding[] {
  const name = 'compensate' in node ? node.compensate : undefined;
  if (name === undefined) return [];
  const handler = Object.hasOwn(definition.nodes, name) && name !== key ? definition.nodes[name] : undefined;
  if (handler !== undefined && HANDLERS.has(handler.type) && handler.in === node.in && !(handler.type === 'subProcess' && handler.event !== undefined)) return [];
  return [error('compensation.unknownHandler', pointerTo('nodes', key, 'compensate'), {
    found: handler === undefined ? `"${name}"` : `"${name}", a ${handler.type} in ${handler.in ?? 'the process'}`, expected: `a ${[...HANDLERS].join(', ')} of the same scope`,
    message: [`«${name}» не может отменить сделанное на шаге «${key}»`, `"${name}" cannot undo what "${key}" has done`],
    remedy: ['Укажите действие системы или подпроцесс, который стоит рядом', 'Name a service or a sub-process that stands beside it'],
  })];
}

function throwFindings(definition: ProcessDefinition, key: string, node: FlowNode): readonly Finding[] {
  if ((node.type !== 'throwEvent' && node.type !== 'endEvent') || node.event?.type !== 'compensation' || node.event.activity === undefined) return [];
  const name = node.event.activity;
  const target = Object.hasOwn(definition.nodes, name) ? definition.nodes[name] : undefined;
  if (target?.type === 'subProcess' || (target && 'compensate' in target && target.compensate !== undefined)) return [];
  return [error('reference.unknownNode', pointerTo('nodes', key, 'event', 'activity'), {
    found: `"${name}"`, expected: 'an activity with "compensate", or a sub-process', message: [`«${name}» нечем отменить`, `Nothing undoes "${name}"`], remedy: ['Укажите шаг, у которого есть «compensate»', 'Name a node that has "compensate"'],
  })];
}

function transactionFindings(definition: ProcessDefinition, key: string, node: FlowNode): readonly Finding[] {
  const findings: Finding[] = [];
  const holder = node.in === undefined ? undefined : definition.nodes[node.in];
  const misplaced = (path: readonly (string | number)[], found: string, ru: string, en: string) => findings.push(error('event.notHere', pointerTo('nodes', key, ...path), {
    found, expected: en, message: [`«${key}»: ${ru}`, `"${key}": ${en}`], remedy: ['Перенесите событие или отметьте подпроцесс «transaction»', 'Move the event, or mark the sub-process as a "transaction"'],
  }));
  if (node.type === 'endEvent' && node.event?.type === 'cancel' && !(holder?.type === 'subProcess' && holder.transaction === true)) {
    misplaced(['event'], 'a cancel event outside a transaction', 'отменить можно только транзакцию', 'only a transaction can be cancelled');
  }
  if (node.type === 'subProcess' && node.event?.type === 'compensation' && (holder?.type !== 'subProcess' || holder.event !== undefined)) {
    misplaced(['event'], 'compensation outside a sub-process', 'отменять можно только подпроцесс', 'only a sub-process can be compensated by an event sub-process');
  }
  ('on' in node ? node.on ?? [] : []).forEach((event, i) => {
    if (event.type !== 'cancel') return;
    if (!(node.type === 'subProcess' && node.transaction === true)) misplaced(['on', i], 'a cancel event on what is no transaction', 'отменить можно только транзакцию', 'only a transaction can be cancelled');
    else if (!event.interrupting) misplaced(['on', i, 'interrupting'], 'a cancel event that does not interrupt', 'отмена всегда прерывает', 'a cancel event always interrupts');
  });
  const given = node.type === 'subProcess' && Object.values(definition.nodes).some((inner) => inner.in === key && inner.type === 'endEvent' && inner.event?.type === 'cancel');
  if (given && !(node.on ?? []).some(({ type }) => type === 'cancel')) misplaced(['on'], 'no "cancel" event on its border', 'отменённой транзакции некуда вести', 'a cancelled transaction leads nowhere');
  return findings;
}
