#!/usr/bin/env node
/* npx reglament <command> …: the command line, built first when its sources have changed. */
import { fork } from 'node:child_process';
import { buildServer } from './build/build-server.mjs';
import { ensureInstalled } from './build/install.mjs';
import { runMain } from './lib/main.mjs';
import { checkNodeVersion } from './lib/node-version.mjs';
import { inRepository } from './lib/paths.mjs';

await runMain(async () => {
  checkNodeVersion();
  await ensureInstalled();
  await buildServer();
  const child = fork(inRepository('apps/cli/dist/main.js'), process.argv.slice(2), { stdio: 'inherit' });
  child.once('exit', (code) => process.exit(code ?? 1));
});
