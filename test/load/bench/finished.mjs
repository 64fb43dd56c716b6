import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { completeTask } from '../../../libs/runtime/dist/index.js';
import { ANSWER, answerOf, makeBase, openRuntime, settle, startCases } from './base.mjs';
import { runInProcess } from './in-process.mjs';
import { onServer } from './server.mjs';

/** How many tasks wait in the worklist that is read. */
const OPEN = 300;
const READS = 400;

/**
 * What people do beside many finished cases (architecture §7): completions by 32 clients, and the first page of a worklist. Each of two databases
 * of their own is measured alike; one of them holds `count` copies of a case that has ended: its row, its tasks, its history, its submissions.
 *
 * @param {Awaited<ReturnType<typeof import('./server.mjs').startServer>>} server
 * @param {import('../../../tools/start/undo-stack.mjs').UndoStack} undo
 * @param {{ count: number, cases: number }} options
 */
export async function besideFinished(server, undo, { count, cases }) {
  const empty = await measureBeside(0);
  return { empty, full: await measureBeside(count) };

  async function measureBeside(finished) {
    const database = `reglament_bench_${finished}`;
    await onServer(server.server, (client) => client.query(`create database ${database}`));
    const url = server.urlOf(database);
    const base = await makeBase({ ...server, url }, undo);
    const ended = await endOne(base);
    if (finished > 0) await copyCase(url, ended, finished);
    const worklist = await readWorklist(base);
    return { worklist, completions: await runInProcess(base, { cases, clients: 32 }) };
  }
}

/** @returns {Promise<string>} the case that has ended */
async function endOne(base) {
  const { runtime, close } = await openRuntime(base);
  try {
    const [{ task, person }] = await startCases(runtime, base.people, 1);
    for (let next = task; next !== undefined;) next = answerOf(await completeTask(runtime.shell, person.caller, { task: next, body: ANSWER, idempotencyKey: randomUUID() })).next[0];
    const [ended] = await base.store.query({ text: `select id from process_instances where status = 'completed'` });
    if (ended === undefined) throw new Error('The case to be copied has not ended');
    return ended.id;
  } finally {
    await close();
  }
}

/** @returns {Promise<{ p50: number, p95: number }>} milliseconds of a worklist's first page */
async function readWorklist(base) {
  const { runtime, close } = await openRuntime(base);
  try {
    await startCases(runtime, base.people, OPEN);
    await settle(base.store);
    const latencies = [];
    for (let n = 0; n < READS; n += 1) {
      const { caller } = base.people[n % base.people.length];
      const begun = performance.now();
      answerOf(await runtime.listTasks(caller, { scope: n % 2 === 0 ? 'mine' : 'available' }, { limit: 25 }));
      latencies.push(performance.now() - begun);
    }
    latencies.sort((a, b) => a - b);
    return { p50: latencies[READS >> 1], p95: latencies[Math.floor(READS * 0.95)] };
  } finally {
    await close();
  }
}

/** Every row that the case has left, once more for each copy; what is unique gets a value of its own, and the copies lie in the past. */
async function copyCase(url, id, count) {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('create unlogged table copies as select n, gen_random_uuid() as id from generate_series(1, $1::int) n', [count]);
  const past = (column) => `${column} - copies.n * interval '30 seconds'`;
  const own = {
    process_instances: { id: 'copies.id', started_at: past('started_at'), ended_at: past('ended_at') },
    tasks: { id: `copies.id || '.' || split_part(one.id, '.', 2)`, instance: 'copies.id', opened_at: past('opened_at'), closed_at: past('closed_at') },
    history: { instance: 'copies.id', command: 'gen_random_uuid()', at: past('at') },
    submissions: { id: 'gen_random_uuid()', instance: 'copies.id', at: past('at'), task: `copies.id || '.' || split_part(one.task, '.', 2)` },
  };
  for (const [table, values] of Object.entries(own)) {
    const { rows } = await owner.query(`select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`, [table]);
    const names = rows.map(({ name }) => name);
    await owner.query(`insert into ${table} (${names.join(', ')}) select ${names.map((name) => values[name] ?? `one.${name}`).join(', ')} from ${table} one, copies where one.${table === 'process_instances' ? 'id' : 'instance'} = $1`, [id]);
  }
  await owner.query('drop table copies');
  // As autovacuum and the next checkpoint leave it: a bench does not wait for them.
  for (const table of Object.keys(own)) await owner.query(`vacuum analyze ${table}`);
  await owner.query('checkpoint');
  await owner.end();
}
