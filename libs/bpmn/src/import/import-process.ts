import type { ProcessDefinition } from '@reglament/contracts';
import { problemsOf, type DefinitionProblem } from '@reglament/engine';
import { attribute, everyElement, idOf, isBpmn, type XmlElement } from '../xml/xml-element.js';
import type { FileContext, ProcessContext } from './import-context.js';
import { createKeys } from './keys.js';
import { lanesOf } from './lanes.js';
import { isUntouched, ownDefinition } from './own-file.js';
import { giveKeys, importScope } from './scopes.js';

/** What keeps a foreign file from being read; all else that the check of definitions says is for whoever publishes it to settle. */
const OF_FOREIGN = /^(?:definition\.|flow\.unknownTarget|flow\.leavesScope|flow\.intoStart|scope\.unknown|scope\.circular|term\.)/;
/** An export of ours may hold a draft with any fault but a wrong shape. */
const OF_SHAPE = /^definition\./;

/** One process; null after something in it was refused. Where a draft is no definition, the report says which element is at fault. */
export function importProcess(file: FileContext, root: XmlElement, element: XmlElement): { readonly id: string; readonly definition: ProcessDefinition } | null {
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
  if (isUntouched(root, element)) return checked(context, element, id, ownDefinition(file, element), OF_SHAPE);
  giveKeys(context, element);
  importScope(context, element, undefined);
  const { variables } = context.options;
  const title = attribute(element, 'name')?.trim();
  const definition: unknown = { format: 1, key, title: title === undefined || title === '' ? id : title, ...(Object.keys(variables).length > 0 && { variables }), nodes: context.nodes };
  return file.report.entries.some(({ verdict }) => verdict === 'refused') ? null : checked(context, element, id, definition, OF_FOREIGN);
}

function checked(context: ProcessContext, element: XmlElement, id: string, definition: unknown, refusing: RegExp): { readonly id: string; readonly definition: ProcessDefinition } | null {
  const faults = problemsOf(definition);
  const fatal = faults.filter(({ severity, code }) => severity === 'error' && refusing.test(code));
  for (const fault of faults) blame(context, element, fault, fatal.includes(fault));
  if (fatal.length > 0) return null;
  context.report.mapped(element, { process: context.key });
  // The check has just said that this is a definition.
  return { id, definition: definition as ProcessDefinition };
}

/** Tells what the check says of a draft at the element that it was made of. */
function blame(context: ProcessContext, process: XmlElement, { pointer, message, found }: DefinitionProblem, isFatal: boolean): void {
  const [, part, key] = pointer.split('/');
  const made = part === 'nodes' && key !== undefined ? [...context.nodeKeys].filter(([, candidate]) => key === candidate || key.startsWith(`${candidate}-`)) : [];
  const [id] = made.sort(([, a], [, b]) => b.length - a.length)[0] ?? [key];
  const element = id === undefined ? process : [...everyElement(process)].find((candidate) => idOf(candidate) === id) ?? process;
  const place = { process: context.key, ...(key !== undefined && { node: key }) };
  if (isFatal) context.report.refused(element, place, `${message.ru} (${pointer}: ${found})`, `${message.en} (${pointer}: ${found})`);
  else context.report.approximated(element, place, `перед публикацией: ${message.ru}`, `before it is published: ${message.en}`);
}
