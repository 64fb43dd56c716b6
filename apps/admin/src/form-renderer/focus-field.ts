import { elementId } from './form-context.js';

/**
 * Brings the field of a pointer into view and puts the focus into it. Where the field itself cannot take it (a missing row, a field inside
 * a closed part) the nearest field around it does.
 */
export function focusField(idPrefix: string, pointer: string): boolean {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const element = document.getElementById(elementId(idPrefix, at));
    if (element === null) continue;
    element.scrollIntoView({ block: 'center' });
    element.focus({ preventScroll: true });
    if (document.activeElement === element) return true;
  }
  return false;
}
