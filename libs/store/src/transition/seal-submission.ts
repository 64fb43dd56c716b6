import { hash as hashOf, randomUUID } from 'node:crypto';
import { canonicalJson } from '@reglament/contracts';

export interface Seal { readonly salt: string; readonly hash: string }

/**
 * Salted hash of what a person submitted: it stands in history for good, while data and salt can be erased. Without the salt a short
 * answer ("yes", a name) could be found again by hashing every guess.
 *
 * @param salt of a submission that is being checked; by default a new one, of 122 random bits (a UUID: its random numbers are made in
 *   advance, where `randomBytes` asks the system each time).
 */
export function sealSubmission(content: { readonly data: unknown; readonly remark: string | null }, salt: string = randomUUID()): Seal {
  const hash = hashOf('sha256', salt + canonicalJson([content.data, content.remark]), 'hex');
  return { salt, hash };
}
