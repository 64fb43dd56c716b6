import { isRecord } from '../schema/dialect.js';
import { own } from '../structure/form-path.js';
import { setOwn } from '../structure/empty-values.js';

/** A deep copy of JSON data; `__proto__` stays a field. */
export function cloneJson<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => cloneJson(item)) as T;
  if (!isRecord(value)) return value;
  const copied: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) setOwn(copied, name, cloneJson(item));
  return copied as T;
}

export function equalJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((item, index) => equalJson(item, other[index]));
  if (!isRecord(one) || !isRecord(other)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => Object.hasOwn(other, name) && equalJson(one[name], other[name]));
}

export function pointerTokens(pointer: string): string[] {
  return pointer.split('/').slice(1).map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at an RFC 6901 pointer; undefined where there is none. */
export function valueAt(data: unknown, pointer: string): unknown {
  let at = data;
  for (const token of pointerTokens(pointer)) {
    if (Array.isArray(at)) at = at[Number(token)];
    else if (isRecord(at)) at = own(at, token);
    else return undefined;
  }
  return at;
}
