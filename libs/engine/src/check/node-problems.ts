import type { ApprovalTask, BoundaryEvent, DocumentTask, ExclusiveGateway, FlowNode, InclusiveGateway, ProcessDefinition, UserTask } from '@reglament/contracts';
import { isHumanOperation } from '../nodes/document-task.js';
import { error, warning } from './finding.js';
import { pointerTo, type Finding } from './problem.js';
import { catcherFindings } from './catcher-problems.js';
import { compensationFindings } from './compensation-problems.js';
import { catchFindings, throwFindings } from './event-problems.js';
import { eventBasedFindings } from './gateway-problems.js';
import { repetitionFindings } from './repetition-problems.js';
import { startFindings } from './start-problems.js';
import { adHocFindings, subProcessFindings } from './scope-node-problems.js';

/** What a node must have beside its shape: the rules of its type that JSON Schema cannot say. */
export function nodeFindings(definition: ProcessDefinition, key: string, node: FlowNode): readonly Finding[] {
  return [...typeFindings(definition, key, node), ...repetitionFindings(key, node), ...boundaryFindings(key, node), ...catcherFindings(definition, key, node), ...compensationFindings(definition, key, node)];
}

function typeFindings(definition: ProcessDefinition, key: string, node: FlowNode): readonly Finding[] {
  switch (node.type) {
    case 'userTask': return alarmFindings(key, node);
    case 'approvalTask': return [...approverFindings(key, node), ...alarmFindings(key, node)];
    case 'documentTask': return [...documentFindings(key, node), ...alarmFindings(key, node)];
    case 'exclusiveGateway': return gatewayFindings(definition, key, node);
    case 'inclusiveGateway': return gatewayFindings(definition, key, node);
    case 'eventBasedGateway': return eventBasedFindings(definition, key, node);
    case 'startEvent': return startFindings(key, node);
    case 'endEvent':
    case 'serviceTask':
    case 'businessRuleTask':
    case 'callActivity':
    case 'sendTask':
    case 'receiveTask':
    case 'parallelGateway': return [];
    case 'catchEvent': return catchFindings(definition, key, node);
    case 'throwEvent': return throwFindings(definition, key, node);
    case 'adHocSubProcess': return adHocFindings(definition, key, node);
    case 'subProcess': return subProcessFindings(definition, key, node);
  }
}

function approverFindings(key: string, node: ApprovalTask): readonly Finding[] {
  if (node.approvers !== undefined || node.performers !== undefined) return [];
  return [error('node.performersMissing', pointerTo('nodes', key), {
    found: 'neither "approvers" nor "performers"', expected: 'one of them',
    message: [`У согласования «${key}» нет согласующих`, `The approval "${key}" has no approvers`],
    remedy: ['Укажите переменную со списком («approvers») или исполнителей («performers»)', 'Name the variable with the list ("approvers") or the performers'],
  })];
}

function documentFindings(key: string, node: DocumentTask): readonly Finding[] {
  const findings: Finding[] = [];
  const human = isHumanOperation(node.operation);
  const needs = (property: 'performers' | 'outcomes' | 'next', code: Finding['code'], ru: string) => {
    if (node[property] !== undefined) return;
    findings.push(error(code, pointerTo('nodes', key), {
      found: `the operation "${node.operation}" without "${property}"`, expected: `"${property}"`,
      message: [`Операции «${node.operation}» в «${key}» нужны ${ru}`, `The operation "${node.operation}" of "${key}" needs "${property}"`],
      remedy: [`Добавьте «${property}»`, `Add "${property}"`],
    }));
  };
  const refuses = (property: keyof DocumentTask & string) => {
    if (node[property] === undefined) return;
    findings.push(error('node.notForOperation', pointerTo('nodes', key, property), {
      found: `"${property}" at the operation "${node.operation}"`, expected: human ? 'outcomes lead on' : 'an operation of a person: sign or register',
      message: [`Ключ «${property}» не относится к операции «${node.operation}»`, `The key "${property}" does not belong to the operation "${node.operation}"`],
      remedy: [`Уберите «${property}»`, `Remove "${property}"`],
    }));
  };
  if (human) {
    needs('performers', 'node.performersMissing', 'исполнители');
    needs('outcomes', 'node.outcomesMissing', 'исходы');
    refuses('next');
    refuses('retry');
  } else {
    needs('next', 'node.nextMissing', 'переход дальше («next»)');
    for (const property of ['performers', 'outcomes', 'form', 'due', 'remind', 'escalate', 'fourEyes', 'checks'] as const) refuses(property);
  }
  return findings;
}

/** Reminders that look back from a due moment, and escalation, mean nothing where nothing is due. */
function alarmFindings(key: string, node: UserTask | ApprovalTask | DocumentTask): readonly Finding[] {
  if (node.due !== undefined) return [];
  const idle = [
    ...(node.remind ?? []).flatMap((reminder, i) => ('before' in reminder ? [pointerTo('nodes', key, 'remind', i)] : [])),
    ...(node.escalate ?? []).map((_, i) => pointerTo('nodes', key, 'escalate', i)),
  ];
  return idle.map((pointer) => warning('node.dueMissing', pointer, {
    found: 'no "due"', expected: '"due" at the same node', message: [`У «${key}» нет срока, поэтому это никогда не сработает`, `"${key}" has no term, so this never happens`],
    remedy: ['Добавьте «due» или уберите это', 'Add "due" or remove this'],
  }));
}

