import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRepository } from '../lib/paths.mjs';
import { isAlive } from '../lib/processes.mjs';
import { databaseAccount } from './account.mjs';
import { findBinaries } from './binaries.mjs';
import { readPostmaster } from './postmaster.mjs';
import { startPostgres } from './server.mjs';

const prefix = 'reglament-test-';

/**
 * An embedded PostgreSQL for one test run: empty, fast instead of durable, thrown away at the end. Starts in about 0.2 s, as the empty
 * cluster is copied from one that was made once (initdb alone takes 0.7 s).
 *
 * @returns {Promise<{ server: string, url: (database: string) => string, stop: () => Promise<void> }>} server: URL without database, owner role
 */
export async function startTestPostgres() {
  removeAbandoned();
  const folder = mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o711); // the server's account must get through
  const remembered = inRepository('node_modules/.cache/reglament', `empty-cluster-${findBinaries().version}`);
  if (existsSync(remembered)) copyCluster(remembered, folder);
  else await rememberEmptyCluster(folder, remembered);
  const postgres = await startPostgres({ dataRoot: folder, durable: false });
  const onExit = () => {
    postgres.killNow();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', onExit); // Ctrl-C in the middle of a run
  return {
    server: postgres.server,
    url: postgres.url,
    async stop() {
      process.off('exit', onExit);
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function rememberEmptyCluster(folder, remembered) {
  const postgres = await startPostgres({ dataRoot: folder, durable: false });
  await postgres.stop(); // the copy must be of a cluster that was shut down
  const unfinished = `${remembered}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  for (const part of ['pg', 'pg-password']) cpSync(path.join(folder, part), path.join(unfinished, part), { recursive: true });
  if (existsSync(remembered)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, remembered);
}

function copyCluster(from, folder) {
  const account = databaseAccount();
  for (const part of ['pg', 'pg-password']) {
    cpSync(path.join(from, part), path.join(folder, part), { recursive: true });
    if (account) giveTo(account, path.join(folder, part));
  }
  chmodSync(path.join(folder, 'pg'), 0o700);
}

function giveTo(account, place) {
  chownSync(place, account.uid, account.gid);
  for (const entry of readFolder(place)) giveTo(account, path.join(place, entry));
}

function readFolder(place) {
  try {
    return readdirSync(place);
  } catch (error) {
    if (error.code === 'ENOTDIR') return [];
    throw error;
  }
}

/** Servers and folders of test runs that were killed (their process id stands in the folder's name). */
function removeAbandoned() {
  for (const name of readdirSync(os.tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (isAlive(pid)) continue;
    const folder = path.join(os.tmpdir(), name);
    const running = readPostmaster(path.join(folder, 'pg'));
    try {
      if (running && isAlive(running.pid)) process.kill(running.pid, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // Another run sweeps at the same moment, or the folder is another user's: not ours to insist on.
    }
  }
}
