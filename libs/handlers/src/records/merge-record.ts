import type { JsonObject } from '../handler.js';

type JsonValue = JsonObject[string];

/**
 * The record with what was given put over it: JSON Merge Patch (RFC 7396). A null takes a field away, an object is merged field by field, a
 * list takes the place of the list.
 */
export function mergeRecord(known: JsonObject, given: JsonObject): JsonObject {
  const merged = new Map<string, JsonValue>(Object.entries(known));
  for (const [name, value] of Object.entries(given)) {
    if (value === null) merged.delete(name);
    else merged.set(name, isObject(value) ? mergeRecord(asObject(merged.get(name)), value) : value);
  }
  return Object.fromEntries(merged);
}

function asObject(value: JsonValue | undefined): JsonObject {
  return value !== undefined && isObject(value) ? value : {};
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
