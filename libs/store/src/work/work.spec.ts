import { randomUUID } from 'node:crypto';
import { history, instanceOf, organisationIn, startOf, testDatabase, transitionOf, type TestDatabase } from '@reglament/testing';
import type { Effect } from '@reglament/engine';
import { inTransaction } from '../connection/in-transaction.js';
import { activeChildren, childrenOf, countChildren } from '../cases/children.js';
import { takeChildStarts } from '../cases/child-starts.js';
import { loadInstance } from '../transition/load-instances.js';
import { saveTransition, saveTransitionsIn } from '../transition/save-transition.js';
import type { Transition } from '../transition/transition.js';
import { findIncident, listIncidents, openIncident, resolveIncident } from './incidents.js';
import { countUnreadNotifications, listNotifications, markNotificationsRead } from './notifications.js';
import { addOutbox, claimOutbox, postponeOutbox, settleOutbox } from './outbox.js';
import { countServiceAttempt, findServiceCall, resetServiceAttempts } from './service-calls.js';
import { claimTimers, dropTimer, nextTimerAt, postponeTimer } from './timers.js';

let db: TestDatabase;
let office: { id: string; path: string };
beforeAll(async () => {
  db = await testDatabase();
  office = await organisationIn(db.store);
});
afterAll(() => db.close());
beforeEach(async () => { await db.store.query({ text: 'delete from timers' }); await db.store.query({ text: 'delete from outbox' }); });

async function startedWith(effects: readonly Effect[]): Promise<string> {
  const start = startOf(office);
  await saveTransition(db.store, { ...start, effects: [...start.effects, ...effects] });
  return start.after.id;
}

const timer = (id: string, at: string): Effect => ({ type: 'setTimer', activity: 1, timer: { id, kind: 'reminder', ref: '0', task: null, at } });
const now = '2026-11-22T09:00:00.000Z';

