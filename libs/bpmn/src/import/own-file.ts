import { digestOf } from '../export/digest.js';
import { attribute, childOf, everyElement, idOf, REGLAMENT, type XmlElement } from '../xml/xml-element.js';
import type { FileContext } from './import-context.js';
import { isFlowNode } from './scopes.js';

/** What `exportBpmn` has kept beside an element, read as JSON; undefined where there is nothing of that kind. */
export function keptOf(holder: XmlElement, name: 'node' | 'definition'): { readonly json: unknown; readonly digest: string | undefined } | undefined {
  const kept = childOf(holder, 'extensionElements')?.children.find((child) => child.namespace === REGLAMENT && child.name === name);
  if (kept === undefined) return undefined;
  try {
    return { json: JSON.parse(kept.text) as unknown, digest: attribute(kept, 'digest') };
  } catch {
    return undefined;
  }
}

/** Whether nobody has changed what an exported file says since it was written. */
export function isUntouched(root: XmlElement, process: XmlElement): boolean {
  const digest = keptOf(process, 'definition')?.digest;
  return digest !== undefined && digest === digestOf(root);
}

/** The definition of an untouched file, as it was: JSON that still has to be checked, as everything that comes from outside. */
export function ownDefinition(file: FileContext, process: XmlElement): unknown {
  const kept = keptOf(process, 'definition');
  if (typeof kept?.json !== 'object' || kept.json === null) return undefined;
  const nodes = [...everyElement(process)].filter((element) => isFlowNode(element) && element.name !== 'boundaryEvent');
  for (const element of nodes) file.report.mapped(element, { node: idOf(element) ?? '' });
  return { ...kept.json, nodes: Object.fromEntries(nodes.map((element) => [idOf(element) ?? '', keptOf(element, 'node')?.json])) };
}

