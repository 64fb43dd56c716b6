/*
 * npm run chaos [-- --seed N] [-- --rounds 50] [-- --json FILE]
 *
 * The real product under load, killed with SIGKILL at random moments: API, worker, PostgreSQL. Every acknowledged answer stands in a
 * ledger that is synced to disk. In the end `verify` must be clean and the ledger must agree with the database. The seed is printed: it
 * gives the same kills again, the load around them is the machine's own.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildServer } from '../../tools/build/build-server.mjs';
import { runMain } from '../../tools/lib/main.mjs';
import { checkLedger } from './check-ledger.mjs';
import { signIn } from './client.mjs';
import { drive } from './driver.mjs';
import { openLedger } from './ledger.mjs';
import { loadDefinition } from './load-definition.mjs';
import { startProduct } from './product.mjs';
import { seededRandom } from './seeded-random.mjs';

const CLIENTS = 8;
/** Milliseconds of load between two kills. */
const LOAD = { shortest: 300, longest: 2500 };
/** How often each part is the victim. */
const VICTIMS = ['api', 'api', 'api', 'worker', 'worker', 'database'];
const LOGINS = ['methodist', 'specialist', 'deputy'];

await runMain(async () => {
  const { values } = parseArgs({ options: { seed: { type: 'string' }, rounds: { type: 'string', default: '50' }, json: { type: 'string' }, keep: { type: 'boolean', default: false } } });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  const rounds = Number(values.rounds);
  console.log(`seed ${seed}, ${rounds} kills`);
  await buildServer();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'reglament-chaos-'));
  chmodSync(folder, 0o711); // the database's account must get through
  const report = await run({ seed, rounds, folder });
  console.log(JSON.stringify(report, null, 2));
  if (values.json) writeFileSync(values.json, JSON.stringify(report, null, 2));
  if (report.clean && !values.keep) rmSync(folder, { recursive: true, force: true });
  else console.log(`the database and the logs are in ${folder}`);
  process.exit(report.clean ? 0 : 1);
});

async function run({ seed, rounds, folder }) {
  const product = await startProduct(folder);
  try {
    return await torment({ product, seed, rounds, folder });
  } finally {
    await product.stop();
  }
}

async function torment({ product, seed, rounds, folder }) {
  const { contentHash } = await import('@reglament/contracts');
  const { readDemoPasswords, verifyBase } = await import('@reglament/runtime');
  const { appConnection, connectStore, findAllOrganisations, inTransaction, publishDefinition } = await import('@reglament/store');
  const random = seededRandom(seed);
  const store = await connectStore(appConnection(product.databaseUrl));
  const [root] = await findAllOrganisations(store);
  const hash = contentHash({ definition: loadDefinition, forms: {} });
  await inTransaction(store, (tx) => publishDefinition(tx, { organisation: root.id, key: loadDefinition.key, hash, title: loadDefinition.title, content: loadDefinition, origin: 'panel', package: null, publishedBy: null }, { forms: {} }, null));

  const passwords = await readDemoPasswords(product.accountsFile);
  const accounts = await Promise.all(LOGINS.map((login) => signIn(product.base, { login, password: passwords.get(login) })));
  const ledger = openLedger(path.join(folder, 'ledger.jsonl'));
  const load = drive(Array.from({ length: CLIENTS }, (_, i) => accounts[i % accounts.length]), ledger, random);
  const began = performance.now();
  const kills = { api: 0, worker: 0, database: 0 };
  for (let round = 0; round < rounds; round += 1) {
    await pause(random.between(LOAD.shortest, LOAD.longest));
    const victim = random.pick(VICTIMS);
    const acknowledged = load.statistics.ok;
    // A kill counts when the load had gone on: otherwise the product was still down from the one before.
    await until(() => load.statistics.ok > acknowledged + 5, 60_000, `the load goes on after kill ${round}`);
    product.kill[victim]();
    kills[victim] += 1;
    if (process.env.CHAOS_TRACE) console.log(`${((performance.now() - began) / 1000).toFixed(1)} s  ${victim} killed, ${load.statistics.ok} acknowledged, ${load.statistics.unknown} unknown`);
  }
  await pause(2000);
  await until(async () => (await accounts[0].get('/session')).outcome === 'ok', 60_000, 'the product is up again');
  await load.finish();
  const due = async () => (await store.query({ text: `select (select count(*) from outbox)::int + (select count(*) from child_starts)::int as n` }))[0].n;
  await until(async () => (await due().catch(() => 1)) === 0, 120_000, 'the outbox is empty');
  const entries = ledger.read();
  const wrong = await checkLedger(store, entries);
  const verified = await verifyBase(store);
  const [cases] = await store.query({ text: `select count(*)::int as cases, count(*) filter (where status = 'completed')::int as completed from process_instances where parent is null` });
  const [incidents] = await store.query({ text: `select count(*)::int as n, array_agg(distinct code) as codes from incidents where status = 'open'` });
  ledger.close();
  await store.close();
  return {
    seed, kills, acknowledged: entries.length, ...load.statistics, ...cases, incidents: incidents.n, incidentCodes: incidents.codes,
    ledger: wrong.slice(0, 20), verify: verified.checks.filter(({ outcome }) => outcome === 'broken'), clean: wrong.length === 0 && verified.clean && incidents.n === 0,
  };
}

function pause(milliseconds) {
  return new Promise((resolve) => { setTimeout(resolve, milliseconds); });
}

async function until(holds, within, what) {
  const end = Date.now() + within;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${within / 1000} s: ${what}`);
    await pause(50);
  }
}
