import { canonicalJson } from '@reglament/contracts';
import { createHash } from 'node:crypto';

/**
 * By what a repeated request is told from another one under the same key. The key itself salts the hash: a stored row tells nobody what
 * a short answer was.
 */
export function requestHash(key: string, request: object): string {
  return createHash('sha256').update(key).update(canonicalJson(request)).digest('hex');
}
