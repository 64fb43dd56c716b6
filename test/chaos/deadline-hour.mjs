/*
 * node test/chaos/deadline-hour.mjs [--seed N] [--parts 400] [--kills 16]
 *
 * The hour in which a term ends for everybody: cases that ask many respondents, each with a reminder, an escalation and an end of the term;
 * people answer while the clock goes from one working day to the next, and API, worker and PostgreSQL are killed with SIGKILL meanwhile. In
 * the end every timer has fired or was cancelled, once; every answer that was acknowledged stands; each case went on when its last part
 * had ended, and `verify` is clean.
 */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildServer } from '../../tools/build/build-server.mjs';
import { runMain } from '../../tools/lib/main.mjs';
import { checkLedger } from './check-ledger.mjs';
import { signIn } from './client.mjs';
import { deadlineDefinition } from './deadline-definition.mjs';
import { openLedger } from './ledger.mjs';
import { startProduct } from './product.mjs';
import { publishForChaos } from './publish-for-chaos.mjs';
import { seededRandom } from './seeded-random.mjs';
import { timerFaults } from './timer-faults.mjs';
import { pause, until } from './until.mjs';

const ANSWERING = ['methodist', 'specialist', 'deputy'];
const CASES = 4;
/** Reminder on the last day, escalation a working day after it, the end two days after it, and a day to see that nothing comes again. */
const WORKING_DAYS = 6;
const VICTIMS = ['worker', 'worker', 'worker', 'api', 'api', 'database'];
const PATIENCE = 600;

/** Asks again, under the same key, until the product has said yes or no. */
async function insist(person, url, body) {
  const key = randomUUID();
  for (let asked = 0; asked < PATIENCE; asked += 1) {
    const answer = await person.post(url, body, key);
    if (answer.outcome !== 'unknown') return { key, ...answer };
    await pause(100);
  }
  throw new Error(`no answer from ${url} in a minute`);
}

async function killWhileTimersFire(product, random, kills, left) {
  const killed = { api: 0, worker: 0, database: 0 };
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(random.between(20, 400));
    if ((await left().catch(() => 1)) === 0) break;
    const victim = random.pick(VICTIMS);
    product.kill[victim]();
    killed[victim] += 1;
  }
  return killed;
}

await runMain(async () => {
  const { values } = parseArgs({ options: { seed: { type: 'string' }, parts: { type: 'string', default: '400' }, kills: { type: 'string', default: '16' } } });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  const [parts, kills] = [Number(values.parts), Number(values.kills)];
  console.log(`seed ${seed}, ${parts} parts, up to ${kills} kills`);
  await buildServer();
  const { readDemoPasswords, verifyBase } = await import('@reglament/runtime');
  const { appConnection, connectStore } = await import('@reglament/store');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'reglament-deadline-'));
  chmodSync(folder, 0o711); // the database's account must get through
  const product = await startProduct(folder, { REGLAMENT_DEMO_CASES: 'off' });
  const store = await connectStore(appConnection(product.databaseUrl));
  const one = async (text, given = []) => Number((await store.query({ text }, given))[0].n);
  const random = seededRandom(seed);
  const passwords = await readDemoPasswords(product.accountsFile);
  const enter = (login) => signIn(product.base, { login, password: passwords.get(login) });
  const [admin, ...people] = await Promise.all(['admin', ...ANSWERING].map(enter));
  const ledger = openLedger(path.join(folder, 'ledger.jsonl'));
  await publishForChaos(store, deadlineDefinition(Math.ceil(parts / CASES)));
  for (let n = 0; n < CASES; n += 1) await insist(people[0], '/process-instances', { definition: 'chaos-deadline' });
  const open = () => one(`select count(*) as n from tasks t join process_instances i on i.id = t.instance where i.definition_key = 'chaos-deadline' and t.status = 'open'`);
  await until(async () => (await open()) === CASES * Math.ceil(parts / CASES), 300_000, 'every part has been asked');

  // A third answers, in the hours in which everything else happens.
  const tasks = (await store.query({ text: `select t.id from tasks t join process_instances i on i.id = t.instance where i.definition_key = 'chaos-deadline' and t.status = 'open' order by t.id` })).map(({ id }) => id);
  const toAnswer = tasks.filter(() => random.next() < 0.34);
  const statistics = { answered: 0, refused: 0 };
  const businessNow = async () => (await admin.get('/clock')).value?.businessTime;
  const due = async () => one(`select (select count(*) from timers where at <= $1)::int + (select count(*) from outbox)::int + (select count(*) from child_starts)::int as n`, [await businessNow()]);
  const killed = { api: 0, worker: 0, database: 0 };
  for (let day = 0; day < WORKING_DAYS; day += 1) {
    const moved = await insist(admin, '/clock', { workingDays: 1 });
    if (moved.outcome !== 'ok') throw new Error(`the clock did not move: ${moved.status}`);
    const answers = toAnswer.splice(0, Math.ceil(toAnswer.length / 2)).map((task, i) => async () => {
      const person = people[i % people.length];
      const { key, outcome, value } = await insist(person, `/tasks/${task}/complete`, { outcome: 'done' });
      statistics[outcome === 'ok' ? 'answered' : 'refused'] += 1;
      if (outcome === 'ok') ledger.write({ kind: 'complete', key, actor: person.actor, instance: value.instance, task, number: null });
    });
    const answering = Promise.all(people.map(async () => { for (let next = answers.shift(); next; next = answers.shift()) await next(); }));
    const harmed = await killWhileTimersFire(product, random, Math.ceil(kills / WORKING_DAYS), due);
    for (const victim of Object.keys(killed)) killed[victim] += harmed[victim];
    await answering;
    await until(async () => (await admin.get('/session')).outcome === 'ok', 60_000, 'the product is up again');
    await until(async () => (await due().catch(() => 1)) === 0, 300_000, `everything that is due on day ${day + 1} has been done`);
  }
  const entries = ledger.read();
  const wrong = [...await checkLedger(store, entries), ...await timerFaults(store, 'chaos-deadline')];
  const verified = await verifyBase(store);
  const report = {
    seed, killed, parts: tasks.length, ...statistics,
    fired: await one(`select count(*) as n from history h join process_instances i on i.id = h.instance where i.definition_key = 'chaos-deadline' and h.kind = 'timerFired'`),
    completed: await one(`select count(*) as n from process_instances where definition_key = 'chaos-deadline' and parent is null and status = 'completed'`),
    incidents: await one(`select count(*) as n from incidents where status = 'open'`),
    wrong: wrong.slice(0, 20), verify: verified.checks.filter(({ outcome }) => outcome !== 'holds'),
  };
  report.clean = wrong.length === 0 && verified.clean && report.incidents === 0 && report.completed === CASES;
  console.log(JSON.stringify(report, null, 2));
  ledger.close();
  await store.close();
  await product.stop();
  if (report.clean) rmSync(folder, { recursive: true, force: true });
  else console.log(`the database and the logs are in ${folder}`);
  process.exit(report.clean ? 0 : 1);
});
