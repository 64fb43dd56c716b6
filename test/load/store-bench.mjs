/**
 * Completions per second of the store alone (load and save of full rows, no engine, no validation), against `limit.mjs` run unmodified
 * on the same database. Shows early whether the ratio of the whole runtime can be reached.
 *
 * Usage: node test/load/store-bench.mjs [--cases N] [--clients 1,32,128] [--lanes N] [--repeats N] [--json FILE]
 * DATABASE_URL: a server whose role may create databases; without it an embedded one is started, durable as for the product.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startPostgres } from '../../tools/postgres/server.mjs';
import { addOrganisation, connectStore, loadTask, prepareDatabase, saveTransition, sealSubmission } from '../../libs/store/dist/index.js';

const { values: options } = parseArgs({
  options: {
    cases: { type: 'string', default: '3000' },
    clients: { type: 'string', default: '1,32,128' },
    lanes: { type: 'string', default: '2' },
    repeats: { type: 'string', default: '3' },
    json: { type: 'string' },
  },
});

const STEPS = 3;
const limitProgram = process.env.REGLAMENT_LIMIT ?? path.resolve('../shared/bench/limit.mjs');

const server = process.env.DATABASE_URL ? { server: new URL('.', process.env.DATABASE_URL).href.replace(/\/$/, ''), stop: () => undefined } : await embedded();
const database = `reglament_bench_${process.pid}`;
await onServer((client) => client.query(`create database ${database}`));
const ownerUrl = `${server.server}/${database}`;
const rows = [];
try {
  const app = await prepareDatabase(ownerUrl);
  console.log(await onServer(async (client) => (await client.query("select version(), current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit")).rows[0]));
  for (const clients of options.clients.split(',').map(Number)) {
    const limit = median(repeat(() => runLimit(clients)));
    const store = median(await repeatAsync(() => runStore(app, clients)));
    const row = { clients, limit, store, ratio: round(store.perSecond / limit.perSecond) };
    rows.push(row);
    console.log(JSON.stringify(row));
  }
} finally {
  await onServer((client) => client.query(`drop database ${database} with (force)`));
  await server.stop();
}
if (options.json) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`);

async function embedded() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'reglament-bench-'));
  const postgres = await startPostgres({ dataRoot: folder });
  return { server: postgres.server, stop: async () => { await postgres.stop(); rmSync(folder, { recursive: true, force: true }); } };
}

async function onServer(work) {
  const client = new pg.Client({ connectionString: `${server.server}/postgres` });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function runLimit(clients) {
  // The program imports `pg` as seen from its own folder; Node's resolver needs ours, so a copy runs from here.
  if (!existsSync(limitProgram)) throw new Error(`limit.mjs is not at ${limitProgram}: set REGLAMENT_LIMIT`);
  const cases = clients === 1 ? Math.ceil(options.cases / 5) : options.cases;
  const run = spawnSync(process.execPath, ['--import', new URL('resolve-from-here.mjs', import.meta.url).href, limitProgram, ownerUrl, String(cases), String(clients)], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  const { completions_s: perSecond, p50_ms: p50, p99_ms: p99 } = JSON.parse(run.stdout.trim().split('\n').at(-1));
  return { perSecond, p50, p99 };
}

async function runStore(app, clients) {
  const store = await connectStore({ ...app, lanes: Number(options.lanes) });
  const cases = clients === 1 ? Math.ceil(options.cases / 5) : Number(options.cases);
  const organisation = randomUUID();
  const path = await addOrganisation(store, { id: organisation, parent: null, shortName: 'Центр', fullName: 'Методический центр', kind: 'office', timeZone: 'Europe/Moscow', calendar: 'russia' });
  const person = `person:${randomUUID()}`;
  const performers = [`role:head@${organisation}`];
  const tasks = [];
  for (let from = 0; from < cases; from += 500) {
    tasks.push(...await Promise.all(Array.from({ length: Math.min(500, cases - from) }, () => start(store, organisation, path, person, performers))));
  }
  let next = 0;
  const latencies = [];
  const client = async () => {
    while (next < cases) {
      let task = tasks[next++];
      for (let step = 0; step < STEPS; step += 1) {
        const begin = performance.now();
        task = await complete(store, task, person, performers);
        latencies.push(performance.now() - begin);
      }
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - begin) / 1000;
  await store.close();
  latencies.sort((a, b) => a - b);
  return { perSecond: round(STEPS * cases / seconds), p50: round(latencies[latencies.length >> 1]), p99: round(latencies[Math.floor(latencies.length * 0.99)]) };
}

async function start(store, organisation, path, person, performers) {
  const id = randomUUID();
  const task = openTask(`${id}.2`, 1, performers);
  const after = {
    id, definitionHash: 'd'.repeat(64), organisation, starter: person, startedAt: now(), status: 'active', result: null, state: 'draft', subject: 'О проведении мониторинга',
    businessKey: null, parent: null, scopeNode: null, variables: { title: 't', text: 'x'.repeat(500) }, outcomes: {}, performedBy: {}, approvals: {},
    tokens: [{ id: 1, node: 'step-0', scope: null }], activities: [activity(1, [task])], nextId: 3,
  };
  const saved = await saveTransition(store, {
    before: { definition: { key: 'bench', version: 1 }, path }, after, command: randomUUID(), actor: null, at: now(),
    effects: [fact('instanceStarted', {}), ...opened(task, 1, performers)],
  });
  if (saved.kind !== 'saved') throw new Error('A start was refused');
  return task.id;
}

async function complete(store, id, person, performers) {
  const key = randomUUID();
  const loaded = await loadTask(store, { task: id, idempotency: { actor: person, key } });
  const { snapshot } = loaded;
  const activityId = loaded.task.activity + 1;
  const task = openTask(`${snapshot.id}.${snapshot.nextId}`, activityId, performers);
  const data = { decision: 'approve', note: 'ok'.repeat(20) };
  const seal = sealSubmission({ data, remark: null });
  const saved = await saveTransition(store, {
    before: loaded.head,
    after: { ...snapshot, nextId: snapshot.nextId + 1, activities: [activity(activityId, [task])], outcomes: { ...snapshot.outcomes, [loaded.task.node]: 'approve' } },
    command: randomUUID(), actor: { person, right: { kind: 'direct' } }, at: now(),
    effects: [
      { type: 'closeTask', task: id, status: 'completed', outcome: 'approve', by: person, node: loaded.task.node },
      fact('taskCompleted', { task: id, by: person, data: { outcome: 'approve', submission: seal.hash } }),
      ...opened(task, activityId, performers),
    ],
    submission: { id: randomUUID(), task: id, node: loaded.task.node, form: { key: 'bench', hash: 'f'.repeat(64) }, outcome: 'approve', data, remark: null, author: person, ...seal },
    idempotency: { actor: person, key, requestHash: seal.hash, response: { task: id } },
  });
  if (saved.kind !== 'saved') throw new Error('A completion was refused');
  return task.id;
}

function opened(task, activityId, performers) {
  return [
    { type: 'openTask', task, activity: activityId, node: `step-${activityId}`, title: { ru: 'Согласовать', en: 'Approve' }, form: 'f'.repeat(64), priority: 50, state: 'draft', why: { performers: [{ type: 'role', role: 'head' }], due: { term: { workingDays: 5 } }, path: [] } },
    fact('taskOpened', { task: task.id, data: { performers, dueAt: task.dueAt, slot: null } }),
    { type: 'notify', kind: 'taskAssigned', to: performers, task: task.id, node: `step-${activityId}` },
  ];
}

function openTask(id, activityId, performers) {
  return { id, performers, assignee: null, excluded: [], dueAt: '2026-12-01T15:00:00.000Z', slot: activityId };
}

function activity(id, tasks) {
  return { id, token: 1, node: `step-${id}`, scope: null, enteredAt: now(), tasks, timers: [], approval: null, children: null, items: null };
}

function fact(kind, given) {
  return { type: 'history', fact: { kind, node: 'step', activity: 1, task: null, by: null, data: {}, ...given } };
}

function now() {
  return new Date().toISOString();
}

function repeat(run) {
  return Array.from({ length: Number(options.repeats) }, run);
}

async function repeatAsync(run) {
  const results = [];
  for (let n = 0; n < Number(options.repeats); n += 1) results.push(await run());
  return results;
}

function median(results) {
  return results.toSorted((a, b) => a.perSecond - b.perSecond)[results.length >> 1];
}

function round(value) {
  return Math.round(value * 100) / 100;
}
