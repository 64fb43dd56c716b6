import type { FileContext } from '../import/import-context.js';
import type { XmlElement } from '../xml/xml-element.js';
import { tell } from './broken-rules.js';
import { eventRules } from './event-rules.js';
import { fileRules } from './file-rules.js';
import { containersOf, flowRules } from './flow-rules.js';
import { gatewayRules } from './gateway-rules.js';
import { idRules } from './id-rules.js';

/** Rules of BPMN that a file breaks, told at the element that breaks them: refused where its meaning would be a guess, else said. */
export function ruleFindings(root: XmlElement, context: FileContext): void {
  for (const broken of idRules(root, context.byId)) tell(context, broken);
  for (const container of containersOf(root)) for (const broken of [...flowRules(container), ...eventRules(container), ...gatewayRules(container)]) tell(context, broken);
  for (const broken of fileRules(root, context.byId)) tell(context, broken);
}
