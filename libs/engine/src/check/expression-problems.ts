import type { FlowNode, ProcessDefinition, TermExpression } from '@reglament/contracts';
import { processDefinitionSchema } from '@reglament/contracts';
import type { Compiler } from '../compile/compiler.js';
import { RESERVED_NAMES } from '../scope.js';
import { writtenNames } from '../compile/names.js';
import { error } from './finding.js';
import { pointerTo, type Finding } from './problem.js';
import { schemaFindings } from './schema-problems.js';

/** Conditions are trees, which the schema of a node only knows to be objects: here they are checked to the last leaf. */
export function conditionFindings(key: string, node: FlowNode): readonly Finding[] {
  return conditionsOf(key, node).flatMap(([pointer, condition]) => {
    const schema = { $ref: '#/definitions/condition', definitions: processDefinitionSchema.definitions };
    return schemaFindings(schema, condition).map((finding) => ({ ...finding, pointer: pointer + finding.pointer }));
  });
}

function conditionsOf(key: string, node: FlowNode): readonly (readonly [string, unknown])[] {
  const found: (readonly [string, unknown])[] = [];
  const add = (condition: unknown, ...path: readonly (string | number)[]) => {
    if (condition !== undefined) found.push([pointerTo('nodes', key, ...path), condition]);
  };
  if (node.type === 'exclusiveGateway' || node.type === 'inclusiveGateway') node.flows.forEach((flow, i) => add(flow.when, 'flows', i, 'when'));
  if (node.type === 'adHocSubProcess') add(node.until, 'until');
  if (node.type === 'subProcess' && node.event !== undefined && 'when' in node.event) add(node.event.when, 'event', 'when');
  if ((node.type === 'subProcess' || node.type === 'catchEvent') && node.event?.type === 'condition') add(node.event.condition, 'event', 'condition');
  if (node.type === 'approvalTask') add(node.keepVisasWhen, 'keepVisasWhen');
  if ('forEach' in node) add(node.forEach?.until, 'forEach', 'until');
  if ('loop' in node) add(node.loop?.while, 'loop', 'while');
  if ('on' in node) {
    node.on?.forEach((event, i) => {
      add(event.when, 'on', i, 'when');
      if (event.type === 'condition') add(event.condition, 'on', i, 'condition');
    });
  }
  return found;
}

/** Terms where no date can stand, and durations that are none. */
export function termFindings(key: string, node: FlowNode): readonly Finding[] {
  const findings: Finding[] = [];
  const look = (term: TermExpression | undefined, mayBeDate: boolean, ...path: readonly (string | number)[]) => {
    const pointer = pointerTo('nodes', key, ...path);
    if (term !== undefined && 'date' in term && !mayBeDate) {
      findings.push(error('term.notHere', pointer, {
        found: 'a date', expected: 'working days, calendar days or a duration', message: ['Здесь отсчитывают от срока, дата не годится', 'Here one counts from the due moment; a date does not fit'],
        remedy: ['Укажите число дней или длительность', 'Give a number of days or a duration'],
      }));
    }
    if (term !== undefined && 'duration' in term && !ISO_DURATION.test(term.duration)) {
      findings.push(error('term.notADuration', pointer, {
        found: `"${term.duration}"`, expected: 'an ISO 8601 duration such as P10D or PT4H', message: [`«${term.duration}» — не длительность ISO 8601`, `"${term.duration}" is not an ISO 8601 duration`],
        remedy: ['Например: P10D, PT4H', 'For example P10D, PT4H'],
      }));
    }
  };
  if ('due' in node) look(node.due, true, 'due');
  if ('remind' in node) node.remind?.forEach((reminder, i) => ('before' in reminder ? look(reminder.before, false, 'remind', i, 'before') : look(reminder.every, false, 'remind', i, 'every')));
  if ('escalate' in node) node.escalate?.forEach((rung, i) => look(rung.after, false, 'escalate', i, 'after'));
  if (node.type === 'subProcess' && node.event?.type === 'timer') {
    look(node.event.after, true, 'event', 'after');
    look(node.event.repeat, false, 'event', 'repeat');
  }
  if ((node.type === 'throwEvent' || node.type === 'endEvent' || node.type === 'sendTask') && node.event?.type === 'message' && node.event.keepFor !== undefined) look({ duration: node.event.keepFor }, false, 'event', 'keepFor');
  if (node.type === 'catchEvent' && node.event.type === 'timer') look(node.event.after, true, 'event', 'after');
  if ('on' in node) {
    node.on?.forEach((event, i) => {
      if (event.type !== 'timer') return;
      look(event.after, true, 'on', i, 'after');
      look(event.repeat, false, 'on', i, 'repeat');
    });
  }
  return findings;
}

const ISO_DURATION = /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

/** Expressions that do not compile. */
export function brokenFindings(compiler: Compiler): readonly Finding[] {
  return compiler.faults.map(({ pointer, problem }): Finding => ({
    severity: 'error', code: 'expression.broken', pointer, found: problem.found, expected: problem.expected, message: problem.message,
    remedy: { ru: `Ожидается: ${problem.expected}`, en: `Expected: ${problem.expected}` },
  }));
}

/** Paths whose first name nobody has. */
export function unknownFindings(definition: ProcessDefinition, compiler: Compiler): readonly Finding[] {
  const known = new Set<string>([...Object.keys(definition.variables ?? {}), ...writtenNames(definition), ...RESERVED_NAMES]);
  return compiler.readings.filter(({ name }) => !known.has(name)).map(({ name, pointer }) => error('reference.unknownVariable', pointer, {
    found: `"${name}"`, expected: `one of ${[...known].join(', ')}`, message: [`Переменной «${name}» нет`, `There is no variable "${name}"`],
    remedy: ['Объявите её в «variables» или исправьте имя', 'Declare it in "variables" or correct the name'],
  }));
}
