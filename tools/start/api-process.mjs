import { fork } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandLine, isAlive, startMoment, waitUntil } from '../lib/processes.mjs';
import { Refusal } from '../lib/refusal.mjs';

const logLimit = 10 * 1024 * 1024;
/** Milliseconds to end after being asked: with requests in hand, and before it serves, when it may not listen yet. */
const patience = { serving: 15_000, starting: 3_000 };

/**
 * Starts the product's server process.
 *
 * It tells its progress over IPC: `{type: 'progress', text}`, `{type: 'ready', url, accountsFile}`, `{type: 'played'}` when a demo's sample cases
 * stand, `{type: 'fatal', message}`; it ends on
 * `{type: 'stop'}`, and by itself when this process is gone. Its own log goes to `<dataRoot>/reglament.log`.
 *
 * @param {object} options
 * @param {string} options.program path of main.js
 * @param {string} options.dataRoot
 * @param {NodeJS.ProcessEnv} options.env
 * @param {(text: string) => void} options.onProgress
 * @returns {ApiProcess}
 *
 * @typedef {object} ApiProcess
 * @property {Promise<{ url: string, accountsFile?: string }>} ready rejects with what it said when it ends before it serves
 * @property {Promise<void>} played the sample cases of a demo base stand; pending for ever where the process ends before
 * @property {Promise<number>} ended its exit code
 * @property {number} pid of the server process
 * @property {() => Promise<void>} stop
 */
export function startApi({ program, dataRoot, env, onProgress }) {
  mkdirSync(dataRoot, { recursive: true });
  const logFile = path.join(dataRoot, 'reglament.log');
  const pidFile = path.join(dataRoot, 'api.pid');
  const log = openSync(logFile, sizeOf(logFile) > logLimit ? 'w' : 'a', 0o600);
  const logStart = sizeOf(logFile);
  // A process group of its own: Ctrl-C reaches only the parent, which then stops the parts in their order.
  const child = fork(program, { env, stdio: ['ignore', log, log, 'ipc'], detached: true });
  closeSync(log);
  writeFileSync(pidFile, String(child.pid));
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  void ended.then(() => rmSync(pidFile, { force: true }));
  const played = new Promise((resolve) => child.on('message', (/** @type {any} */ message) => message?.type === 'played' && resolve(undefined)));
  const ready = new Promise((resolve, reject) => {
    let fatal;
    let served = false;
    child.on('message', (/** @type {any} */ message) => {
      if (message?.type === 'progress') onProgress(String(message.text));
      if (message?.type === 'ready') {
        served = true;
        resolve({ url: message.url, accountsFile: message.accountsFile });
      }
      if (message?.type === 'fatal') fatal = String(message.message);
    });
    child.once('error', reject);
    void ended.then((code) => {
      if (!served) reject(explainEnd({ fatal, code, logFile, logStart }));
    });
  });
  let serving = false;
  ready.then(
    () => (serving = true),
    () => undefined, // whoever stops it early does not wait for it
  );
  return { ready, played, ended, pid: Number(child.pid), stop: () => stopChild(child, ended, serving ? patience.serving : patience.starting) };
}

async function stopChild(child, ended, milliseconds) {
  if (child.connected) child.send({ type: 'stop' }, () => undefined);
  const kill = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await ended;
  clearTimeout(kill);
}

/** Ends the server process that a start left behind when it was killed, should it still run: it holds the port. */
export async function endLeftOverApi(dataRoot, program) {
  let pid;
  try {
    pid = Number(readFileSync(path.join(dataRoot, 'api.pid'), 'utf8'));
  } catch {
    return;
  }
  const began = startMoment(pid);
  if (!isAlive(pid) || !commandLine(pid).includes(program)) return;
  // Not by its command line: a process that is being ended has lost that before it has let go of its port.
  const isGone = () => !isAlive(pid) || startMoment(pid) !== began;
  // It ends by itself when it notices that its parent is gone.
  if (await waitUntil(isGone, { within: 3_000, every: 50 })) return;
  process.kill(pid, 'SIGKILL');
  await waitUntil(isGone, { within: 5_000 });
}

function explainEnd({ fatal, code, logFile, logStart }) {
  if (fatal) {
    return new Refusal(fatal);
  }
  const tail = readFileSync(logFile).subarray(logStart).toString('utf8').trimEnd().split('\n').slice(-15).join('\n');
  if (tail) process.stderr.write(`${tail}\n`);
  return new Refusal(`Сервер остановился с кодом ${code}, не начав работу; журнал: ${logFile}.`, `The server ended with code ${code} before it served; its log: ${logFile}.`);
}

function sizeOf(file) {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
