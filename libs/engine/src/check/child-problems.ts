import type { FlowNode, ProcessDefinition } from '@reglament/contracts';
import { readingsInChild } from '../compile/compile.js';
import type { Compiler } from '../compile/compiler.js';
import { nodesWithin } from '../compile/graph.js';
import { writtenNames } from '../compile/names.js';
import { RESERVED_NAMES } from '../scope.js';
import { error, warning } from './finding.js';
import { pointerTo, type Finding } from './problem.js';

/**
 * What the children of a parallel forEach ask for and do not have. A child is an instance of its own: it knows neither who did the steps
 * of its parent nor how they ended, and of its variables only the `input`. Asking would not fail, it would answer "nobody" and "nothing".
 */
export function childFindings(definition: ProcessDefinition, compiler: Compiler): readonly Finding[] {
  return Object.entries(definition.nodes).flatMap(([key, node]) => {
    if (!('forEach' in node) || node.forEach?.mode !== 'parallel') return [];
    const within = nodesWithin(definition, key);
    return [...fourEyesFindings(definition, key, within), ...readingFindings(definition, key, node, within, compiler)];
  });
}

function fourEyesFindings(definition: ProcessDefinition, forEachNode: string, within: ReadonlySet<string>): readonly Finding[] {
  return [...within].flatMap((key) => {
    const node = definition.nodes[key];
    const names = node && 'fourEyes' in node ? node.fourEyes ?? [] : [];
    return names.flatMap((name, i) => (name === 'start' || within.has(name) || !Object.hasOwn(definition.nodes, name) ? [] : [error('reference.notInChild', pointerTo('nodes', key, 'fourEyes', i), {
      found: `"${name}"`, expected: `"start" or a node inside "${forEachNode}"`,
      message: [`Внутри «${forEachNode}» не известно, кто выполнил «${name}»`, `Inside "${forEachNode}" it is not known who performed "${name}"`],
      remedy: ['Укажите «start» или узел внутри повторения', 'Name "start" or a node inside the repetition'],
    })]));
  });
}

function readingFindings(definition: ProcessDefinition, forEachNode: string, node: FlowNode, within: ReadonlySet<string>, compiler: Compiler): readonly Finding[] {
  const inside: ProcessDefinition = { ...definition, nodes: Object.fromEntries(Object.entries(definition.nodes).filter(([key]) => within.has(key))) };
  const has = new Set<string>([...writtenNames(inside), ...RESERVED_NAMES]);
  const givesAll = node.type !== 'subProcess' || Object.keys(node.input ?? {}).length === 0;
  return readingsInChild(definition, forEachNode, compiler.readings).flatMap(({ name, path, pointer }) => {
    const step = name === 'outcome' ? path.split('.')[1] : undefined;
    if (step !== undefined && !within.has(step)) {
      return [error('reference.notInChild', pointer, {
        found: `"${path}"`, expected: `the outcome of a node inside "${forEachNode}"`,
        message: [`Внутри «${forEachNode}» не известно, чем закончился «${step}»`, `Inside "${forEachNode}" it is not known how "${step}" ended`],
        remedy: ['Передайте решение через «input» подпроцесса', 'Hand the outcome over in the "input" of the sub-process'],
      })];
    }
    return givesAll || has.has(name) ? [] : [warning('reference.notInChild', pointer, {
      found: `"${name}"`, expected: `one of ${[...has].join(', ')}`,
      message: [`Внутри «${forEachNode}» нет переменной «${name}»: «input» её не передаёт`, `Inside "${forEachNode}" there is no variable "${name}": "input" does not hand it over`],
      remedy: [`Добавьте «${name}» в «input»`, `Add "${name}" to "input"`],
    })];
  });
}
