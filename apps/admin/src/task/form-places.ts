/**
 * Places of a rendered form by their data pointers. The renderer names every field's element `<prefix>-<pointer with dashes>`; the prefix
 * is its own, so the element is found by its ending, and only where nothing but a prefix stands before it.
 */
export function placeOf(container: ParentNode, pointer: string): HTMLElement | null {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const ending = at.replaceAll('/', '-');
    const found = [...container.querySelectorAll<HTMLElement>(`[id$="${CSS.escape(ending)}"]`)].find(({ id }) => !id.slice(0, -ending.length).includes('-'));
    if (found) return found;
  }
  return null;
}

export function focusPlace(container: ParentNode, pointer: string): boolean {
  const place = placeOf(container, pointer);
  if (place === null) return false;
  const target = place.matches('input, textarea, select, button, [tabindex]') ? place : (place.querySelector<HTMLElement>('input, textarea, [role="combobox"], button') ?? place);
  place.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
  return true;
}

/** The label that a person sees at the place. */
export function labelAt(container: ParentNode, pointer: string): string {
  const place = placeOf(container, pointer);
  if (place === null) return '';
  const label = place.id === '' ? null : container.querySelector(`label[for="${CSS.escape(place.id)}"]`);
  return (label?.textContent ?? place.getAttribute('aria-label') ?? place.closest('fieldset')?.querySelector('legend')?.textContent ?? '').replace(/\s*\*\s*$/, '').trim();
}
