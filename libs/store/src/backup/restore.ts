import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { migrate, prepareDatabase, type PreparedDatabase } from '../connection/prepare-database.js';
import { StoreError, storeError } from '../connection/store-error.js';
import { migrations } from '../migrations/index.js';
import { ArchiveReader, damaged } from './archive.js';
import type { BackupReport } from './backup.js';
import { copyIn } from './copy.js';
import { columnList, quoted, tablesInOrder, type TableShape } from './tables.js';

export interface RestoreReport extends BackupReport {
  /** The moment at which the backup was taken. */
  readonly at: string;
  readonly database: PreparedDatabase;
}

/**
 * Fills an empty database from a backup, whole or not at all, and brings it to this release. A backup of an earlier release is read
 * into the tables of that release, and migrated after.
 *
 * @throws StoreError `notEmpty` when the database holds anything, `damagedBackup`, `newerDatabase` for a backup of a later release.
 */
export async function restore(ownerUrl: string, file: string): Promise<RestoreReport> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  source.on('error', (error) => unpacked.destroy(error));
  const reader = new ArchiveReader(source.pipe(unpacked));
  try {
    const head = await readHead(reader);
    await refuseFilled(ownerUrl);
    await migrate(ownerUrl, head.migrations);
    const counts = await onOwner(ownerUrl, (client) => fill(client, reader));
    const database = await prepareDatabase(ownerUrl);
    return { at: head.at, tables: Object.keys(counts).length, rows: Object.values(counts).reduce((sum, rows) => sum + rows, 0), counts, database };
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

async function readHead(reader: ArchiveReader): Promise<{ readonly at: string; readonly migrations: readonly string[] }> {
  const head = await reader.json();
  if (head['format'] !== 'reglament-backup' || head['version'] !== 1) throw damaged('it is not a backup of this product');
  const { at, migrations: run } = head;
  if (typeof at !== 'string' || !Array.isArray(run) || !run.every((name) => typeof name === 'string')) throw damaged('its head is incomplete');
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = run.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new StoreError('newerDatabase', `The backup was made by a later release (${unknown.join(', ')}): restore it with that release`);
  return { at, migrations: run };
}

/** Rows that migrations put there themselves do not make a database filled. */
const FROM_MIGRATIONS = new Set(['audit_head']);

async function refuseFilled(ownerUrl: string): Promise<void> {
  await onOwner(ownerUrl, async (client) => {
    for (const { table } of await tablesInOrder(client)) {
      if (FROM_MIGRATIONS.has(table)) continue;
      const { rowCount } = await client.query(`select from ${quoted(table)} limit 1`);
      if (rowCount) throw new StoreError('notEmpty', `The database is not empty: ${table} has rows. Restore into a new database, and nothing is overwritten`);
    }
  });
}

async function fill(client: pg.Client, reader: ArchiveReader): Promise<{ readonly [table: string]: number }> {
  const shapes = new Map((await tablesInOrder(client)).map((shape) => [shape.table, shape]));
  const counts: { [table: string]: number } = {};
  let total = 0;
  await client.query('begin');
  for (;;) {
    const head = await reader.json();
    if (typeof head['table'] !== 'string') {
      if (head['tables'] !== Object.keys(counts).length || head['rows'] !== total || !(await reader.atEnd())) throw damaged('its end does not say what was read');
      break;
    }
    const shape = knownShape(shapes, head);
    const rows = await fillTable(client, reader, shape);
    counts[shape.table] = rows;
    total += rows;
  }
  await continueSequences(client);
  await client.query('commit');
  await client.query('analyze');
  return counts;
}

function knownShape(shapes: ReadonlyMap<string, TableShape>, { table, columns }: Readonly<Record<string, unknown>>): TableShape {
  const shape = shapes.get(String(table));
  if (shape === undefined || !Array.isArray(columns) || !columns.every((column): column is string => typeof column === 'string' && shape.columns.includes(column))) {
    throw damaged(`it has a table that these migrations do not make: ${String(table)}`);
  }
  return { table: shape.table, columns };
}

async function fillTable(client: pg.Client, reader: ArchiveReader, { table, columns }: TableShape): Promise<number> {
  if (FROM_MIGRATIONS.has(table)) await client.query(`delete from ${quoted(table)}`);
  const hash = createHash('sha256');
  const rows = await copyIn(client, `copy ${quoted(table)} (${columnList(columns)}) from stdin`, reader.pieces(hash));
  const end = await reader.json();
  if (end['rows'] !== rows || end['sha256'] !== hash.digest('hex')) throw damaged(`table ${table} has other rows than were written`);
  return rows;
}

/** Numbers go on after those that were restored. */
async function continueSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
    select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attidentity <> ''
    where c.relnamespace = 'public'::regnamespace`);
  for (const { table, column, sequence } of rows) {
    await client.query(`select setval($1, coalesce((select max(${quoted(column)}) from ${quoted(table)}), 0) + 1, false)`, [sequence]);
  }
}

async function onOwner<Result>(ownerUrl: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'reglament-restore', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw storeError(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}
