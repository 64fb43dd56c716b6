import { existsSync, readdirSync } from 'node:fs';
import { packageProgram } from '../lib/package-program.mjs';
import { inRepository } from '../lib/paths.mjs';
import { Refusal } from '../lib/refusal.mjs';
import { runNode } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';
import { fingerprint, forget, isRemembered, remember } from './fingerprint.mjs';

const programs = ['apps/api', 'apps/worker', 'apps/cli'].filter((folder) => existsSync(inRepository(folder, 'tsconfig.json')));

/**
 * Compiles the libs and the server's programs to dist/. Nothing to do is found out by a hash of the sources (some 50 ms), as even an
 * idle `tsc -b` over all projects would cost a noticeable part of a start.
 */
export async function buildServer() {
  const libs = readdirSync(inRepository('libs')).map((name) => `libs/${name}`);
  const places = [...libs, ...programs, 'tsconfig.base.json', 'package-lock.json'];
  const print = fingerprint(places);
  const outputs = programs.map((folder) => inRepository(folder, 'dist/main.js'));
  const complete = outputs.every((file) => existsSync(file));
  if (isRemembered('server', print) && complete) return;
  say('собираю сервер…', 'building the server…');
  forget('server');
  // Asked to build, tsc looks at its .tsbuildinfo only and would not see that outputs were deleted: hence --force.
  const { code, output } = await runNode([packageProgram('typescript7', 'tsc'), '-b', ...(complete ? [] : ['--force']), ...programs], { quiet: true });
  if (code !== 0) {
    process.stderr.write(output);
    throw new Refusal('Сервер не собирается: ошибки выше.', 'The server does not compile: see the errors above.');
  }
  remember('server', print);
}
