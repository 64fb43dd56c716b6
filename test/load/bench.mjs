/*
 * npm run bench [-- --quick] [-- --json FILE] [-- --only advance,in-process,http,wide,timers,finished,start,panel]
 *
 * The table of architecture §7, as far as it exists: the product beside `limit.mjs`, run as it is, in the same run on the same durable
 * database. Ends with an integrity check. Exit code 1 when anything fails or misses its bar.
 */
import { writeFileSync } from 'node:fs';
import { buildPanel } from '../../tools/build/build-panel.mjs';
import { buildServer } from '../../tools/build/build-server.mjs';
import { runMain } from '../../tools/lib/main.mjs';
import { UndoStack } from '../../tools/start/undo-stack.mjs';
import { readOptions } from './bench/options.mjs';
import { print } from './bench/rows.mjs';

const undo = new UndoStack();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void undo.undo().then(() => process.exit(130)));

await runMain(async () => {
  const options = readOptions(process.argv.slice(2));
  await buildServer();
  await buildPanel();
  // The product's own libs are only there once they have been built.
  const { measureAll } = await import('./bench/measure-all.mjs');
  try {
    const { rows, clean, settings } = await measureAll(options, undo);
    console.log('');
    print(rows);
    console.log(clean === null ? '' : `verify: ${clean ? 'clean' : 'DAMAGE WAS FOUND'}`);
    if (options.json) writeFileSync(options.json, `${JSON.stringify({ at: new Date().toISOString(), quick: options.quick, node: process.version, ...settings, verify: clean, rows }, null, 2)}\n`);
    process.exitCode = clean === false || rows.some(({ ok }) => !ok) ? 1 : 0;
  } finally {
    await undo.undo();
  }
});
