import { canonicalJson } from './canonical-json.js';
import { sha256Hex } from './sha256.js';

/**
 * Identity of a piece of content (definition, form, calendar, document template): SHA-256 of its canonical JSON, as 64 lower-case
 * hex digits. Formatting and the order of keys do not change it.
 *
 * @throws CanonicalJsonError when the value is not JSON.
 */
export function contentHash(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
