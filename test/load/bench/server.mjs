import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../tools/postgres/server.mjs';

/**
 * A durable PostgreSQL of the bench's own, with the settings of the product, in a folder that is thrown away.
 *
 * @param {import('../../../tools/start/undo-stack.mjs').UndoStack} undo
 */
export async function startServer(undo) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'reglament-bench-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  const postgres = await startPostgres({ dataRoot: path.join(folder, 'database') });
  undo.push(() => postgres.stop());
  const settings = await onServer(postgres.server, async (client) => {
    const { rows } = await client.query(`select current_setting('server_version') as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit`);
    return rows[0];
  });
  console.log(`PostgreSQL ${settings.version}: fsync ${settings.fsync}, synchronous_commit ${settings.synchronous_commit}; Node ${process.version}; ${os.availableParallelism()} × ${os.cpus()[0]?.model.trim()}`);
  // What is not durable measures something else.
  if (settings.fsync !== 'on' || settings.synchronous_commit !== 'on') throw new Error('The server of the bench is not durable');
  const database = 'reglament_bench';
  await onServer(postgres.server, (client) => client.query(`create database ${database}`));
  return { folder, server: postgres.server, url: postgres.url(database), urlOf: (name) => postgres.url(name), settings };
}

/** On the server's own database, as its owner. */
export async function onServer(server, work) {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
