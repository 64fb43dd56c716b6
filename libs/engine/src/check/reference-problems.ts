import type { FlowNode, ProcessDefinition } from '@reglament/contracts';
import { callPinOf } from '../nodes/call-activity.js';
import { RESERVED_NAMES } from '../scope.js';
import { writtenNames } from '../compile/names.js';
import { variablesNamedBy, type Resources } from '../compile/compile.js';
import { error, warning } from './finding.js';
import { pointerTo, type Finding } from './problem.js';
import { tableFindings } from './table-problems.js';

/** Names that a definition uses without having them: states, forms, handlers, other nodes, and variables that it never declares. */
export function referenceFindings(definition: ProcessDefinition, resources: Resources): readonly Finding[] {
  return [
    ...reservedFindings(definition), ...undeclaredFindings(definition),
    ...Object.entries(definition.nodes).flatMap(([key, node]) => [
      ...stateFindings(definition, key, node), ...formFindings(key, node, resources), ...handlerFindings(key, node, resources), ...decisionFindings(key, node, resources), ...callFindings(key, node, resources),
    ]),
  ];
}

function reservedFindings(definition: ProcessDefinition): readonly Finding[] {
  const names = new Set([...Object.keys(definition.variables ?? {}), ...writtenNames(definition)]);
  return RESERVED_NAMES.filter((name) => names.has(name)).map((name) => error('reference.reservedName', pointerTo('variables', name), {
    found: `a variable "${name}"`, expected: 'another name', message: [`Имя «${name}» занято: его видит каждое выражение`, `The name "${name}" is taken: every expression sees it already`],
    remedy: ['Назовите переменную иначе', 'Give the variable another name'],
  }));
}

function undeclaredFindings(definition: ProcessDefinition): readonly Finding[] {
  if (definition.variables === undefined) return [];
  const declared = definition.variables;
  const undeclared = new Map<string, string>();
  for (const key of Object.keys(definition.nodes)) {
    for (const name of variablesNamedBy(definition, key)) if (!Object.hasOwn(declared, name) && !undeclared.has(name)) undeclared.set(name, key);
  }
  return [...undeclared].map(([name, key]) => warning('reference.undeclaredVariable', pointerTo('nodes', key), {
    found: `"${name}"`, expected: `a variable of the process: ${Object.keys(declared).join(', ')}`,
    message: [`Переменная «${name}» узла «${key}» не объявлена`, `The variable "${name}" of the node "${key}" is not declared`],
    remedy: ['Объявите её в «variables» с типом и названием', 'Declare it in "variables" with a type and a title'],
  }));
}

function stateFindings(definition: ProcessDefinition, key: string, node: FlowNode): readonly Finding[] {
  if (node.state === undefined || Object.hasOwn(definition.states ?? {}, node.state)) return [];
  return [error('reference.unknownState', pointerTo('nodes', key, 'state'), {
    found: `"${node.state}"`, expected: `one of ${Object.keys(definition.states ?? {}).join(', ') || 'the states of the process, of which there are none'}`,
    message: [`Состояние «${node.state}» не описано`, `The state "${node.state}" is not described`], remedy: ['Опишите его в «states»', 'Describe it in "states"'],
  })];
}

function formFindings(key: string, node: FlowNode, { forms }: Resources): readonly Finding[] {
  if (forms === undefined) return [];
  const used: (readonly [string, string])[] = [];
  if ('form' in node && node.form !== undefined) used.push([node.form, pointerTo('nodes', key, 'form')]);
  if (node.type === 'subProcess' && node.event?.type === 'action' && node.event.form !== undefined) used.push([node.event.form, pointerTo('nodes', key, 'event', 'form')]);
  if ('on' in node) node.on?.forEach((event, i) => event.type === 'action' && event.form !== undefined && used.push([event.form, pointerTo('nodes', key, 'on', i, 'form')]));
  return used.filter(([form]) => !forms.has(form)).map(([form, pointer]) => error('reference.unknownForm', pointer, {
    found: `"${form}"`, expected: 'the key of a form', message: [`Формы «${form}» нет`, `There is no form "${form}"`],
    remedy: ['Добавьте форму в пакет или исправьте ключ', 'Add the form to the package or correct the key'],
  }));
}

