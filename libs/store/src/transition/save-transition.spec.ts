import { randomUUID } from 'node:crypto';
import { closeTask, history, openTask, organisationIn, startOf, taskOf, testDatabase, transitionOf, type TestDatabase } from '@reglament/testing';
import { inTransaction } from '../connection/in-transaction.js';
import type { Store } from '../connection/connect-store.js';
import { loadInstance } from './load-instances.js';
import { loadTask } from './load-task.js';
import { sealSubmission } from './seal-submission.js';
import { saveTransition, saveTransitionIn } from './save-transition.js';
import type { SaveResult, Transition } from './transition.js';

let db: TestDatabase;
let store: Store;
let organisation: { id: string; path: string };
beforeAll(async () => {
  db = await testDatabase();
  store = db.store;
  organisation = await organisationIn(store);
});
afterAll(() => db.close());

const clerk = 'person:00000000-0000-4000-8000-000000000001';

async function started(): Promise<{ task: string; instance: string }> {
  const start = startOf(organisation, {}, [clerk]);
  expect((await saveTransition(store, start)).kind).toBe('saved');
  return { task: start.task, instance: start.after.id };
}

/** What the runtime does between load and save: close the task, open the next. */
async function completion(on: Store, task: string, given: Partial<Transition> = {}): Promise<Transition> {
  const loaded = await loadTask(on, { task, idempotency: null });
  if (loaded === null) throw new Error(`no task ${task}`);
  const next = taskOf(loaded.snapshot.id, loaded.snapshot.nextId, { performers: [clerk] });
  const after = { ...loaded.snapshot, nextId: loaded.snapshot.nextId + 1 };
  return transitionOf(loaded.head, after, [...closeTask(task, clerk), ...openTask(next, { node: 'sign' })], given);
}

const count = async (table: string, instance: string): Promise<number> =>
  (await store.query<{ n: number }>({ text: `select count(*)::int as n from ${table} where instance = $1` }, [instance]))[0]?.n ?? -1;

