import path from 'node:path';
import { checkLedger } from './check-ledger.mjs';
import { signIn } from './client.mjs';
import { drive } from './driver.mjs';
import { openLedger } from './ledger.mjs';
import { loadDefinition } from './load-definition.mjs';
import { publishForChaos } from './publish-for-chaos.mjs';
import { seededRandom } from './seeded-random.mjs';
import { pause, until } from './until.mjs';

const LOGINS = ['methodist', 'specialist', 'deputy'];

/**
 * The product under load while `harm` does its worst; then everything that was acknowledged is looked for in the database, and verify
 * must be clean.
 *
 * @param {{ product: Awaited<ReturnType<typeof import('./product.mjs').startProduct>>, folder: string, seed: number, clients: number, openEnough: number,
 *   harm: (load: { statistics: { ok: number, unknown: number } }, random: ReturnType<typeof seededRandom>) => Promise<object> }} given harm:
 *   gives what it did, for the report
 */
export async function torment({ product, folder, seed, clients, openEnough, harm }) {
  const { readDemoPasswords, verifyBase } = await import('@reglament/runtime');
  const { appConnection, connectStore } = await import('@reglament/store');
  const random = seededRandom(seed);
  const store = await connectStore(appConnection(product.databaseUrl));
  await publishForChaos(store, loadDefinition);
  const passwords = await readDemoPasswords(product.accountsFile);
  const accounts = await Promise.all(LOGINS.map((login) => signIn(product.base, { login, password: passwords.get(login) })));
  const ledger = openLedger(path.join(folder, 'ledger.jsonl'));
  const load = drive(Array.from({ length: clients }, (_, i) => accounts[i % accounts.length]), ledger, random, openEnough);
  const harmed = await harm(load, random);
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
    seed, ...harmed, acknowledged: entries.length, ...load.statistics, ...cases, incidents: incidents.n, incidentCodes: incidents.codes,
    ledger: wrong.slice(0, 20), verify: verified.checks.filter(({ outcome }) => outcome !== 'holds'), clean: wrong.length === 0 && verified.clean && incidents.n === 0,
  };
}
