/*
 * node test/load/http-beside.mjs OTHER [--rounds 12] [--cases 150] [--clients 32]
 *
 * Completions over HTTP of this checkout and of another (a folder with the repository, built), in turns on one machine: what else runs
 * there meets both. Prints the processor time of each completion; rates are worth something on a quiet machine alone.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { runMain } from '../../tools/lib/main.mjs';
import { inRepository } from '../../tools/lib/paths.mjs';
import { Refusal } from '../../tools/lib/refusal.mjs';
import { UndoStack } from '../../tools/start/undo-stack.mjs';
import { mainThreadTime, processorTime } from './bench/processor-time.mjs';

const undo = new UndoStack();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void undo.undo().then(() => process.exit(130)));

/** Serves the cases of one checkout by its own code. */
async function open(root, { rounds, cases, clients }) {
  const load = (file) => import(pathToFileURL(path.join(root, 'test/load/bench', file)).href);
  const [{ startServer }, { makeBase, STEPS }, { serveCases }] = await Promise.all(['server.mjs', 'base.mjs', 'over-http.mjs'].map(load));
  const server = await startServer(undo);
  const base = await makeBase(server, undo);
  const served = await serveCases(base, server, { cases: rounds * cases, clients, undo });
  undo.push(() => served.close());
  return { root, served, count: cases * STEPS, main: [], whole: [], rates: [] };
}

async function round({ served, count, main, whole, rates }, cases) {
  const before = [mainThreadTime(served.pid), processorTime(served.pid)];
  const { perSecond } = await served.complete(cases);
  main.push((mainThreadTime(served.pid) - before[0]) / count);
  whole.push((processorTime(served.pid) - before[1]) / count);
  rates.push(perSecond);
}

const quantile = (numbers, at) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * at)];

await runMain(async () => {
  const { values, positionals: [other] } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '12' }, cases: { type: 'string', default: '150' }, clients: { type: 'string', default: '32' } } });
  if (process.platform !== 'linux') throw new Refusal('Время процессора читается только в Linux.', 'Processor time is read on Linux alone.');
  if (other === undefined) throw new Refusal('Укажите папку другой копии.', 'Name the folder of the other checkout.');
  const sizes = { rounds: Number(values.rounds), cases: Number(values.cases), clients: Number(values.clients) };
  try {
    const sides = [];
    for (const root of [path.resolve(other), inRepository('.')]) sides.push(await open(root, sizes));
    for (let n = 0; n < sizes.rounds; n += 1) for (const side of n % 2 === 0 ? sides : sides.toReversed()) await round(side, sizes.cases);
    for (const { root, main, whole, rates } of sides) {
      console.log(`${root}: main thread ${quantile(main, 0.25).toFixed(3)} ms a completion (lower quartile; median ${quantile(main, 0.5).toFixed(3)}), whole process ${quantile(whole, 0.25).toFixed(3)} ms, ${quantile(rates, 0.5).toFixed(0)}/s (median)`);
    }
  } finally {
    await undo.undo();
  }
});
