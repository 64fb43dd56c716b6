import { createHash } from 'node:crypto';

/** The same cause has the same id on every attempt, so what was written already is met as such. UUID version 8. */
export function stableId(cause: string): string {
  const hex = createHash('sha256').update(cause).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
