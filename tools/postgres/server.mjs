import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { waitUntil } from '../lib/processes.mjs';
import { Refusal } from '../lib/refusal.mjs';
import { databaseAccount } from './account.mjs';
import { findBinaries, programPath, reachableBinaries } from './binaries.mjs';
import { ensureCluster, ownerRole, serverEnvironment } from './cluster.mjs';
import { databaseFolder, systemFolder } from './data-folder.mjs';
import { outOfSpace } from './out-of-space.mjs';
import { takeOwnership } from './owner-lock.mjs';
import { keepRunning } from './keep-running.mjs';
import { findRunningPostmaster, readPostmaster, stopPostmaster } from './postmaster.mjs';

const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'timezone=UTC'];

/** A crash may lose everything: for servers whose data are thrown away. */
const fastSettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

const logLimit = 10 * 1024 * 1024;

/**
 * Starts the embedded PostgreSQL, or takes over the one that a killed start left running.
 *
 * @param {object} options
 * @param {string} options.dataRoot where its data go, unless the database's account cannot reach it (see databaseFolder)
 * @param {boolean} [options.durable] default true; false trades safety for speed in tests
 * @param {(folder: { folder: string, moved: boolean }) => void} [options.onFolder] told before the server starts
 * @param {(error?: unknown) => void} [options.onRestart] told when it had ended unasked and was started again, or could not be
 * @returns {Promise<EmbeddedPostgres>}
 *
 * @typedef {object} EmbeddedPostgres
 * @property {string} server `postgres://owner:password@127.0.0.1:port`, no database
 * @property {(database: string) => string} url
 * @property {boolean} created the cluster is new
 * @property {boolean} reused it was running already
 * @property {boolean} inherited the process that owned it before was killed
 * @property {string} folder
 * @property {() => Promise<void>} stop
 * @property {() => void} killNow for the `exit` event, where nothing can be awaited
 */
export async function startPostgres({ dataRoot, durable = true, onFolder, onRestart = () => undefined }) {
  const account = databaseAccount();
  const place = databaseFolder(dataRoot, account);
  onFolder?.(place);
  const ownership = await takeOwnership(place.folder);
  try {
    const binaries = reachableBinaries(findBinaries(), account, systemFolder);
    const { cluster, password, created } = ensureCluster({ folder: place.folder, binaries, account, durable });
    const running = await findRunningPostmaster(cluster);
    const options = { folder: place.folder, cluster, binaries, account, durable };
    const { port } = running ?? (await launch({ ...options, port: await freePort() }));
    const endWatch = keepRunning({ cluster, launch: () => launch({ ...options, port }), onRestart });
    const server = `postgres://${ownerRole}:${password}@127.0.0.1:${port}`;
    return {
      server,
      url: (database) => `${server}/${database}`,
      created,
      reused: running !== undefined,
      inherited: ownership.inherited,
      folder: place.folder,
      async stop() {
        await endWatch();
        await stopPostmaster(cluster);
        ownership.release();
      },
      killNow() {
        const { pid } = readPostmaster(cluster) ?? {};
        if (pid) process.kill(pid, 'SIGQUIT');
        ownership.release();
      },
    };
  } catch (error) {
    ownership.release();
    throw error;
  }
}

async function launch(options) {
  // A server that was killed leaves back ends that need a moment to end; until then PostgreSQL refuses to start beside them.
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await launchOnce(options);
    if (outcome.running) return outcome.running;
    if (/still in use|lock file .* already exists/i.test(outcome.log) && attempt < 20) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      continue;
    }
    if (outOfSpace(outcome.log)) {
      throw new Refusal(`Не хватает места на диске с папкой ${options.folder}.`, `The disk that holds ${options.folder} is full.`);
    }
    throw new Error(`PostgreSQL did not start: ${outcome.log.slice(-2000)}`);
  }
}

async function launchOnce({ folder, cluster, binaries, account, durable, port }) {
  const logFile = path.join(folder, 'pg.log');
  const logStart = logSize(logFile);
  const log = openSync(logFile, logStart > logLimit ? 'w' : 'a', 0o600);
  const chosen = durable ? settings : [...settings, ...fastSettings];
  const child = spawn(programPath(binaries, 'postgres'), ['-D', cluster, '-p', String(port), ...chosen.flatMap((setting) => ['-c', setting])], {
    uid: account?.uid,
    gid: account?.gid,
    cwd: '/',
    env: serverEnvironment,
    stdio: ['ignore', 'ignore', log],
    // In a process group of its own: Ctrl-C must not reach it before the product has closed its connections.
    detached: true,
  });
  closeSync(log);
  child.unref();
  let ended = false;
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  await waitUntil(() => ended || isReady(cluster, child.pid), { within: 120_000, every: 10 });
  if (!ended) return { running: { pid: child.pid, port }, log: '' };
  return { log: readFileSync(logFile).subarray(logStart > logLimit ? 0 : logStart).toString('utf8') };
}

function isReady(cluster, pid) {
  const state = readPostmaster(cluster);
  return state?.pid === pid && state?.ready === true;
}

function logSize(file) {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
