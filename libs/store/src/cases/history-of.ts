import type { PartyReference } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';

export interface HistoryRecord {
  readonly instance: string;
  readonly seq: number;
  readonly version: number;
  readonly command: string;
  readonly at: string;
  readonly kind: string;
  readonly node: string | null;
  readonly activity: number | null;
  readonly task: string | null;
  readonly by: PartyReference | null;
  readonly data: { readonly [name: string]: unknown };
  readonly hash: string;
  /** By what right it was done, where the engine recorded one. */
  readonly right: unknown;
}

export const historyColumns = `h.instance, h.seq, h.version, h.command, h.at, h.kind, h.node, h.activity, h.task, h.by_party as "by", h.data, h.hash, h.data -> 'right' as "right"`;

const find = statement('history-of', `select ${historyColumns} from history h where h.instance = $1 and h.seq > $2 order by h.seq limit $3`);

/** What happened, in order. @param after number of the last row that is known already. @param limit at most 5000. */
export function historyOf(db: Queryable, instance: string, after = 0, limit = 5000): Promise<HistoryRecord[]> {
  return db.query<HistoryRecord>(find, [instance, after, Math.min(limit, 5000)]);
}
