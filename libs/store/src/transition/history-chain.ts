import { hash as hashOf } from 'node:crypto';
import { canonicalJson } from '@reglament/contracts';

/** A row of history as it is hashed: what may never change. When it was recorded, and where the organisation stood, are left out. */
export interface HistoryEntry {
  readonly instance: string;
  readonly seq: number;
  readonly version: number;
  readonly command: string;
  readonly at: string;
  readonly kind: string;
  readonly node: string | null;
  readonly activity: number | null;
  readonly task: string | null;
  readonly by: string | null;
  readonly data: unknown;
}

/** h(n) = SHA-256(h(n-1) ‖ row): a changed, lost or added row breaks every hash after it. The first row follows the empty text. */
export function chainHash(previous: string, entry: HistoryEntry): string {
  const { instance, seq, version, command, at, kind, node, activity, task, by } = entry;
  const row = JSON.stringify([instance, seq, version, command, at, kind, node, activity, task, by]);
  return hashOf('sha256', previous + row + canonicalJson(entry.data), 'hex');
}
