import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../lib/refusal.mjs';
import { databaseAccount } from '../postgres/account.mjs';
import { ownerRole } from '../postgres/cluster.mjs';
import { databaseFolder } from '../postgres/data-folder.mjs';
import { ownerOf } from '../postgres/owner-lock.mjs';
import { readPostmaster } from '../postgres/postmaster.mjs';
import { startPostgres } from '../postgres/server.mjs';
import { ensureDatabase, listDatabases } from './database.mjs';
import { databaseName } from './own-database.mjs';

/**
 * The embedded database for a command beside the product: the running server when `npm start` holds it, otherwise one that is started
 * for the time of the command.
 *
 * @param {object} options
 * @param {string} options.dataRoot
 * @param {'demo' | 'empty' | undefined} options.which undefined: the only one that there is
 * @param {boolean} options.create make the database when it is not there (for a restore)
 * @param {import('./undo-stack.mjs').UndoStack} options.undo stops what was started
 * @returns {Promise<string>} URL for the database's owner
 * @throws {Refusal} there is no database, or it is not said which of the two
 */
export async function borrowDatabase({ dataRoot, which, create, undo }) {
  const { folder } = databaseFolder(dataRoot, databaseAccount());
  if (!create && !existsSync(path.join(folder, 'pg'))) throw noData(dataRoot);
  const server = runningServer(folder) ?? (await startOwn(dataRoot, undo));
  const known = [databaseName(true), databaseName(false)];
  const present = (await listDatabases(server)).filter((name) => known.includes(name));
  const name = which ? databaseName(which === 'empty') : onlyOne(present);
  if (!present.includes(name) && !create) throw noData(dataRoot);
  await ensureDatabase(server, name);
  return `${server}/${name}`;
}

function runningServer(folder) {
  if (!ownerOf(folder)) return undefined;
  const running = readPostmaster(path.join(folder, 'pg'));
  if (!running?.ready) return undefined;
  const password = readFileSync(path.join(folder, 'pg-password'), 'utf8').trim();
  return `postgres://${ownerRole}:${password}@127.0.0.1:${running.port}`;
}

async function startOwn(dataRoot, undo) {
  const postgres = await startPostgres({ dataRoot });
  undo.push(() => postgres.stop());
  return postgres.server;
}

function onlyOne(present) {
  if (present.length === 1) return present[0];
  if (present.length === 0) return databaseName(true);
  throw new Refusal(
    'Есть и учебная база, и рабочая: укажите --demo или --empty (база, начатая с --empty).',
    'There are a demo database and one of your own: say --demo or --empty (the one begun with --empty).',
  );
}

function noData(dataRoot) {
  return new Refusal(`В ${dataRoot} ещё нет данных: сначала npm start, или укажите DATABASE_URL.`, `There are no data in ${dataRoot} yet: npm start first, or set DATABASE_URL.`);
}
