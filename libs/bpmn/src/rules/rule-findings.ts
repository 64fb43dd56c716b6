import type { FileContext } from '../import/import-context.js';
import type { XmlElement } from '../xml/xml-element.js';

/** Rules of BPMN that a file breaks, told at the element that breaks them. */
export function ruleFindings(_root: XmlElement, _context: FileContext): void {
}
