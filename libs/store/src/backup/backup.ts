import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { storeError } from '../connection/store-error.js';
import { END_OF_TABLE, line, piece } from './archive.js';
import { copyOut } from './copy.js';
import { columnList, quoted, tablesInOrder } from './tables.js';

export interface BackupReport { readonly tables: number; readonly rows: number; readonly counts: { readonly [table: string]: number } }

/**
 * Writes everything that the database holds into one file, as it stood at one moment, while the product runs on. Left out are sessions
 * and failed sign-ins. The file appears under its name when it is complete and on the disk.
 *
 * @param ownerUrl role that owns the database.
 * @throws StoreError when the database fails; the error of the file system when the file cannot be written.
 */
export async function backup(ownerUrl: string, file: string): Promise<BackupReport> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'reglament-backup', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  const unfinished = `${file}.unfinished`;
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read read only');
    const counts: { [table: string]: number } = {};
    // Personal data: for the owner of the process alone.
    await pipeline(Readable.from(archive(client, counts)), createGzip({ level: 6 }), createWriteStream(unfinished, { mode: 0o600 }));
    await client.query('commit');
    await flush(unfinished);
    await rename(unfinished, file);
    return { tables: Object.keys(counts).length, rows: Object.values(counts).reduce((sum, rows) => sum + rows, 0), counts };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw storeError(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function* archive(client: pg.Client, counts: { [table: string]: number }): AsyncGenerator<Buffer> {
  const { rows: migrations } = await client.query<{ name: string; at: string }>(`select name, now()::text as at from migrations order by id`);
  const at = new Date(migrations[0]?.at ?? 0).toISOString();
  yield line({ format: 'reglament-backup', version: 1, at, migrations: migrations.map(({ name }) => name) });
  let tables = 0;
  let total = 0;
  for (const { table, columns } of await tablesInOrder(client)) {
    yield line({ table, columns });
    const hash = createHash('sha256');
    let rows = 0;
    for await (const chunk of copyOut(client, `copy ${quoted(table)} (${columnList(columns)}) to stdout`)) {
      // In the text format of COPY a line break within a value is written as \\n: every row is one line.
      for (const byte of chunk) if (byte === 0x0a) rows += 1;
      hash.update(chunk);
      yield* piece(chunk);
    }
    yield END_OF_TABLE;
    yield line({ rows, sha256: hash.digest('hex') });
    counts[table] = rows;
    tables += 1;
    total += rows;
  }
  yield line({ tables, rows: total });
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
