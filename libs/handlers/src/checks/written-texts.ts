import type { Json } from '@reglament/engine';
import type { JsonObject } from '../handler.js';

/** A value of a form's data, and the pointer of its field. */
export interface PlacedValue { readonly value: Json; readonly pointer: string }

/** The values at a path into a form's data, one for each row where it goes through lists: `conclusions[].text`. A row without the field gives null. */
export function valuesAt(data: Json, path: string): readonly PlacedValue[] {
  return path.split('.').reduce<readonly PlacedValue[]>((places, step) => {
    const name = step.replace(/\[\]$/u, '');
    const below = places.map(({ value, pointer }): PlacedValue => ({ value: own(value, name), pointer: `${pointer}/${name}` }));
    return step === name ? below : below.flatMap(({ value, pointer }) => (Array.isArray(value) ? value.map((each, i): PlacedValue => ({ value: each as Json, pointer: `${pointer}/${i}` })) : []));
  }, [{ value: data, pointer: '' }]);
}

/** Own keys only: `constructor` is nobody's field. */
function own(value: Json, name: string): Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && Object.hasOwn(value, name) ? ((value as JsonObject)[name] ?? null) : null;
}