describe('timers', () => {
  it('that are due are claimed once by two workers together, the others are left', async () => {
    const due = Array.from({ length: 40 }, (_, n) => `${n}-${randomUUID()}`);
    await startedWith([...due.map((id, n) => timer(id, `2026-11-2${n % 2}T00:00:00.000Z`)), timer(randomUUID(), '2026-11-23T00:00:00.000Z')]);
    const other = await db.connect();
    const claims = await Promise.all(Array.from({ length: 8 }, (_, n) => claimTimers(n % 2 ? db.store : other, now, 7)));
    const all = [...claims.flat(), ...(await claimTimers(db.store, now))].map((each) => each.id);
    expect([...all].sort()).toEqual([...due].sort());
    expect(await nextTimerAt(db.store)).toBe('2026-11-23T00:00:00.000Z');
  });

  it('whose lease has run out go to another worker, and the first one writes nothing any more', async () => {
    const id = randomUUID();
    const instance = await startedWith([timer(id, '2026-11-20T00:00:00.000Z')]);
    const [frozen] = await claimTimers(db.store, now, 1, 0);
    const [second] = await claimTimers(db.store, now, 1, 60);
    if (!frozen || !second) throw new Error('not claimed');
    const loaded = await loadInstance(db.store, instance);
    if (!loaded) throw new Error('not loaded');
    const fire = (fence: number): Transition => transitionOf(loaded.head, loaded.snapshot, [history('timerFired')], { firedTimer: { id, fence } });
    expect(await saveTransition(db.store, fire(frozen.fence))).toEqual({ kind: 'conflict' });
    expect(await dropTimer(db.store, frozen)).toBe(false);
    expect(await postponeTimer(db.store, frozen, 0)).toBe(false);
    expect((await saveTransition(db.store, fire(second.fence))).kind).toBe('saved');
    expect(await claimTimers(db.store, '2030-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('handed back are claimed again at once', async () => {
    await startedWith([timer(randomUUID(), '2026-11-20T00:00:00.000Z')]);
    const [claimed] = await claimTimers(db.store, now);
    if (!claimed) throw new Error('not claimed');
    expect(await claimTimers(db.store, now)).toEqual([]);
    expect(await postponeTimer(db.store, claimed, 0)).toBe(true);
    const [again] = await claimTimers(db.store, now);
    expect(again).toMatchObject({ id: claimed.id, fence: claimed.fence + 1, attempts: 2 });
    expect(await dropTimer(db.store, again ?? claimed)).toBe(true);
  });
});

describe('the outbox', () => {
  const call: Effect = { type: 'callService', activity: 4, node: 'render', handler: 'document.render', input: { name: 'Иванова' }, retry: null };

  it('carries an id while the input waits in the service call', async () => {
    const instance = await startedWith([call]);
    const [message] = await claimOutbox(db.store);
    expect(message).toMatchObject({ instance, kind: 'callService', activity: 4, attempts: 1 });
    const [row] = await db.store.query<{ payload: unknown }>({ text: 'select payload from outbox where instance = $1' }, [instance]);
    expect(row?.payload).toEqual({ activity: 4 });
    expect(await findServiceCall(db.store, instance, 4)).toMatchObject({ handler: 'document.render', input: { name: 'Иванова' }, attempts: 0 });
    expect(await countServiceAttempt(db.store, instance, 4)).toBe(1);
    await resetServiceAttempts(db.store, instance, 4);
    expect(await countServiceAttempt(db.store, instance, 4)).toBe(1);
    expect(await countServiceAttempt(db.store, instance, 99)).toBeNull();
  });

  it('is claimed once by several workers, settled by whoever holds the lease', async () => {
    await Promise.all(Array.from({ length: 30 }, () => startedWith([call])));
    const other = await db.connect();
    const claims = (await Promise.all(Array.from({ length: 6 }, (_, n) => claimOutbox(n % 2 ? db.store : other, 7)))).flat();
    expect(new Set(claims.map((each) => each.id)).size).toBe(claims.length);
    expect(claims).toHaveLength(30);
    expect(await settleOutbox(db.store, claims)).toHaveLength(30);
    expect(await settleOutbox(db.store, claims)).toHaveLength(0);
  });

  it('gives what tells one parent to one worker at a time, and then all that came meanwhile', async () => {
    const [busy, quiet] = [await startedWith([]), await startedWith([])];
    const told = (instance: string) => addOutbox(db.store, { instance, kind: 'childrenChanged', activity: 2 });
    await told(busy);
    const first = await claimOutbox(db.store);
    for (const instance of [busy, busy, quiet]) await told(instance);
    expect((await claimOutbox(db.store)).map(({ instance }) => instance)).toEqual([quiet]);
    await settleOutbox(db.store, first);
    expect((await claimOutbox(db.store)).map(({ instance }) => instance)).toEqual([busy, busy]);
  });

  it('does not let a frozen worker settle or postpone what another has taken over', async () => {
    const instance = await startedWith([]);
    await addOutbox(db.store, { instance, kind: 'startChildren', activity: 2 });
    const [frozen] = await claimOutbox(db.store, 1, 0);
    const [second] = await claimOutbox(db.store, 1, 60);
    if (!frozen || !second) throw new Error('not claimed');
    expect(await settleOutbox(db.store, [frozen])).toEqual([]);
    expect(await postponeOutbox(db.store, frozen, 10)).toBe(false);
    expect(await postponeOutbox(db.store, second, 3600)).toBe(true);
    expect(await claimOutbox(db.store)).toEqual([]);
  });
});

describe('children of a parallel forEach', () => {
  it('start in batches of the transaction that takes them, and are counted by result', async () => {
    const items = Array.from({ length: 7 }, (_, index) => ({ index, variables: { name: `п. ${index}` }, title: `Пункт ${index}` }));
    const parent = await startedWith([{ type: 'startChildren', activity: 3, node: 'execution', items }]);
    const startSome = (): Promise<number | null> => inTransaction(db.store, async (tx) => {
      const batch = await takeChildStarts(tx, parent, 3, 3);
      if (batch === null) return null;
      const transitions = batch.items.map((item): Transition => transitionOf(
        { definition: { key: 'order', version: 1 }, path: office.path, childTitle: item.title },
        instanceOf(office.id, { parent: { instance: parent, activity: 3, index: item.index }, scopeNode: batch.node }), [history('instanceStarted')],
      ));
      await saveTransitionsIn(tx, transitions);
      return batch.left;
    });
    // Two workers with the same message: the second waits for the first and takes the next ones.
    expect((await Promise.all([startSome(), startSome()])).sort()).toEqual([1, 4]);
    expect([await startSome(), await startSome()]).toEqual([0, null]);
    expect((await childrenOf(db.store, parent, { activity: 3 })).map((child) => child.title)).toEqual(items.map((item) => item.title));
    const [first] = await activeChildren(db.store, parent, 3);
    const child = await loadInstance(db.store, first ?? '');
    if (!child) throw new Error('no child');
    await saveTransition(db.store, transitionOf(child.head, { ...child.snapshot, status: 'completed', result: 'done' }, [
      history('instanceCompleted'), { type: 'childEnded', parent: { instance: parent, activity: 3, index: 0 }, result: 'done', status: 'completed' },
    ]));
    expect(await countChildren(db.store, parent, 3)).toEqual({ total: 7, active: 6, completed: 1, cancelled: 0, results: { done: 1 } });
    expect((await claimOutbox(db.store)).filter((message) => message.kind === 'childrenChanged')).toMatchObject([{ instance: parent, activity: 3 }]);
  });
});

describe('incidents', () => {
  it('are opened once for a source and resolved by one of two operators', async () => {
    const instance = await startedWith([]);
    const given = { id: randomUUID(), instance, node: 'render', activity: 4, source: 'service' as const, sourceId: '4', code: 'handlerFailed', message: 'no font', attempts: 3 };
    await openIncident(db.store, given);
    await openIncident(db.store, { ...given, id: randomUUID(), attempts: 4 });
    const { items } = await listIncidents(db.store, { paths: [office.path], instance });
    expect(items).toMatchObject([{ id: given.id, attempts: 4, status: 'open', code: 'handlerFailed' }]);
    const other = await db.connect();
    const resolved = await Promise.all([resolveIncident(db.store, given.id, 'person:a'), resolveIncident(other, given.id, 'person:b')]);
    expect(resolved.sort()).toEqual([false, true]);
    expect((await findIncident(db.store, given.id))?.status).toBe('resolved');
    expect((await listIncidents(db.store, { paths: ['999'], instance })).items).toEqual([]);
  });
});

describe('the bell', () => {
  it('rings for everybody who answers to a key, until that one has read it', async () => {
    const [anna, boris, role] = ['person:anna', 'person:boris', `role:bell@${office.id}`];
    await startedWith([{ type: 'notify', kind: 'taskAssigned', to: [role], task: null, node: 'draft' }]);
    expect(await countUnreadNotifications(db.store, { person: anna, keys: [anna, role] })).toBe(1);
    const { items } = await listNotifications(db.store, { person: anna, keys: [anna, role] });
    expect(items).toMatchObject([{ kind: 'taskAssigned', read: false }]);
    await markNotificationsRead(db.store, { person: boris, keys: [boris] }, null);
    await markNotificationsRead(db.store, { person: anna, keys: [anna, role] }, items.map((item) => item.id));
    expect(await countUnreadNotifications(db.store, { person: anna, keys: [anna, role] })).toBe(0);
    expect(await countUnreadNotifications(db.store, { person: boris, keys: [boris, role] })).toBe(1);
    expect((await listNotifications(db.store, { person: anna, keys: [role], unread: true })).items).toEqual([]);
  });
});
