/*
 * npm run bench:peers [-- --quick] [-- --json FILE]
 *
 * The same work side by side in one run, on one durable database: cases of three human steps by 32 clients on `limit.mjs`, on the product, on
 * DBOS Transact and on bpmn-engine with its state in PostgreSQL. Installs the peers itself, outside the product. Exit code 1 when anything fails.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildServer } from '../../tools/build/build-server.mjs';
import { runMain } from '../../tools/lib/main.mjs';
import { UndoStack } from '../../tools/start/undo-stack.mjs';
import { limitProgram } from './bench/options.mjs';
import { installPeers, PEERS } from './peers/install.mjs';

const CLIENTS = 32;
const undo = new UndoStack();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void undo.undo().then(() => process.exit(130)));

await runMain(async () => {
  const { values } = parseArgs({ args: process.argv.slice(2), options: { json: { type: 'string' }, quick: { type: 'boolean', default: false } } });
  const [cases, repeats] = values.quick ? [200, 1] : [1000, 3];
  const program = limitProgram();
  await buildServer();
  const [{ startServer }, { makeBase }, { runInProcess }, { runLimit }, { runPeer }, { median }, { print, row }] = await Promise.all([
    import('./bench/server.mjs'), import('./bench/base.mjs'), import('./bench/in-process.mjs'), import('./bench/limit.mjs'), import('./peers/run-peer.mjs'), import('./bench/statistics.mjs'), import('./bench/rows.mjs'),
  ]);
  try {
    const server = await startServer(undo);
    const folder = installPeers(server.folder);
    const { url } = server;
    const base = await makeBase(server, undo);
    const peer = (name) => () => runPeer({ folder, program: name, url, cases, clients: CLIENTS });
    const runners = {
      'limit (bare SQL)': () => runLimit({ program, url, cases, clients: CLIENTS }),
      'Reglament, in-process': () => runInProcess(base, { cases, clients: CLIENTS }),
      [`DBOS Transact ${PEERS['@dbos-inc/dbos-sdk']}`]: peer('dbos.mjs'),
      [`bpmn-engine ${PEERS['bpmn-engine']}, state saved after each step`]: peer('bpmn-engine.mjs'),
    };
    /** @type {Record<string, import('./bench/statistics.mjs').Measured[]>} */
    const measured = Object.fromEntries(Object.keys(runners).map((name) => [name, []]));
    // They take turns, so that what else the machine does meets all of them.
    for (let n = 0; n < repeats; n += 1) for (const [name, run] of Object.entries(runners)) measured[name].push(await run());
    const limit = median(measured['limit (bare SQL)']);
    const rows = Object.entries(measured).flatMap(([name, runs]) => {
      const { perSecond, p50, p99 } = median(runs);
      return [row(`${name}, ${CLIENTS} clients`, perSecond, 'completions/s', { ratio: perSecond / limit.perSecond }), row(`${name}: p50`, p50, 'ms'), row(`${name}: p99`, p99, 'ms')];
    });
    console.log('');
    print(rows);
    if (values.json) writeFileSync(values.json, `${JSON.stringify({ at: new Date().toISOString(), quick: values.quick, node: process.version, ...server.settings, rows }, null, 2)}\n`);
  } finally {
    await undo.undo();
  }
});
