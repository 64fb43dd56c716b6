import { canonicalJson } from '@reglament/contracts';
import { hash } from 'node:crypto';

/**
 * By what a repeated request is told from another one under the same key. The key itself salts the hash: a stored row tells nobody what
 * a short answer was.
 */
export function requestHash(key: string, request: object): string {
  return hash('sha256', key + canonicalJson(request), 'hex');
}
