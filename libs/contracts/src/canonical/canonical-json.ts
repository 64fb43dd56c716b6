/**
 * Canonical text of a JSON value: what content hashes are taken over, so equal content gives equal text in browser and server.
 *
 * Members are ordered by UTF-16 code units, no white space, numbers and strings as ECMAScript writes them (RFC 8785, JSON
 * Canonicalization Scheme, §3.2). As in `JSON.stringify`, members whose value is `undefined` are left out and `toJSON` is honoured.
 *
 * @throws CanonicalJsonError for what JSON cannot carry (NaN, infinities, functions, bigints, lone surrogates, cycles): two
 *   different values must never share one hash, so nothing is silently turned into null.
 */
export function canonicalJson(value: unknown): string {
  const text = write(value, 0);
  if (text === undefined) throw new CanonicalJsonError('undefined');
  return text;
}

/** A value that has no canonical JSON text. `found` names the kind of the value. */
export class CanonicalJsonError extends Error {
  readonly code = 'canonical-json.not-json';

  constructor(readonly found: string) {
    super(`No canonical JSON for ${found}`);
    this.name = 'CanonicalJsonError';
  }
}

/** Deeper than any document of ours; it is what turns a cycle into an error instead of a stack overflow. */
const MAX_DEPTH = 1000;

/** With the `u` flag a surrogate matches only when it has no partner. */
const LONE_SURROGATE = /\p{Surrogate}/u;

function write(value: unknown, depth: number): string | undefined {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return writeString(value);
    case 'number':
      if (!Number.isFinite(value)) throw new CanonicalJsonError(String(value));
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'undefined':
      return undefined;
    case 'object':
      if (depth > MAX_DEPTH) throw new CanonicalJsonError(`a cycle or more than ${MAX_DEPTH} levels`);
      return Array.isArray(value) ? writeArray(value, depth) : writeObject(value, depth);
    default:
      throw new CanonicalJsonError(typeof value);
  }
}

function writeArray(items: readonly unknown[], depth: number): string {
  let text = '[';
  for (let i = 0; i < items.length; i++) {
    if (i > 0) text += ',';
    const item = write(items[i], depth + 1);
    // A hole has no place in JSON; writing null for it would make [undefined] and [null] equal.
    if (item === undefined) throw new CanonicalJsonError('undefined in an array');
    text += item;
  }
  return text + ']';
}

function writeObject(value: object, depth: number): string | undefined {
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    const plain: unknown = value.toJSON();
    return write(plain, depth + 1);
  }
  const members = value as Record<string, unknown>;
  let text = '{';
  for (const key of sortedKeys(members)) {
    const member = write(members[key], depth + 1);
    if (member === undefined) continue;
    if (text.length > 1) text += ',';
    text += writeString(key) + ':' + member;
  }
  return text + '}';
}

function sortedKeys(members: Record<string, unknown>): string[] {
  const keys = Object.keys(members);
  for (let i = 1; i < keys.length; i++) {
    // Most objects that are hashed come from canonical text already: sorting only when out of order halves the cost.
    if ((keys[i - 1] as string) > (keys[i] as string)) return keys.sort();
  }
  return keys;
}

function writeString(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new CanonicalJsonError('a lone surrogate');
  return JSON.stringify(text);
}
