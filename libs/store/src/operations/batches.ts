import type { BatchKind, Locale, LocalizedText, PartyReference } from '@reglament/contracts';
import { instanceConditions, type InstanceFilter } from '../cases/list-instances.js';
import { statement, type Queryable, type Tx } from '../connection/queryable.js';
import { addScope, conditions, type Conditions } from '../lists/conditions.js';
import { listPage, type ListDefinition, type PageOf, type PageRequest } from '../lists/page.js';

/** One operation over many cases. */
export interface OperationBatch {
  readonly id: string; readonly organisation: string; readonly path: string; readonly kind: BatchKind; readonly reason: string;
  readonly values: { readonly [name: string]: unknown } | null; readonly by: PartyReference; readonly locale: Locale;
  readonly status: 'running' | 'stopped' | 'finished'; readonly total: number; readonly at: string; readonly finishedAt: string | null;
  readonly done: number; readonly refused: number; readonly left: number;
}

/** Which cases an operation over a filter means. Parts follow their case, so they are never meant themselves. */
export interface BatchScope extends Omit<InstanceFilter, 'keys' | 'mine'> { readonly kind: BatchKind }

function conditionsOf({ kind, ...filter }: BatchScope): Conditions {
  const where = instanceConditions({ ...filter, keys: [], ...(kind === 'retry' && { incidents: true }) });
  // Called cases follow whoever called them.
  if (kind === 'suspend' || kind === 'resume') where.add('i.parent is null');
  where.add(`i.status = 'active'`);
  if (kind === 'suspend') where.add('i.suspended_at is null');
  if (kind === 'resume') where.add('i.suspended_at is not null');
  return where;
}

const from = `process_instances i left join lateral (
    select min(t.due_at) as next_due from tasks t
    where t.status = 'open' and t.instance in (select i.id union all select c.id from process_instances c where c.parent = i.id and c.status = 'active')
  ) work on i.status = 'active'`;

/** How many cases the operation would go over. @param most where counting stops. */
export async function countBatch(db: Queryable, scope: BatchScope, most: number): Promise<number> {
  const where = conditionsOf(scope);
  const [row] = await db.query<{ n: number }>({ text: `select count(*)::int as n from (select from ${from} ${where.text()} limit ${Math.trunc(most)}) as counted` }, where.values());
  return row?.n ?? 0;
}

const add = statement('add-batch', `
  insert into operation_batches (id, organisation, path, kind, filter, reason, values, by_party, locale, total) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0)`);
const total = statement('batch-total', `
  update operation_batches set total = (select count(*) from operation_items where batch = $1) where id = $1 returning total`);

export interface NewBatch extends Pick<OperationBatch, 'id' | 'organisation' | 'path' | 'kind' | 'reason' | 'values' | 'by' | 'locale'> { readonly filter: object }

/** Writes the operation with the cases it goes over, as they are found now. Gives their number. */
export async function addBatch(tx: Tx, batch: NewBatch, scope: BatchScope, most: number): Promise<number> {
  const { id, organisation, path, kind, filter, reason, values, by, locale } = batch;
  await tx.query(add, [id, organisation, path, kind, JSON.stringify(filter), reason, values === null ? null : JSON.stringify(values), by, locale]);
  const where = conditionsOf(scope);
  const place = where.values().length + 1;
  await tx.query({ text: `
    insert into operation_items (batch, seq, instance)
    select $${place}::uuid, row_number() over (order by found.started_at, found.id), found.id
    from (select i.id, i.started_at from ${from} ${where.text()} order by i.started_at, i.id limit ${Math.trunc(most)}) as found` }, [...where.values(), id]);
  return (await tx.query<{ total: number }>(total, [id]))[0]?.total ?? 0;
}

const columns = `b.id, b.organisation, b.path, b.kind, b.reason, b.values, b.by_party as "by", b.locale, b.status, b.total, b.at, b.finished_at as "finishedAt", n.done, n.refused, n.left`;
const withCounts = `operation_batches b cross join lateral (
    select count(*) filter (where status = 'done')::int as done, count(*) filter (where status = 'refused')::int as refused, count(*) filter (where status = 'left')::int as "left"
    from operation_items where batch = b.id) n`;

const find = statement('find-batch', `select ${columns} from ${withCounts} where b.id = $1`);

export async function findBatch(db: Queryable, id: string): Promise<OperationBatch | null> {
  return (await db.query<OperationBatch>(find, [id]))[0] ?? null;
}

const list: ListDefinition = { columns, from: withCounts, id: { sql: 'b.id', type: 'uuid' }, sorts: { at: { sql: 'b.at', type: 'timestamptz' } }, defaultSort: 'at', defaultOrder: 'desc' };

export function listBatches(db: Queryable, paths: readonly string[], page: PageRequest = {}): Promise<PageOf<OperationBatch>> {
  const where = conditions();
  addScope(where, 'b.path', paths);
  return listPage(db, list, where, page);
}

export interface BatchItem { readonly seq: number; readonly instance: string; readonly status: 'waiting' | 'done' | 'refused' | 'left'; readonly code: string | null; readonly why: LocalizedText | null; readonly at: string | null }

const items: ListDefinition = {
  columns: 't.seq, t.instance, t.status, t.code, t.why, t.at', from: 'operation_items t', id: { sql: 't.seq', type: 'int' }, sorts: { seq: { sql: 't.seq', type: 'int' } }, defaultSort: 'seq', defaultOrder: 'asc',
};

export function listBatchItems(db: Queryable, batch: string, status: BatchItem['status'] | undefined, page: PageRequest = {}): Promise<PageOf<BatchItem>> {
  const where = conditions();
  where.add('t.batch = ?', batch);
  if (status !== undefined) where.add('t.status = ?', status);
  return listPage(db, items, where, page);
}
