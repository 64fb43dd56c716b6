import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRepository } from '../lib/paths.mjs';
import { Refusal } from '../lib/refusal.mjs';
import { runNode } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';
import { compressFolder } from './compress.mjs';
import { fingerprint, forget, isRemembered, remember } from './fingerprint.mjs';

/** The libs that run in the browser too: a change in them changes the panel. */
const sharedLibs = ['contracts', 'forms', 'expressions', 'calendar', 'access', 'engine'].map((name) => `libs/${name}`);

/** Builds the panel with Vite and compresses its files, unless nothing that it is made of has changed. */
export async function buildPanel() {
  const places = ['apps/admin', ...sharedLibs, 'tsconfig.base.json', 'package-lock.json', 'tools/build'];
  const print = fingerprint(places);
  const dist = inRepository('apps/admin/dist');
  if (isRemembered('panel', print) && existsSync(path.join(dist, 'index.html'))) return;
  say('собираю панель…', 'building the panel…');
  forget('panel');
  // npm may put Vite beside the panel or in the root: only its own resolution knows.
  const manifest = createRequire(inRepository('apps/admin/package.json')).resolve('vite/package.json');
  const vite = path.join(path.dirname(manifest), 'bin/vite.js');
  const fresh = inRepository('node_modules/.cache/reglament', `panel-${process.pid}`);
  const { code, output } = await runNode([vite, 'build', '--logLevel', 'warn', '--emptyOutDir', '--outDir', fresh], { cwd: inRepository('apps/admin'), quiet: true });
  if (code !== 0) {
    process.stderr.write(output);
    throw new Refusal('Панель не собирается: ошибки выше.', 'The panel does not build: see the errors above.');
  }
  await compressFolder(fresh);
  replace(dist, fresh);
  remember('panel', print);
}

/** Puts a finished build in the place of the last one: nobody ever sees half of one, nor do two builds at once meet. */
function replace(folder, fresh) {
  const last = `${fresh}-last`;
  if (existsSync(folder)) renameSync(folder, last);
  mkdirSync(path.dirname(folder), { recursive: true });
  renameSync(fresh, folder);
  rmSync(last, { recursive: true, force: true });
}
