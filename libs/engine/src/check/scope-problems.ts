import type { ProcessDefinition } from '@reglament/contracts';
import { startsByScope } from '../compile/graph.js';
import { error } from './finding.js';
import { pointerTo, type Finding } from './problem.js';

/** Sub-processes: whether `in` names one, whether they hold one another, whether each begins once and ends somewhere. */
export function scopeFindings(definition: ProcessDefinition): readonly Finding[] {
  // An ad-hoc sub-process has no start: its parts are begun by people.
  const scopes = [null, ...Object.entries(definition.nodes).filter(([, node]) => node.type === 'subProcess').map(([key]) => key)];
  return [...Object.keys(definition.nodes).flatMap((key) => holderFindings(definition, key)), ...scopes.flatMap((scope) => beginningFindings(definition, scope))];
}

function holderFindings(definition: ProcessDefinition, key: string): readonly Finding[] {
  const holder = definition.nodes[key]?.in;
  if (holder === undefined) return [];
  const pointer = pointerTo('nodes', key, 'in');
  const type = Object.hasOwn(definition.nodes, holder) ? definition.nodes[holder]?.type : undefined;
  if (type !== 'subProcess' && type !== 'adHocSubProcess') {
    return [error('scope.unknown', pointer, {
      found: type === undefined ? `"${holder}", which is not there` : `"${holder}", a node of type ${type}`, expected: 'the key of a subProcess',
      message: [`Узел «${key}» помещён в «${holder}», а это не подпроцесс`, `The node "${key}" says that it is in "${holder}", which is not a sub-process`],
      remedy: ['Укажите ключ подпроцесса или уберите «in»', 'Name a sub-process or remove "in"'],
    })];
  }
  return isInItself(definition, key) ? [error('scope.circular', pointer, {
    found: `"${holder}"`, expected: 'a sub-process that is not inside this one',
    message: [`Подпроцесс «${key}» содержит сам себя`, `The sub-process "${key}" holds itself`],
    remedy: ['Разорвите круг: уберите «in» у одного из подпроцессов', 'Break the circle: remove "in" of one of the sub-processes'],
  })] : [];
}

function isInItself(definition: ProcessDefinition, key: string): boolean {
  const seen = new Set<string>();
  for (let holder = definition.nodes[key]?.in; holder !== undefined && !seen.has(holder); holder = definition.nodes[holder]?.in) {
    if (holder === key) return true;
    seen.add(holder);
  }
  return false;
}

function beginningFindings(definition: ProcessDefinition, scope: string | null): readonly Finding[] {
  const findings: Finding[] = [];
  const pointer = scope === null ? '/nodes' : pointerTo('nodes', scope);
  const [ru, en] = scope === null ? ['процесса', 'the process'] : [`подпроцесса «${scope}»`, `the sub-process "${scope}"`];
  const starts = startsByScope(definition).get(scope) ?? [];
  const place = scope === null ? '' : `, "in": "${scope}"`;
  if (starts.length === 0) {
    findings.push(error('scope.startMissing', pointer, {
      found: 'no startEvent', expected: 'a startEvent', message: [`У ${ru} нет начала`, `There is no start event in ${en}`],
      remedy: [`Добавьте узел {"type": "startEvent"${place}, "next": …}`, `Add a node {"type": "startEvent"${place}, "next": …}`],
    }));
  }
  if (scope !== null && starts.length > 1) {
    findings.push(error('scope.startTwice', pointer, {
      found: starts.join(', '), expected: 'one startEvent', message: [`У ${ru} несколько начал`, `There are several start events in ${en}`],
      remedy: ['Оставьте одно начало', 'Keep one of them'],
    }));
  }
  if (!Object.values(definition.nodes).some((node) => node.type === 'endEvent' && (node.in ?? null) === scope)) {
    findings.push(error('scope.endMissing', pointer, {
      found: 'no endEvent', expected: 'an endEvent', message: [`У ${ru} нет завершения`, `There is no end event in ${en}`],
      remedy: [`Добавьте узел {"type": "endEvent"${place}}`, `Add a node {"type": "endEvent"${place}}`],
    }));
  }
  return findings;
}
