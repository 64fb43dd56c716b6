import { contentHash } from '@reglament/contracts';
import { BPMN, REGLAMENT, type XmlElement } from '../xml/xml-element.js';

/**
 * What a file says, apart from where things are drawn: equal for a file and its copy whose boxes were moved or whose text was laid out
 * anew, and different as soon as a name, a flow or a property has changed.
 */
export function digestOf(root: XmlElement): string {
  return contentHash(root.children.filter(({ namespace }) => namespace === BPMN).map(shapeOf));
}

interface Shape { readonly name: string; readonly attributes: readonly (readonly string[])[]; readonly text: string; readonly children: readonly Shape[] }

/** The digest itself stands in the file, at the element `definition`: it is left out there. */
function shapeOf(element: XmlElement): Shape {
  const isOwn = element.namespace === REGLAMENT && element.name === 'definition';
  return {
    name: `{${element.namespace}}${element.name}`, text: element.text.trim(), children: element.children.map(shapeOf),
    attributes: isOwn ? [] : [...element.attributes].map(([name, value]) => [name, value] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  };
}
