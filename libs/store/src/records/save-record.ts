import { statement, type Queryable, type Tx } from '../connection/queryable.js';
import { StoreError } from '../connection/store-error.js';
import { recordColumns, type RecordData, type RegistryRecord } from './record.js';

/** The service of a case that writes; null: sample data. */
export interface RecordWriter { readonly instance: string; readonly activity: number; readonly node: string }

export interface RecordContent {
  readonly definitionHash: string;
  /** sha256 of the values of the natural key. */
  readonly naturalKey: string;
  readonly data: RecordData;
  readonly title: string;
  readonly titleParty: string | null;
  readonly search: string;
  readonly parties: readonly string[];
  readonly by: RecordWriter | null;
  /** Business time. */
  readonly at: string;
}

export interface RecordPlace { readonly organisation: string; readonly registry: string }

const lock = statement('record-lock-key', `select pg_advisory_xact_lock(hashtextextended($1, 0))`);
const byKey = statement('record-by-key', `
  select ${recordColumns} from records r where r.organisation = $1 and r.registry = $2 and r.natural_key = $3 for update`);
const byId = statement('record-lock', `select ${recordColumns} from records r where r.id = $1 for update`);
const insert = statement('record-insert', `
  insert into records (id, organisation, path, period, registry, definition_hash, natural_key, version, data, title, title_party, search, parties, created_at, updated_at)
  select $1, o.id, o.path, date_trunc('month', $11::timestamptz at time zone 'UTC')::date, $3, $4, $5, 1, $6, $7, $8, $9, $10, $11, $11 from organisations o where o.id = $2
  returning id`);
const update = statement('record-update', `
  update records set definition_hash = $3, natural_key = $4, data = $5, title = $6, title_party = $7, search = $8, parties = $9, updated_at = $10, version = version + 1
  where id = $1 and version = $2 and erased_at is null returning version`);
const written = statement('record-written', `insert into record_writes (record, version, instance, activity, node, at) values ($1, $2, $3, $4, $5, $6)`);
const writtenBy = statement('record-written-by', `select record, version from record_writes where instance = $1 and activity = $2`);

/**
 * The record of that key, locked until the commit; null where there is none, and then nobody else makes one before the commit either. The
 * lock is on the key itself: two cases that bring the same new record at once would find no row to lock.
 */
export async function lockRecordByKey(tx: Tx, { organisation, registry }: RecordPlace, naturalKey: string): Promise<RegistryRecord | null> {
  await tx.query(lock, [`record:${organisation}:${registry}:${naturalKey}`]);
  const [found] = await tx.query<RegistryRecord>(byKey, [organisation, registry, naturalKey]);
  return found ?? null;
}

/** The record, locked until the commit. */
export async function lockRecord(tx: Tx, id: string): Promise<RegistryRecord | null> {
  const [found] = await tx.query<RegistryRecord>(byId, [id]);
  return found ?? null;
}

/** @throws StoreError `duplicate` when the key is taken; `reference` when there is no such organisation. */
export async function addRecord(tx: Tx, id: string, { organisation, registry }: RecordPlace, content: RecordContent): Promise<void> {
  const { definitionHash, naturalKey, data, title, titleParty, search, parties, at } = content;
  const added = await tx.query(insert, [id, organisation, registry, definitionHash, naturalKey, JSON.stringify(data), title, titleParty, search, parties, at]);
  if (added.length === 0) throw new StoreError('reference', `There is no organisation ${organisation} to keep a record for`);
  await note(tx, id, 1, content);
}

/** @throws StoreError `conflict` when the record is not at that version any more, or was erased. */
export async function changeRecord(tx: Tx, id: string, version: number, content: RecordContent): Promise<number> {
  const { definitionHash, naturalKey, data, title, titleParty, search, parties, at } = content;
  const [changed] = await tx.query<{ version: number }>(update, [id, version, definitionHash, naturalKey, JSON.stringify(data), title, titleParty, search, parties, at]);
  if (changed === undefined) throw new StoreError('conflict', `Record ${id} is not at version ${version} any more`);
  await note(tx, id, changed.version, content);
  return changed.version;
}

async function note(tx: Tx, id: string, version: number, { by, at }: RecordContent): Promise<void> {
  await tx.query(written, [id, version, by?.instance ?? null, by?.activity ?? null, by?.node ?? null, at]);
}

/** What this very service has written already: a second delivery answers with it. */
export async function recordWrittenBy(db: Queryable, { instance, activity }: Pick<RecordWriter, 'instance' | 'activity'>): Promise<{ readonly record: string; readonly version: number } | null> {
  const [found] = await db.query<{ record: string; version: number }>(writtenBy, [instance, activity]);
  return found ?? null;
}
