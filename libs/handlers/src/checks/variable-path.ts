import type { Json } from '@reglament/engine';
import type { JsonObject } from '../handler.js';

/** The value at a dotted path of the variables, null where there is none. Own keys only: `constructor` is nobody's variable. */
export function valueAt(variables: JsonObject, path: string): Json {
  let value: Json = variables;
  for (const name of path.split('.')) {
    if (value === null || typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, name)) return null;
    value = (value as JsonObject)[name] ?? null;
  }
  return value;
}
