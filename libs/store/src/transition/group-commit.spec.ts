import { randomUUID } from 'node:crypto';
import { closeTask, history, openTask, organisationIn, startOf, taskOf, testDatabase, transitionOf, type TestDatabase } from '@reglament/testing';
import { connectStore } from '../connection/connect-store.js';
import { StoreError } from '../connection/store-error.js';
import { batcher } from './batcher.js';
import { groupCommit } from './group-commit.js';
import { loadTask } from './load-task.js';
import { saveTransition } from './save-transition.js';
import type { Transition } from './transition.js';

let db: TestDatabase;
let office: { id: string; path: string };
beforeAll(async () => {
  db = await testDatabase();
  office = await organisationIn(db.store);
});
afterAll(() => db.close());

async function completion(given: Partial<Transition> = {}): Promise<Transition> {
  const start = startOf(office);
  await saveTransition(db.store, start);
  const loaded = await loadTask(db.store, { task: start.task, idempotency: null });
  if (!loaded) throw new Error('not loaded');
  return transitionOf(loaded.head, loaded.snapshot, [...closeTask(start.task, 'person:a'), ...openTask(taskOf(start.after.id, 5))], given);
}

const historyRows = async (instance: string): Promise<number> =>
  (await db.store.query<{ n: number }>({ text: 'select count(*)::int as n from history where instance = $1' }, [instance]))[0]?.n ?? -1;

describe('a batch', () => {
  it('of a hundred transitions is written in a few statements', async () => {
    const transitions = await Promise.all(Array.from({ length: 100 }, () => completion()));
    let statements = 0;
    const counted = groupCommit({ query: (statement, values) => { statements += 1; return db.store.query(statement, values); } }, 2);
    const results = await Promise.all(transitions.map((transition) => counted.save(transition)));
    expect(results.every((result) => result.kind === 'saved')).toBe(true);
    expect(statements).toBeLessThanOrEqual(3);
  });

  it('fails only for the guilty row, in whatever place it stands', async () => {
    const transitions = await Promise.all(Array.from({ length: 9 }, () => completion()));
    const guilty = transitions[4] as Transition;
    // A task that is there already: the statement as a whole fails with a duplicate key.
    transitions[4] = { ...guilty, effects: [...guilty.effects, ...openTask(taskOf((transitions[0] as Transition).after.id, 1))] };
    const results = await Promise.allSettled(transitions.map((transition) => saveTransition(db.store, transition)));
    expect(results.map((result) => result.status)).toEqual(transitions.map((_, index) => (index === 4 ? 'rejected' : 'fulfilled')));
    expect((results[4] as PromiseRejectedResult).reason).toMatchObject({ code: 'duplicate', constraint: 'tasks_pkey' });
    expect(await historyRows(guilty.after.id)).toBe(2);
  });

  it('fails only for a text that PostgreSQL cannot hold', async () => {
    const good = await completion();
    const bad = await completion();
    const results = await Promise.allSettled([good, { ...bad, after: { ...bad.after, variables: { name: 'a\u0000b' } } }].map((each) => saveTransition(db.store, each)));
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected']);
    expect((results[1] as PromiseRejectedResult).reason).toMatchObject({ code: 'invalidValue' });
  });

  it.each(['diskFull', 'timeout'] as const)('is not tried row by row when the server says %s', async (code) => {
    const transitions = await Promise.all(Array.from({ length: 6 }, () => completion()));
    let statements = 0;
    const full = groupCommit({ query: () => { statements += 1; return Promise.reject(new StoreError(code, 'no')); } }, 1);
    const results = await Promise.allSettled(transitions.map((transition) => full.save(transition)));
    expect(results.every((result) => result.status === 'rejected' && (result.reason as StoreError).code === code)).toBe(true);
    expect(statements).toBe(1);
  });

  it('gives a conflict to the one that has moved on, and to no other', async () => {
    const transitions = await Promise.all(Array.from({ length: 5 }, () => completion()));
    await saveTransition(db.store, transitions[2] as Transition);
    const results = await Promise.all(transitions.map((transition) => saveTransition(db.store, transition)));
    expect(results.map((result) => result.kind)).toEqual(['saved', 'saved', 'conflict', 'saved', 'saved']);
  });

  it('never has two items of one key, nor two under way at once', async () => {
    const underWay = new Set<string>();
    let most = 0;
    const run = batcher<string, string>({
      lanes: 3, limit: 4, keyOf: (item) => item.slice(0, 1),
      run: async (items) => {
        const keys = items.map((item) => item.slice(0, 1));
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) { expect(underWay.has(key)).toBe(false); underWay.add(key); }
        most = Math.max(most, items.length);
        await new Promise(setImmediate);
        for (const key of keys) underWay.delete(key);
        return items.map((item) => item.toUpperCase());
      },
    });
    const items = Array.from({ length: 60 }, (_, n) => `${'abcdef'[n % 6]}${n}`);
    expect(await Promise.all(items.map(run))).toEqual(items.map((item) => item.toUpperCase()));
    expect(most).toBe(4);
  });
});

