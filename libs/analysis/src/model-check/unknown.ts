import type { Json } from '@reglament/engine';

/**
 * A value that nobody can know before the case runs: what somebody will enter, what a service will answer. It is an object with the one
 * reserved key `?` that names it; a field of it is named by its path, so that a copy is known to be the same value.
 */
export interface Unknown { readonly '?': string }

const MARK = '?';
/** An outcome is a string in the engine: an unknown one begins with a character that no key may have. */
const TEXT_MARK = '\u0001';

export function unknown(name: string): Json {
  return { [MARK]: name };
}

export function unknownText(name: string): string {
  return TEXT_MARK + name;
}

/** What is found at a path: a value, or the name of an unknown one. */
export type Found = { readonly kind: 'known'; readonly value: Json } | { readonly kind: 'unknown'; readonly name: string };

const NOTHING: Found = { kind: 'known', value: null };

/** Follows a path into a value; what an unknown value holds is unknown too, unless a part of it was written since. */
export function findAt(root: Json | undefined, path: readonly string[]): Found {
  let value: Json = root ?? null;
  for (const [i, step] of path.entries()) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return nameOf(value) === null ? NOTHING : { kind: 'unknown', name: [nameOf(value), ...path.slice(i)].join('.') };
    if (Object.hasOwn(value, step)) value = (value as { readonly [key: string]: Json })[step] as Json;
    else if (Object.hasOwn(value, MARK)) return { kind: 'unknown', name: [nameOf(value), ...path.slice(i)].join('.') };
    else return NOTHING;
  }
  const name = nameOf(value);
  return name === null ? { kind: 'known', value } : { kind: 'unknown', name };
}

/** The name of an unknown value; null of a known one. */
export function nameOf(value: Json): string | null {
  if (typeof value === 'string') return value.startsWith(TEXT_MARK) ? value.slice(1) : null;
  if (value === null || typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, MARK)) return null;
  const name = (value as { readonly [key: string]: Json })[MARK];
  return typeof name === 'string' ? name : null;
}

/** Whether any part of a value is unknown. */
export function hasUnknown(value: Json | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.startsWith(TEXT_MARK);
  if (typeof value !== 'object') return false;
  if (nameOf(value) !== null) return true;
  return Array.isArray(value) ? value.some((item: Json) => hasUnknown(item)) : Object.values(value).some((item: Json) => hasUnknown(item));
}
