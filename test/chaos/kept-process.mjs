import { fork } from 'node:child_process';
import { appendFileSync, closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../../tools/lib/paths.mjs';

/**
 * A process that is started again when it dies, until it is stopped.
 *
 * @param {{ program: string, env: NodeJS.ProcessEnv, logFile: string }} given
 */
export function keptProcess({ program, env, logFile }) {
  let child;
  let stopping = false;
  let ended = Promise.resolve();
  /** What the next start alone is told, beside `env`. */
  let told = {};
  const launch = () => {
    const log = openSync(logFile, 'a');
    child = fork(program, { env: { ...env, ...told }, stdio: ['ignore', log, log, 'ipc'] });
    closeSync(log);
    told = {};
    const own = child;
    const ready = new Promise((resolve) => { own.on('message', (message) => { if (message.type === 'ready') resolve(message); }); });
    ended = new Promise((resolve) => {
      own.once('exit', (code, signal) => {
        appendFileSync(logFile, `# ${path.relative(inRepository('.'), program)} ended: ${signal ?? code}\n`);
        // A start that finds the database down ends with a sentence; the next one finds it up.
        if (!stopping) setTimeout(launch, signal === 'SIGKILL' ? 0 : 300);
        resolve();
      });
    });
    return ready;
  };
  const ready = launch();
  return {
    ready,
    kill: () => { child.kill('SIGKILL'); },
    /** Kills it and starts it so that it dies at the point, after which it is started as ever. */
    async crashAt(point) {
      told = { REGLAMENT_CRASH_AT: point };
      const before = ended;
      const old = child;
      old.kill('SIGKILL');
      await before;
      while (child === old) await new Promise((resolve) => { setTimeout(resolve, 10); });
      return ended;
    },
    async stop() {
      stopping = true;
      if (child.connected) child.send({ type: 'stop' });
      child.kill('SIGTERM');
      const late = setTimeout(() => { child.kill('SIGKILL'); }, 20_000);
      await ended;
      clearTimeout(late);
    },
  };
}