/** A database that answers after the statement was carried out, or dies before or after it. */
function faulty(die: (call: number) => 'before' | 'after' | 'no') {
  let call = 0;
  return groupCommit({
    query: async (statement, values) => {
      call += 1;
      const fault = die(call);
      if (fault === 'before') throw new StoreError('unavailable', 'Connection terminated unexpectedly');
      const rows = await db.store.query(statement, values);
      if (fault === 'after') throw new StoreError('unavailable', 'Connection terminated unexpectedly');
      return rows as never[];
    },
  }, 1);
}

describe('a connection that dies while a batch is saved', () => {
  it('after the commit: every transition is found to be saved, once', async () => {
    const transitions = await Promise.all(Array.from({ length: 4 }, () => completion()));
    const commit = faulty((call) => (call === 1 ? 'after' : 'no'));
    expect((await Promise.all(transitions.map((each) => commit.save(each)))).map((result) => result.kind)).toEqual(['saved', 'saved', 'saved', 'saved']);
    for (const { after } of transitions) expect(await historyRows(after.id)).toBe(4);
  });

  it('before it: they are written again', async () => {
    const transition = await completion();
    expect((await faulty((call) => (call <= 2 ? 'before' : 'no')).save(transition)).kind).toBe('saved');
    expect(await historyRows(transition.after.id)).toBe(4);
  });

  it('after the commit, when somebody else has moved the instance on since: still saved', async () => {
    const transition = await completion();
    const lost = faulty((call) => (call === 1 ? 'after' : 'no')).save(transition);
    const other = await db.connect();
    for (;;) {
      const loaded = await loadTask(other, { task: `${transition.after.id}.5`, idempotency: null });
      if (loaded && (await saveTransition(other, transitionOf(loaded.head, loaded.snapshot, [history('stateChanged')]))).kind === 'saved') break;
    }
    expect((await lost).kind).toBe('saved');
    expect(await historyRows(transition.after.id)).toBe(5);
  });

  it('and never comes back: the outcome is told to be unknown', async () => {
    const transition = await completion();
    await expect(faulty(() => 'before').save(transition)).rejects.toMatchObject({ code: 'outcomeUnknown' });
  });

  it('really: the server is told to end it, and nothing is lost or done twice', async () => {
    const store = await connectStore({ url: db.url });
    const killer = setInterval(() => {
      void db.store.query({ text: `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'reglament_app' and datname = current_database() and pid <> pg_backend_pid() and query like 'with shared as materialized%' and state = 'active'` });
    }, 15);
    try {
      const transitions = await Promise.all(Array.from({ length: 150 }, () => completion({ command: randomUUID() })));
      for (let at = 0; at < transitions.length; at += 25) {
        const results = await Promise.all(transitions.slice(at, at + 25).map((each) => saveTransition(store, each)));
        expect(results.every((result) => result.kind === 'saved')).toBe(true);
      }
      for (const { after } of transitions) expect(await historyRows(after.id)).toBe(4);
    } finally {
      clearInterval(killer);
      await store.close();
    }
  });
});