function boundaryFindings(key: string, node: FlowNode): readonly Finding[] {
  const events = 'on' in node ? node.on ?? [] : [];
  return [...repeatFindings(key, events), ...events.flatMap((event, i) => (events.findIndex((other) => other.key === event.key) === i ? [] : [error('node.boundaryTwice', pointerTo('nodes', key, 'on', i, 'key'), {
    found: `"${event.key}" again`, expected: 'a key that no other event of the node has',
    message: [`У «${key}» два события с ключом «${event.key}»`, `"${key}" has two events with the key "${event.key}"`],
    remedy: ['Дайте событию другой ключ', 'Give the event another key'],
  })]))];
}

/** What ends the activity happens once. */
function repeatFindings(key: string, events: readonly BoundaryEvent[]): readonly Finding[] {
  return events.flatMap((event, i) => (event.type !== 'timer' || event.repeat === undefined || !event.interrupting ? [] : [error('node.repeatInterrupts', pointerTo('nodes', key, 'on', i, 'repeat'), {
    found: '"repeat" at an event that interrupts', expected: '"interrupting": false, or no "repeat"',
    message: [`Событие «${event.key}» узла «${key}» прерывает работу, повторяться ему негде`, `The event "${event.key}" of "${key}" interrupts, so it cannot come again`],
    remedy: ['Сделайте событие непрерывающим или уберите «repeat»', 'Make it not interrupt or remove "repeat"'],
  })]));
}

function gatewayFindings(definition: ProcessDefinition, key: string, node: ExclusiveGateway | InclusiveGateway): readonly Finding[] {
  const findings: Finding[] = [];
  const defaults = node.flows.filter((flow) => flow.default === true);
  node.flows.forEach((flow, i) => {
    const pointer = pointerTo('nodes', key, 'flows', i);
    if (flow.default === true && flow.when !== undefined) {
      findings.push(error('gateway.defaultWithCondition', pointer, {
        found: 'a default flow with a condition', expected: 'a default flow without one', message: [`У «${key}» поток по умолчанию имеет условие`, `The default flow of "${key}" has a condition`],
        remedy: ['Уберите «when» или «default»', 'Remove "when" or "default"'],
      }));
    } else if (flow.default !== true && flow.when === undefined && node.flows.length > 1 && node.type === 'exclusiveGateway') {
      findings.push(error('gateway.conditionMissing', pointer, {
        found: 'a flow without a condition among several', expected: '"when" or "default": true', message: [`У потока ${i + 1} шлюза «${key}» нет условия`, `Flow ${i + 1} of the gateway "${key}" has no condition`],
        remedy: ['Добавьте условие или сделайте поток потоком по умолчанию', 'Add a condition or make it the default flow'],
      }));
    }
  });
  if (defaults.length > 1) {
    findings.push(error('gateway.defaultTwice', pointerTo('nodes', key, 'flows'), {
      found: `${defaults.length} default flows`, expected: 'one', message: [`У «${key}» несколько потоков по умолчанию`, `"${key}" has several default flows`], remedy: ['Оставьте один', 'Keep one'],
    }));
  }
  if (defaults.length === 0 && node.flows.every((flow) => flow.when !== undefined) && !coversAll(definition, node)) {
    findings.push(warning('gateway.noDefault', pointerTo('nodes', key, 'flows'), {
      found: 'no default flow', expected: 'a default flow, or conditions that cover every case',
      message: [`Если в «${key}» не выполнится ни одно условие, дело остановится`, `If no condition of "${key}" holds, the case stops there`],
      remedy: ['Сделайте один из потоков потоком по умолчанию', 'Make one of the flows the default'],
    }));
  }
  return findings;
}

/** Whether plain comparisons with one enumeration or boolean name each of its values: decidable, so no default is needed (decision 8). */
function coversAll(definition: ProcessDefinition, node: ExclusiveGateway | InclusiveGateway): boolean {
  const tests = node.flows.map((flow) => flow.when as { readonly variable?: string; readonly operator?: string; readonly value?: unknown } | undefined);
  const [variable] = tests.map((test) => test?.variable);
  if (variable === undefined || tests.some((test) => test?.variable !== variable)) return false;
  const covered = new Set(tests.flatMap((test) => (test?.operator === 'equals' ? [test.value] : test?.operator === 'in' && Array.isArray(test.value) ? test.value as unknown[] : [])));
  const values = valuesOf(definition, variable);
  return values.length > 0 && values.every((value) => covered.has(value));
}

function valuesOf(definition: ProcessDefinition, variable: string): readonly unknown[] {
  if (definition.variables?.[variable]?.type === 'boolean') return [true, false, null];
  const task = variable.startsWith('outcome.') ? definition.nodes[variable.slice('outcome.'.length)] : undefined;
  return task && 'outcomes' in task && task.outcomes ? Object.keys(task.outcomes) : [];
}
