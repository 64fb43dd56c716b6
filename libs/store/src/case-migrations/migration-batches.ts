import type { LocalizedText, PartyReference } from '@reglament/contracts';
import { statement, type Queryable, type Tx } from '../connection/queryable.js';
import { scopeSql } from '../lists/conditions.js';

export interface LiveCase { readonly id: string; readonly subject: string | null; readonly businessKey: string | null; readonly startedAt: string }

const live = `process_instances i where i.definition_hash = $1 and i.status = 'active' and i.scope_node is null and ${scopeSql('i.path', '$2')}`;
const liveCases = statement('live-cases-of-version', `
  select i.id, i.subject, i.business_key as "businessKey", i.started_at as "startedAt" from ${live} order by i.started_at, i.id limit $3`);
const liveCount = statement('count-live-cases-of-version', `select count(*)::int as n from ${live}`);

/** Living cases of a version, oldest first, called ones included; parts go with theirs. @param paths where the asker may look. */
export function liveCasesOf(db: Queryable, hash: string, paths: readonly string[], limit: number): Promise<readonly LiveCase[]> {
  return db.query<LiveCase>(liveCases, [hash, paths, limit]);
}

export async function countLiveCases(db: Queryable, hash: string, paths: readonly string[]): Promise<number> {
  return (await db.query<{ n: number }>(liveCount, [hash, paths]))[0]?.n ?? 0;
}

export interface MigrationBatch {
  readonly id: string; readonly organisation: string; readonly path: string; readonly definitionKey: string;
  readonly fromVersion: number; readonly fromHash: string; readonly toVersion: number; readonly toHash: string;
  readonly migration: unknown; readonly reason: string; readonly by: PartyReference; readonly undoBy: PartyReference | null; readonly undoReason: string | null;
  readonly status: 'running' | 'undoing' | 'finished' | 'undone'; readonly total: number; readonly at: string; readonly finishedAt: string | null;
  readonly waiting: number; readonly done: number; readonly refused: number; readonly undone: number; readonly kept: number;
}

const add = statement('add-migration-batch', `
  insert into migration_batches (id, organisation, path, definition_key, from_version, from_hash, to_version, to_hash, migration, reason, by_party, total)
  select $1, o.id, o.path, $3, $4, $5, $6, $7, $8, $9, $10, 0 from organisations o where o.id = $2`);
const items = statement('add-migration-items', `
  insert into migration_items (batch, seq, instance) select $3, row_number() over (order by i.started_at, i.id), i.id from ${live}`);
const total = statement('migration-total', `
  update migration_batches set total = (select count(*) from migration_items where batch = $1) where id = $1 returning total`);

export type NewMigrationBatch = Pick<MigrationBatch, 'id' | 'organisation' | 'definitionKey' | 'fromVersion' | 'fromHash' | 'toVersion' | 'toHash' | 'migration' | 'reason' | 'by'>;

/** Writes the order with the cases that it goes over, as they are found now. Gives their number. */
export async function addMigrationBatch(tx: Tx, batch: NewMigrationBatch, paths: readonly string[]): Promise<number> {
  const { id, organisation, definitionKey, fromVersion, fromHash, toVersion, toHash, migration, reason, by } = batch;
  await tx.query(add, [id, organisation, definitionKey, fromVersion, fromHash, toVersion, toHash, JSON.stringify(migration), reason, by]);
  await tx.query(items, [fromHash, paths, id]);
  return (await tx.query<{ total: number }>(total, [id]))[0]?.total ?? 0;
}

const columns = `b.id, b.organisation, b.path, b.definition_key as "definitionKey", b.from_version as "fromVersion", b.from_hash as "fromHash", b.to_version as "toVersion",
  b.to_hash as "toHash", b.migration, b.reason, b.by_party as "by", b.undo_by as "undoBy", b.undo_reason as "undoReason", b.status, b.total, b.at, b.finished_at as "finishedAt", n.waiting, n.done, n.refused, n.undone, n.kept`;
const counted = `migration_batches b cross join lateral (
    select count(*) filter (where status = 'waiting')::int as waiting, count(*) filter (where status = 'done')::int as done, count(*) filter (where status = 'refused')::int as refused,
      count(*) filter (where status = 'undone')::int as undone, count(*) filter (where status = 'kept')::int as kept
    from migration_items where batch = b.id) n`;
const find = statement('find-migration-batch', `select ${columns} from ${counted} where b.id = $1`);
const list = statement('list-migration-batches', `select ${columns} from ${counted} where b.definition_key = $1 and ${scopeSql('b.path', '$2')} order by b.at desc, b.id limit 20`);

export async function findMigrationBatch(db: Queryable, id: string): Promise<MigrationBatch | null> {
  return (await db.query<MigrationBatch>(find, [id]))[0] ?? null;
}

/** The latest twenty of a process. */
export function listMigrationBatches(db: Queryable, key: string, paths: readonly string[]): Promise<readonly MigrationBatch[]> {
  return db.query<MigrationBatch>(list, [key, paths]);
}

export interface MigrationItem { readonly seq: number; readonly instance: string; readonly status: 'waiting' | 'done' | 'refused' | 'undone' | 'kept'; readonly why: LocalizedText | null; readonly subject: string | null; readonly businessKey: string | null }

const told = statement('told-migration-items', `
  select t.seq, t.instance, t.status, t.why, i.subject, i.business_key as "businessKey"
  from migration_items t join process_instances i on i.id = t.instance where t.batch = $1 and t.status in ('refused', 'kept') order by t.seq limit 100`);

/** The cases that stayed where they were, with the reason. */
export function refusedItems(db: Queryable, batch: string): Promise<readonly MigrationItem[]> {
  return db.query<MigrationItem>(told, [batch]);
}
