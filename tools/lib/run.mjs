import { spawn } from 'node:child_process';
import { repositoryRoot } from './paths.mjs';

const running = new Set();

/** Ends what run() has started and still runs. For an interrupt that reached this process alone, not the whole group as Ctrl-C does. */
export function stopRunning() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * Runs a program to its end.
 *
 * @param {string} program @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, dropOutput?: boolean, shell?: boolean, onStart?: (pid: number) => void }} [options]
 *   quiet: keep the output instead of showing it; dropOutput: show only what comes on standard error
 * @returns {Promise<{ code: number, output: string }>} code 1 when a signal ended it; output only when quiet
 */
export function run(program, args, { cwd = repositoryRoot, env = process.env, quiet = false, dropOutput = false, shell = false, onStart } = {}) {
  return new Promise((resolve, reject) => {
    const shown = quiet ? 'pipe' : 'inherit';
    const child = spawn(program, args, { cwd, env, shell, stdio: ['ignore', dropOutput ? 'ignore' : shown, shown] });
    running.add(child);
    if (child.pid) onStart?.(child.pid);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (output += part));
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** The same for a program in JavaScript, run by the Node that runs this one. */
export const runNode = (args, options) => run(process.execPath, args, options);
