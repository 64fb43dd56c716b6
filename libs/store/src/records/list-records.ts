import { statement, type Queryable } from '../connection/queryable.js';
import { addSearch, conditions, type Conditions } from '../lists/conditions.js';
import { listPage, type ListDefinition, type PageOf, type PageRequest } from '../lists/page.js';
import { recordColumns, type RecordData, type RegistryRecord } from './record.js';
import { addRecordCondition, addRecordScope, type RecordCondition, type RecordScope } from './record-conditions.js';

export interface RecordFilter {
  readonly registry: string;
  readonly scope: RecordScope;
  readonly q?: string;
  readonly organisation?: string;
  readonly id?: string;
  readonly fields?: readonly RecordCondition[];
}

/** `sort` is `updatedAt`, `title`, or `field`: then by the field that `sortField` names, as a number where it is one. */
export interface RecordPage extends PageRequest { readonly sortField?: { readonly path: string; readonly type: 'text' | 'number' } }

// $2 is the path of the field to sort by: a parameter, as every name that comes from outside.
const from = `records r left join lateral (select r.data #>> $2::text[] as text, case when jsonb_typeof(r.data #> $2::text[]) = 'number' then (r.data #>> $2::text[])::float8 end as number) f on true`;
const sorts = { updatedAt: { sql: 'r.updated_at', type: 'timestamptz' }, title: { sql: `coalesce(r.title, '') collate "ru-x-icu"`, type: 'text' } } as const;
const byField = {
  text: { sql: `coalesce(f.text, '') collate "ru-x-icu"`, type: 'text' },
  number: { sql: `coalesce(f.number, '-infinity')`, type: 'float8' },
} as const;

/** A page of a registry as somebody with that scope sees it. Erased records are left out. */
export function listRecords(db: Queryable, filter: RecordFilter, page: RecordPage = {}): Promise<PageOf<RegistryRecord>> {
  const { sortField, ...request } = page;
  const list: ListDefinition = {
    columns: recordColumns, from, id: { sql: 'r.id', type: 'uuid' }, defaultSort: 'updatedAt', defaultOrder: 'desc',
    sorts: { ...sorts, ...(sortField && { field: byField[sortField.type] }) },
  };
  return listPage(db, list, recordsWhere(filter, (sortField?.path ?? '').split('.')), request);
}

/** The one WHERE of a registry's records; $1 is the registry, $2 and what follows it whatever else the statement wants. */
export function recordsWhere(filter: RecordFilter, ...others: readonly unknown[]): Conditions {
  const where = conditions(['r.registry = $1', 'r.erased_at is null'], [filter.registry, ...others]);
  addRecordScope(where, filter.scope);
  addSearch(where, ['r.search'], filter.q);
  if (filter.id !== undefined) where.add('r.id = ?', filter.id);
  if (filter.organisation !== undefined) where.add('r.organisation = ?', filter.organisation);
  for (const condition of filter.fields ?? []) addRecordCondition(where, condition);
  return where;
}

export interface FoundRecord { readonly id: string; readonly data: RecordData }

/** Records for a process, oldest first, at most `limit`; and how many there are in all, counted to 1,000. */
export async function findRecords(db: Queryable, { registry, scope, fields, ids, limit }: Pick<RecordFilter, 'registry' | 'scope' | 'fields'> & { readonly ids: readonly string[] | null; readonly limit: number }): Promise<{ readonly records: readonly FoundRecord[]; readonly count: number }> {
  const where = conditions(['r.registry = $1', 'r.erased_at is null'], [registry]);
  addRecordScope(where, scope);
  if (ids !== null) where.add('r.id = any(?::uuid[])', ids);
  for (const condition of fields ?? []) addRecordCondition(where, condition);
  const [counted] = await db.query<{ count: number }>({ text: `select count(*)::int as count from (select from records r ${where.text()} limit 1000) as counted` }, where.values());
  const records = await db.query<FoundRecord>({ text: `select r.id, r.data from records r ${where.text()} order by r.created_at, r.id limit ${Math.max(1, Math.floor(limit))}` }, where.values());
  return { records, count: counted?.count ?? 0 };
}

const find = statement('record-find', `select ${recordColumns} from records r where r.id = $1`);
const byIds = statement('records-by-id', `select ${recordColumns} from records r where r.id = any($1)`);
const writes = statement('record-writes', `
  select w.version, w.instance, w.node, w.at from record_writes w where w.record = $1 order by w.version desc limit 200`);

/** Whether anybody may see it is the caller's question. */
export async function findRecord(db: Queryable, id: string): Promise<RegistryRecord | null> {
  const [found] = await db.query<RegistryRecord>(find, [id]);
  return found ?? null;
}

/** Those that are there, in no order. */
export function findRecordsById(db: Queryable, ids: readonly string[]): Promise<RegistryRecord[]> {
  return ids.length === 0 ? Promise.resolve([]) : db.query<RegistryRecord>(byIds, [ids]);
}

export interface RecordWrite { readonly version: number; readonly instance: string | null; readonly node: string | null; readonly at: string }

/** Who wrote the record, the latest first, at most 200. */
export function writesOfRecord(db: Queryable, id: string): Promise<RecordWrite[]> {
  return db.query<RecordWrite>(writes, [id]);
}
