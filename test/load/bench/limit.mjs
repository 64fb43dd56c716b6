import { spawn } from 'node:child_process';

/**
 * Runs `limit.mjs` as it is, in a process of its own on the same database. Its `pg` is ours: a loader looks its packages up here.
 *
 * @param {{ program: string, url: string, cases: number, clients: number }} options
 * @returns {Promise<Omit<import('./statistics.mjs').Measured, 'p95'>>}
 */
export async function runLimit({ program, url, cases, clients }) {
  const loader = new URL('../resolve-from-here.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', loader, program, url, String(cases), String(clients)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`limit.mjs ended with ${code}`);
  const { completions_s: perSecond, p50_ms: p50, p99_ms: p99 } = JSON.parse(output.trim().split('\n').at(-1) ?? '');
  return { perSecond, p50, p99 };
}
