/*
 * npm run chaos [-- --seed N] [-- --rounds 50] [-- --points CYCLES [--at POINT,POINT]] [-- --json FILE]
 *
 * The real product under load, killed with SIGKILL: API, worker, PostgreSQL at random moments, or with --points each process at every
 * named crash point. Every acknowledged answer stands in a ledger that is synced to disk. In the end `verify` must be clean and the
 * ledger must agree with the database. The seed is printed: it gives the same kills again, the load around them is the machine's own.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildServer } from '../../tools/build/build-server.mjs';
import { runMain } from '../../tools/lib/main.mjs';
import { killAtPoints, killAtRandom } from './harm.mjs';
import { startProduct } from './product.mjs';
import { torment } from './torment.mjs';

const LOAD = { clients: 8, openEnough: 12 };

await runMain(async () => {
  const { values } = parseArgs({ options: { seed: { type: 'string' }, rounds: { type: 'string', default: '50' }, points: { type: 'string' }, at: { type: 'string' }, json: { type: 'string' }, keep: { type: 'boolean', default: false } } });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`seed ${seed}, ${values.points ? `every crash point ${values.points} times` : `${values.rounds} kills`}`);
  await buildServer();
  const { CRASH_POINTS } = await import('@reglament/runtime');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'reglament-chaos-'));
  chmodSync(folder, 0o711); // the database's account must get through
  const product = await startProduct(folder);
  const harm = values.points ? killAtPoints(product, values.at?.split(',') ?? CRASH_POINTS, Number(values.points)) : killAtRandom(product, Number(values.rounds));
  const report = await torment({ product, folder, seed, ...LOAD, harm }).finally(() => product.stop());
  console.log(JSON.stringify(report, null, 2));
  if (values.json) writeFileSync(values.json, JSON.stringify(report, null, 2));
  if (report.clean && !values.keep) rmSync(folder, { recursive: true, force: true });
  else console.log(`the database and the logs are in ${folder}`);
  process.exit(report.clean ? 0 : 1);
});
