import { isRecord } from '../schema/dialect.js';
import { writeAt } from './draft-data.js';
import { cloneJson, pointerTokens, valueAt } from './json-value.js';

/**
 * The data with read-only fields as they were given out: what a client sends for them is not believed. In rows that carry an `id` the
 * same row is looked up by it, since rows may have moved; a new row has nothing to go back to.
 */
export function putBackReadOnly(
  given: Record<string, unknown>, base: Readonly<Record<string, unknown>>, pointers: readonly string[],
): Record<string, unknown> {
  const data = cloneJson(given);
  for (const pointer of pointers) {
    const value = valueAt(base, samePlace(pointer, given, base));
    // What an expression could not fill is null: such a field was given out empty.
    writeAt(data, pointer, value === undefined || value === null ? undefined : cloneJson(value));
  }
  return data;
}

function samePlace(pointer: string, given: unknown, base: unknown): string {
  let at = given;
  let other = base;
  let path = '';
  for (const token of pointerTokens(pointer)) {
    let next = token;
    if (Array.isArray(at) && Array.isArray(other)) {
      const row: unknown = at[Number(token)];
      const id = isRecord(row) ? row['id'] : undefined;
      if (typeof id === 'string') next = String(other.findIndex((item) => isRecord(item) && item['id'] === id));
    }
    path += `/${next.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    at = valueAt(at, `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    other = valueAt(other, `/${next.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
  return path;
}
