import type { ProcessDefinition } from '@reglament/contracts';
import { problemsOf, type DefinitionProblem } from '@reglament/engine';
import { attribute, everyElement, idOf, isBpmn, type XmlElement } from '../xml/xml-element.js';
import type { FileContext, ProcessContext } from './import-context.js';
import { createKeys } from './keys.js';
import { lanesOf } from './lanes.js';
import { giveKeys, importScope } from './scopes.js';

/** What the check of a definition may say of one that is read: how it runs is for whoever publishes it to settle. */
const OF_SHAPE = /^(?:definition\.|expression\.broken|flow\.unknownTarget|flow\.leavesScope|flow\.intoStart|scope\.unknown|scope\.circular|term\.)/;

/** One process; null after something in it was refused. Where a draft is no definition, the report says which element is at fault. */
export function importProcess(file: FileContext, element: XmlElement): { readonly id: string; readonly definition: ProcessDefinition } | null {
  const id = idOf(element);
  if (id === undefined) {
    file.report.refused(element, { holder: 'process' }, 'у процесса нет идентификатора', 'the process has no id');
    return null;
  }
  const key = file.processKeys.get(id) ?? id;
  const context: ProcessContext = { ...file, key, giveKey: createKeys(), nodes: {}, nodeKeys: new Map(), lanes: lanesOf(element) };
  if (!element.children.some((child) => isBpmn(child) && child.name !== 'laneSet' && child.name !== 'documentation' && child.name !== 'extensionElements')) {
    context.report.approximated(element, { process: key }, 'процесс пуст и опущен', 'the process is empty and is left out');
    return null;
  }
  giveKeys(context, element);
  importScope(context, element, undefined);
  const { variables } = context.options;
  const title = attribute(element, 'name')?.trim();
  const definition: unknown = { format: 1, key, title: title === undefined || title === '' ? id : title, ...(Object.keys(variables).length > 0 && { variables }), nodes: context.nodes };
  if (file.report.entries.some(({ verdict }) => verdict === 'refused')) return null;
  const faults = problemsOf(definition).filter(({ severity, code }) => severity === 'error' && OF_SHAPE.test(code));
  if (faults.length === 0) {
    context.report.mapped(element, { process: key });
    // The check has just said that this is a definition.
    return { id, definition: definition as ProcessDefinition };
  }
  for (const fault of faults) blame(context, element, fault);
  return null;
}

/** Tells a fault of the draft at the element that it was made of. */
function blame(context: ProcessContext, process: XmlElement, { pointer, message, found }: DefinitionProblem): void {
  const [, part, key] = pointer.split('/');
  const made = part === 'nodes' && key !== undefined ? [...context.nodeKeys].filter(([, candidate]) => key === candidate || key.startsWith(`${candidate}-`)) : [];
  const [id] = made.sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  const element = [...everyElement(process)].find((candidate) => idOf(candidate) === id) ?? process;
  context.report.refused(element, { process: context.key, ...(key !== undefined && { node: key }) }, `${message.ru} (${pointer}: ${found})`, `${message.en} (${pointer}: ${found})`);
}