describe('saving a transition', () => {
  it('gives back what was started when the task is loaded', async () => {
    const { task, instance } = await started();
    const loaded = await loadTask(store, { task, idempotency: null });
    expect(loaded).toMatchObject({
      head: { id: instance, version: 1, historySeq: 2, path: organisation.path, period: '2026-11-01' },
      task: { id: task, status: 'open', performers: [clerk] },
      snapshot: { id: instance, status: 'active' },
      organisation: { id: organisation.id, timeZone: 'Europe/Moscow' },
      answered: null,
    });
  });

  it('answers null for a task that does not exist', async () => {
    expect(await loadTask(store, { task: 'none', idempotency: null })).toBeNull();
  });

  it('closes the task, opens the next and moves the instance in one commit', async () => {
    const { task, instance } = await started();
    const transition = await completion(store, task);
    const result = await saveTransition(store, transition);
    expect(result).toMatchObject({ kind: 'saved', head: { version: 2, historySeq: 4 } });
    expect((await loadTask(store, { task, idempotency: null }))?.task).toMatchObject({ status: 'completed', completedBy: clerk, outcome: 'done' });
    expect((await loadInstance(store, instance))?.head).toEqual(result.kind === 'saved' ? result.head : null);
    expect(await count('tasks', instance)).toBe(2);
  });

  it('writes nothing at all when the instance has moved on', async () => {
    const { task, instance } = await started();
    const first = await completion(store, task);
    const second = await completion(store, task, { submission: { id: randomUUID(), task, node: 'draft', form: null, outcome: 'done', data: {}, remark: null, author: clerk, ...sealSubmission({ data: {}, remark: null }) } });
    expect((await saveTransition(store, first)).kind).toBe('saved');
    expect(await saveTransition(store, second)).toEqual({ kind: 'conflict' });
    expect(await count('history', instance)).toBe(4);
    expect(await count('submissions', instance)).toBe(0);
    expect(await count('tasks', instance)).toBe(2);
  });

  it('leaves out what the transition itself takes back', async () => {
    const { task, instance } = await started();
    const transition = await completion(store, task);
    const passing = taskOf(instance, 99);
    const timer = { id: `${instance}.t1`, kind: 'reminder', ref: '0', task: passing.id, at: '2026-12-01T00:00:00.000Z' } as const;
    await saveTransition(store, {
      ...transition,
      effects: [
        ...transition.effects, ...openTask(passing), { type: 'setTimer', timer, activity: 2 }, { type: 'cancelTimer', timer: timer.id }, ...closeTask(passing.id, clerk),
        { type: 'callService', activity: 7, node: 'number', handler: 'document.register', input: {}, retry: null }, history('serviceCompleted', { activity: 7 }),
      ],
    });
    expect(await count('tasks', instance)).toBe(2);
    expect(await count('timers', instance)).toBe(0);
    expect(await count('service_calls', instance)).toBe(0);
    expect(await count('outbox', instance)).toBe(0);
  });

  it('gives the recorded answer to the same key of the same actor', async () => {
    const { task } = await started();
    const idempotency = { actor: clerk, key: 'k-1', requestHash: 'h', response: { instance: 'x' } };
    await saveTransition(store, await completion(store, task, { idempotency }));
    expect((await loadTask(store, { task, idempotency: { actor: clerk, key: 'k-1' } }))?.answered).toEqual({ requestHash: 'h', response: { instance: 'x' } });
    expect((await loadTask(store, { task, idempotency: { actor: 'person:other', key: 'k-1' } }))?.answered).toBeNull();
  });

  it('starts one case when two starts carry the same key', async () => {
    const idempotency = { actor: clerk, key: 'start-1', requestHash: 'h', response: {} };
    const starts = [startOf(organisation), startOf(organisation)].map((start) => ({ ...start, idempotency }));
    const results = await Promise.all(starts.map((start, index) => saveTransition(index === 0 ? store : store, start)));
    expect(results.map((result) => result.kind).sort()).toEqual(['conflict', 'saved']);
  });
});

describe('two clients that complete one task', () => {
  it('have one winner in every of 50 rounds, whichever way they are saved', async () => {
    const other = await db.connect();
    for (let round = 0; round < 50; round += 1) {
      const { task, instance } = await started();
      const [a, b, c] = await Promise.all([completion(store, task), completion(other, task), completion(other, task)]);
      const results: SaveResult[] = await Promise.all([
        saveTransition(store, a as Transition),
        saveTransition(other, b as Transition),
        inTransaction(store, (tx) => saveTransitionIn(tx, c as Transition)),
      ]);
      expect(results.filter((result) => result.kind === 'saved')).toHaveLength(1);
      expect(await count('tasks', instance)).toBe(2);
      expect(await count('history', instance)).toBe(4);
    }
  });
});

describe('two clients that claim one task', () => {
  it('from the same look at it have one winner, whose name stands on the task', async () => {
    const other = await db.connect();
    for (let round = 0; round < 20; round += 1) {
      const { task } = await started();
      const claim = async (on: Store, person: string): Promise<Transition> => {
        const loaded = await loadTask(on, { task, idempotency: null });
        if (loaded === null) throw new Error(`no task ${task}`);
        const claimed = { ...taskOf(loaded.snapshot.id, 1, { performers: [clerk] }), assignee: person };
        return transitionOf(loaded.head, loaded.snapshot, [{ type: 'updateTask', task: claimed }, history('taskClaimed', { task, by: person })]);
      };
      const [a, b] = await Promise.all([claim(store, 'person:a'), claim(other, 'person:b')]);
      const results = await Promise.all([saveTransition(store, a), saveTransition(other, b)]);
      expect(results.map((result) => result.kind).sort()).toEqual(['conflict', 'saved']);
      const winner = results[0]?.kind === 'saved' ? 'person:a' : 'person:b';
      expect((await loadTask(store, { task, idempotency: null }))?.task.assignee).toBe(winner);
    }
  });
});
