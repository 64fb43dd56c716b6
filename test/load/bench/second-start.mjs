import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { inRepository } from '../../../tools/lib/paths.mjs';
import { freePort } from './free-port.mjs';

const MB = 1024;

/**
 * The second `npm start` on the same data: milliseconds from the command to the first served page, and the memory of its processes
 * without PostgreSQL once it is idle.
 *
 * @param {{ folder: string, settleSeconds: number }} options
 */
export async function measureSecondStart({ folder, settleSeconds }) {
  const dataRoot = path.join(folder, 'product');
  const first = await start(dataRoot);
  // The demo base plays its cases after the first start; the second is to be an ordinary day.
  await sleep(settleSeconds * 1000);
  await first.stop();
  const second = await start(dataRoot);
  try {
    await sleep(settleSeconds * 1000);
    return { firstSeconds: first.seconds, seconds: second.seconds, idleMegabytes: second.memory() };
  } finally {
    await second.stop();
  }
}

async function start(dataRoot) {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: '' };
  const begun = performance.now();
  const child = spawn('npm', ['start', '--silent', '--', '--port', String(port)], { cwd: inRepository('.'), env: { ...env, REGLAMENT_DATA_DIR: dataRoot }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let over = false;
  void ended.then(() => (over = true));
  while (!(await servesPage(port))) {
    if (over) throw new Error(`npm start ended: ${output}`);
    if (performance.now() - begun > 180_000) throw new Error(`npm start did not serve within 3 minutes: ${output}`);
    await sleep(20);
  }
  const seconds = (performance.now() - begun) / 1000;
  return {
    seconds,
    /** npm, the starter and the server; the database's processes are the cluster's own. */
    memory: () => [child.pid, ...descendants(child.pid)].filter((pid) => !isPostgres(pid)).reduce((sum, pid) => sum + ownKilobytes(pid), 0) / MB,
    async stop() {
      // To the whole group, as Ctrl-C in a terminal: npm alone does not pass it on.
      process.kill(-Number(child.pid), 'SIGINT');
      await ended;
    },
  };
}

/** @param {number} port @returns {Promise<boolean>} */
function servesPage(port) {
  return new Promise((resolve) => {
    const request = http.get({ host: '127.0.0.1', port, path: '/', timeout: 2000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200 && String(response.headers['content-type']).startsWith('text/html'));
    });
    request.on('error', () => resolve(false)).on('timeout', () => request.destroy());
  });
}

function descendants(pid) {
  try {
    const own = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
    return own.flatMap((child) => [child, ...descendants(child)]);
  } catch {
    return [];
  }
}

function isPostgres(pid) {
  try {
    return /postgres/.test(readFileSync(`/proc/${pid}/comm`, 'utf8'));
  } catch {
    return true;
  }
}

/** Proportional set size: pages that several processes share, such as Node's own code, are counted once. */
function ownKilobytes(pid) {
  return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
}

function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