function handlerFindings(key: string, node: FlowNode, { handlers, checks }: Resources): readonly Finding[] {
  const used: (readonly [string, string, ReadonlySet<string> | undefined])[] = [];
  if (node.type === 'serviceTask') used.push([node.handler, pointerTo('nodes', key, 'handler'), handlers]);
  if ('checks' in node) node.checks?.forEach((check, i) => used.push([check.handler, pointerTo('nodes', key, 'checks', i, 'handler'), checks]));
  return used.filter(([handler, , known]) => known !== undefined && !known.has(handler)).map(([handler, pointer, known]) => error('reference.unknownHandler', pointer, {
    found: `"${handler}"`, expected: `one of ${[...known ?? []].join(', ')}`, message: [`Обработчика «${handler}» нет`, `There is no handler "${handler}"`],
    remedy: ['Исправьте ключ или установите обработчик', 'Correct the key or install the handler'],
  }));
}

/** A table that is not there, and values for inputs that it does not have. */
function decisionFindings(key: string, node: FlowNode, { decisions }: Resources): readonly Finding[] {
  if (node.type !== 'businessRuleTask' || decisions === undefined) return [];
  const decision = decisions.get(node.decision);
  if (!decision) {
    return [error('reference.unknownDecision', pointerTo('nodes', key, 'decision'), {
      found: `"${node.decision}"`, expected: `one of ${[...decisions.keys()].join(', ') || 'the decision tables, of which there are none'}`,
      message: [`Таблицы решений «${node.decision}» нет`, `There is no decision table "${node.decision}"`], remedy: ['Добавьте таблицу в пакет или исправьте ключ', 'Add the table to the package or correct the key'],
    })];
  }
  const inputs = decision.compiled.table.inputs.map((input) => input.key);
  return [...tableFindings(key, node.decision, decision.compiled.table), ...Object.keys(node.input ?? {}).filter((name) => !inputs.includes(name)).map((name) => error('reference.unknownInput', pointerTo('nodes', key, 'input', name), {
    found: `"${name}"`, expected: `one of ${inputs.join(', ')}`, message: [`У таблицы «${node.decision}» нет входа «${name}»`, `The table "${node.decision}" has no input "${name}"`],
    remedy: ['Исправьте имя входа', 'Correct the name of the input'],
  }))];
}

/** Of the versions that are pinned. Which one is the latest is known at the call alone. */
function callFindings(key: string, node: FlowNode, { calls }: Resources): readonly Finding[] {
  const pin = node.type === 'callActivity' ? callPinOf(node) : null;
  if (node.type !== 'callActivity' || pin === null || calls === undefined || calls.has(pin)) return [];
  return [error('reference.unknownProcess', pointerTo('nodes', key, 'process'), {
    found: `"${pin}"`, expected: `one of ${[...calls.keys()].join(', ') || 'the processes, of which there are none'}`, message: [`Процесса «${pin}» нет`, `There is no process "${pin}"`],
    remedy: ['Загрузите пакет с ним раньше или исправьте ключ', 'Load its package before or correct the key'],
  })];
}

/** Four-eyes with what people do not perform: it would exclude nobody. */
export function fourEyesFindings(definition: ProcessDefinition): readonly Finding[] {
  return Object.entries(definition.nodes).flatMap(([key, node]) => ('fourEyes' in node ? node.fourEyes ?? [] : []).flatMap((name, i) => {
    const other = Object.hasOwn(definition.nodes, name) ? definition.nodes[name]?.type : undefined;
    if (name === 'start' || other === 'userTask' || other === 'approvalTask' || other === 'documentTask' || other === 'startEvent') return [];
    return [error('reference.unknownNode', pointerTo('nodes', key, 'fourEyes', i), {
      found: `"${name}"`, expected: '"start" or the key of a node that people perform', message: [`«${name}» не выполняют люди`, `"${name}" is not performed by people`],
      remedy: ['Укажите узел с исполнителями или «start»', 'Name a node with performers, or "start"'],
    })];
  }));
}
