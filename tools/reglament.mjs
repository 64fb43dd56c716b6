#!/usr/bin/env node
/*
 * npx reglament <command> …: the command line, built first when its sources have changed.
 *
 * Commands that need the database get it as DATABASE_URL: the one that is set, otherwise the embedded one, `--demo` or `--empty` when
 * there are both.
 */
import { fork } from 'node:child_process';
import path from 'node:path';
import { buildServer } from './build/build-server.mjs';
import { ensureInstalled } from './build/install.mjs';
import { runMain } from './lib/main.mjs';
import { checkNodeVersion } from './lib/node-version.mjs';
import { inRepository } from './lib/paths.mjs';
import { borrowDatabase } from './start/borrow-database.mjs';
import { checkDatabase } from './start/database.mjs';
import { UndoStack } from './start/undo-stack.mjs';

/** Commands that work on files alone. */
const withoutDatabase = new Set([undefined, 'help', '--help', '-h', '--version', 'check', 'test', 'bpmn']);
const dataRoot = path.resolve(process.env.REGLAMENT_DATA_DIR || inRepository('.data'));
const undo = new UndoStack();

await runMain(async () => {
  checkNodeVersion();
  await ensureInstalled();
  await buildServer();
  const which = process.argv.includes('--demo') ? 'demo' : process.argv.includes('--empty') ? 'empty' : undefined;
  const args = process.argv.slice(2).filter((arg) => arg !== '--demo' && arg !== '--empty');
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined); // the command ends, then what it stood on
  try {
    const databaseUrl = withoutDatabase.has(args[0]) ? undefined : await findDatabase(args[0], which);
    process.exitCode = await runCommand(args, databaseUrl);
  } finally {
    await undo.undo();
  }
});

async function findDatabase(command, which) {
  const url = process.env.DATABASE_URL;
  if (!url) return borrowDatabase({ dataRoot, which, create: command === 'restore', undo });
  await checkDatabase(url);
  return url;
}

/** @param {string[]} args @param {string | undefined} databaseUrl @returns {Promise<number>} its exit code */
function runCommand(args, databaseUrl) {
  const env = { ...process.env, REGLAMENT_DATA_DIR: dataRoot, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
  const child = fork(inRepository('apps/cli/dist/main.js'), args, { stdio: 'inherit', env });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
