import type { FileContext } from '../import/import-context.js';
import { idOf, type XmlElement } from '../xml/xml-element.js';

/** What a rule finds. `refuse`: what the file means could not be told without guessing. */
export interface BrokenRule { readonly element: XmlElement; readonly holder: XmlElement; readonly refuse?: true; readonly ru: string; readonly en: string }

export function tell(context: FileContext, { element, holder, refuse, ru, en }: BrokenRule): void {
  const place = { holder: idOf(holder) ?? `<${holder.name}>` };
  if (refuse) context.report.refused(element, place, `BPMN этого не допускает: ${ru}`, `BPMN forbids it: ${en}`);
  else context.report.approximated(element, place, `BPMN этого не допускает: ${ru}`, `BPMN forbids it: ${en}`);
}
