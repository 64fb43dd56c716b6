import { statement, type Queryable, type Tx } from '../connection/queryable.js';

export interface SummaryRecord {
  readonly instance: string;
  readonly node: string;
  /** 1, 2, …: each time the step has summed. */
  readonly version: number;
  readonly at: string;
  readonly reason: string | null;
  readonly data: unknown;
  readonly sources: unknown;
}

export type NewSummary = Omit<SummaryRecord, 'version'>;

// The lock on the case's row makes two that sum at once take different numbers.
const lock = statement('lock-summaries', `select id from process_instances where id = $1 for update`);
const add = statement('add-summary', `
  insert into summaries (instance, node, version, organisation, path, period, at, reason, data, sources)
  select i.id, $2, coalesce((select max(s.version) from summaries s where s.instance = i.id and s.node = $2), 0) + 1, i.organisation, i.path, i.period, $3, $4, $5, $6
  from process_instances i where i.id = $1
  returning version`);

/** Keeps what was summed as the next version of its step; gives the version. */
export async function addSummary(tx: Tx, { instance, node, at, reason, data, sources }: NewSummary): Promise<number> {
  await tx.query(lock, [instance]);
  const [row] = await tx.query<{ version: number }>(add, [instance, node, at, reason, JSON.stringify(data), JSON.stringify(sources)]);
  if (!row) throw new Error(`no case ${instance}`);
  return row.version;
}

const of = statement('summaries-of', `select instance, node, version, at, reason, data, sources from summaries where instance = $1 order by node, version`);

/** Every version of every step of a case, oldest first. */
export function summariesOf(db: Queryable, instance: string): Promise<SummaryRecord[]> {
  return db.query<SummaryRecord>(of, [instance]);
}
