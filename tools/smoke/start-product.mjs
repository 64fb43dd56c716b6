import { spawn } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../lib/paths.mjs';
import { findFreePort } from '../start/port.mjs';

const PATIENCE_MS = 180_000;

/**
 * `npm start` with another Node first in PATH, as whoever has only that one would run it.
 *
 * @param {{ node: string, dataRoot: string }} options
 */
export async function startProduct({ node, dataRoot }) {
  const port = await findFreePort();
  const env = { ...process.env, DATABASE_URL: '', REGLAMENT_DATA_DIR: dataRoot, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` };
  const begun = performance.now();
  const child = spawn(node, [inRepository('tools/start.mjs'), '--port', String(port)], { cwd: inRepository('.'), env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  let over = false;
  void ended.then(() => (over = true));
  const accounts = () => /accounts: (.+)/.exec(output)?.[1];
  while (accounts() === undefined) {
    if (over) throw new Error(`It ended before it served: ${output}`);
    if (performance.now() - begun > PATIENCE_MS) {
      child.kill('SIGKILL');
      throw new Error(`It did not serve within ${PATIENCE_MS / 1000} s: ${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    address: `http://127.0.0.1:${port}`, seconds: (performance.now() - begun) / 1000, accountsFile: String(accounts()),
    /** Of the process that serves: the starter has started it. */
    runsBy: () => programs(child.pid).find(({ words }) => words.some((word) => word.endsWith('main.js')))?.program,
    output: () => output,
    stop() {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** The children of a process: what runs them and how they were called. */
function programs(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return children.map((child) => ({ program: readlinkSync(`/proc/${child}/exe`), words: readFileSync(`/proc/${child}/cmdline`, 'utf8').split('\0') }));
}
