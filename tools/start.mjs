/*
 * npm start [-- --empty] [-- --port N]
 *
 * From a fresh clone to a served page: dependencies, build, embedded PostgreSQL (or DATABASE_URL), then the product's process, which
 * migrates and loads the packages itself. Whatever was killed before is picked up again.
 */
import path from 'node:path';
import { buildPanel } from './build/build-panel.mjs';
import { buildServer } from './build/build-server.mjs';
import { ensureInstalled } from './build/install.mjs';
import { runMain } from './lib/main.mjs';
import { checkNodeVersion } from './lib/node-version.mjs';
import { inRepository } from './lib/paths.mjs';
import { stopRunning } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { endLeftOverApi, startApi } from './start/api-process.mjs';
import { checkDatabase } from './start/database.mjs';
import { readOptions } from './start/options.mjs';
import { openEmbeddedDatabase } from './start/own-database.mjs';
import { assertPortFree } from './start/port.mjs';
import { UndoStack } from './start/undo-stack.mjs';

const program = inRepository('apps/api/dist/main.js');
const dataRoot = path.resolve(process.env.REGLAMENT_DATA_DIR || inRepository('.data'));
const undo = new UndoStack();
let interrupted = false;

await runMain(async () => {
  checkNodeVersion();
  const options = readOptions(process.argv.slice(2), process.env);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onInterrupt);
  undo.push(stopRunning);
  try {
    await serve(options);
  } catch (error) {
    await undo.undo();
    if (!interrupted) throw error;
  }
});

async function serve({ empty, port }) {
  await ensureInstalled();
  // Both builds and the database at once. All are waited for, even when one fails: what was started must be known to be stopped.
  const database = openDatabase(empty);
  const steps = await Promise.allSettled([database, buildServer(), buildPanel()]);
  for (const step of steps) if (step.status === 'rejected') throw step.reason;
  await endLeftOverApi(dataRoot, program);
  await assertPortFree(port);
  say('запускаю…', 'starting…');
  const api = startApi({ program, dataRoot, env: settings({ databaseUrl: await database, port, empty }), onProgress: say });
  undo.push(() => api.stop());
  announce(await api.ready, empty);
  const code = await api.ended;
  if (interrupted) return;
  await undo.undo();
  process.stderr.write(`Сервер остановился с кодом ${code}; журнал: ${dataRoot}/reglament.log / The server ended with code ${code}; see its log.\n`);
  process.exit(1);
}

async function openDatabase(empty) {
  const url = process.env.DATABASE_URL;
  if (!url) return openEmbeddedDatabase({ dataRoot, empty, undo });
  await checkDatabase(url);
  return url;
}

function settings({ databaseUrl, port, empty }) {
  return {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    REGLAMENT_DATA_DIR: dataRoot,
    REGLAMENT_PORT: String(port),
    REGLAMENT_EMPTY: empty ? '1' : '',
  };
}

/** @param {{ url: string, accountsFile?: string }} served @param {boolean} empty */
function announce({ url, accountsFile }, empty) {
  say(`Регламент работает: ${url}`, `Reglament serves: ${url}`);
  if (accountsFile) say(`учётные записи: ${accountsFile}`, `accounts: ${accountsFile}`);
  else if (empty) say('откройте адрес, чтобы создать администратора', 'open the address to create the administrator');
  say('остановить: Ctrl-C', 'stop: Ctrl-C');
}

function onInterrupt() {
  if (interrupted) return;
  interrupted = true;
  say('останавливаю…', 'stopping…');
  void undo.undo().then(() => {
    say('остановлено', 'stopped');
    process.exit(0);
  });
}
