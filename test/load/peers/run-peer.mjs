import { spawn } from 'node:child_process';

/**
 * Runs a program that measures a peer, in a process of its own, and reads the last line that it prints.
 *
 * @param {{ folder: string, program: string, url: string, cases: number, clients: number }} options
 * @returns {Promise<import('../bench/statistics.mjs').Measured>}
 */
export async function runPeer({ folder, program, url, cases, clients }) {
  const child = spawn(process.execPath, [program, url, String(cases), String(clients)], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${output.slice(-2000)}`);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '');
}
