import { canonicalJson, sha256Hex } from '@reglament/contracts';
import type { JsonObject } from '../handler.js';

export type NaturalKey = { readonly kind: 'key'; readonly hash: string } | { readonly kind: 'missing'; readonly fields: readonly string[] };

/**
 * What makes two records of a registry the same one: sha256 over the values of its key fields, so that its length does not depend on them.
 * Texts that look alike are alike: composed as in Unicode NFC, without spaces around them, inner spaces counted as one.
 */
export function naturalKeyOf(data: JsonObject, fields: readonly string[]): NaturalKey {
  const values = fields.map((field) => valueIn(data, field));
  const missing = fields.filter((_field, i) => values[i] === null);
  return missing.length > 0 ? { kind: 'missing', fields: missing } : { kind: 'key', hash: sha256Hex(canonicalJson(values)) };
}

function valueIn(data: JsonObject, path: string): string | number | boolean | null {
  let at: unknown = data;
  for (const name of path.split('.')) at = typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : null;
  if (typeof at === 'string') return at.normalize('NFC').trim().replace(/\s+/gu, ' ') || null;
  return typeof at === 'number' || typeof at === 'boolean' ? at : null;
}
