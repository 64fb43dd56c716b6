import { createHash } from 'node:crypto';

export type SampleType = 'organisation' | 'person' | 'employment' | 'role-assignment' | 'substitution' | 'record';

/**
 * The id of a thing from samples: the same key gives the same id in every demo base, so that making one that was cut off can be done
 * again, and addresses written in a guide hold. A UUID of version 8 (RFC 9562, 5.8) over a sha256.
 */
export function sampleId(type: SampleType, key: string): string {
  const hex = createHash('sha256').update(`reglament:sample:${type}:${key}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
