import { isEmpty, pointerTokens } from '@reglament/forms';

type Json = Record<string, unknown> | unknown[];

/**
 * A copy of the data with another value at the pointer; everything beside the path is shared, so a row that did not change is the same
 * object. `undefined` takes the field away. Missing groups are made, missing rows are not.
 */
export function setIn(data: Record<string, unknown>, pointer: string, value: unknown): Record<string, unknown> {
  return set(data, pointerTokens(pointer), value) as Record<string, unknown>;
}

function set(at: Json, tokens: readonly string[], value: unknown): Json {
  const [token, ...rest] = tokens;
  if (token === undefined) return at;
  if (Array.isArray(at)) {
    const index = Number(token);
    if (index >= at.length) return at;
    return at.map((item: unknown, position) => (position === index ? inner(item, rest, value) : item));
  }
  const next = inner(Object.hasOwn(at, token) ? at[token] : undefined, rest, value);
  const copied = { ...at };
  if (next === undefined) delete copied[token];
  else copied[token] = next;
  return copied;
}

function inner(item: unknown, rest: readonly string[], value: unknown): unknown {
  if (rest.length === 0) return value;
  const holder = typeof item === 'object' && item !== null ? (item as Json) : {};
  const next = set(holder, rest, value);
  return !Array.isArray(next) && isEmpty(item) && Object.keys(next).length === 0 ? undefined : next;
}
