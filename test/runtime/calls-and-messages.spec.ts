import { contentHash, type DecisionTable, type FlowNode } from '@reglament/contracts';
import { loadInstance } from '@reglament/store';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: SmallOffice;
beforeAll(async () => { office = await openSmallOffice(); });
// Throws unless every case, its history replayed, gives the snapshot that stands.
afterAll(() => office.close());

const ended = (result: string): FlowNode => ({ type: 'endEvent', result });
const snapshot = async (instance: string) => (await loadInstance(office.store, instance))!.snapshot;
const child = async (parent: string): Promise<string> => (await office.store.query<{ id: string }>({ text: 'select id from process_instances where parent = $1 order by parent_index' }, [parent]))[0]!.id;

async function complete(instance: string, who: Awaited<ReturnType<SmallOffice['person']>>): Promise<void> {
  const [task] = await office.tasks(instance);
  granted(await office.runtime.completeTask(who, { task: task!.id, body: { outcome: 'done' }, idempotencyKey: null }));
}

describe('a call', () => {
  const called = definitionOf('order', { write: work('done'), done: ended('registered') }, { variables: { title: { type: 'string', title: 'Title' } } });
  const caller = (more: object = {}, hash = contentHash(called)) => [definitionOf('plan', {
    first: work('call'), call: { type: 'callActivity', title: 'Order', process: 'order', input: { title: { value: 'On pairs' } }, output: { how: { variable: 'result.result' }, name: { variable: 'result.variables.title' } }, next: 'done', ...more } as FlowNode, done: end,
  }), { calls: { order: hash } }] as const;

  it('runs the other process as a case of its own, and its end brings back what is asked for', async () => {
    await office.publish(called);
    await office.publish(...caller());
    const worker = await office.person('worker');
    const parent = await office.start(worker, 'plan');
    await complete(parent, worker);
    await office.settle();
    const order = await child(parent);
    expect(await snapshot(order)).toMatchObject({ scopeNode: null, starter: worker.person, variables: { title: 'On pairs' }, parent: { instance: parent } });
    const listed = granted(await office.runtime.listInstances(worker, {}, {}));
    expect(listed.items.map(({ id }) => id)).toEqual(expect.arrayContaining([order, parent]));
    await complete(order, worker);
    await office.settle();
    expect(await snapshot(parent)).toMatchObject({ status: 'completed', outcomes: { call: 'registered' }, variables: { how: 'registered', name: 'On pairs' } });
  });

  it('stays with the version that was pinned, whatever is published later', async () => {
    await office.publish(called);
    await office.publish(...caller());
    const worker = await office.person('worker');
    const [pinned, latest] = [await office.start(worker, 'plan'), await office.publish({ ...caller({ version: 'latest' })[0], key: 'plan-latest' }).then((key) => office.start(worker, key))];
    const renewed = definitionOf('order', { write: work('done'), done: ended('renewed') });
    await office.publish(renewed);
    for (const parent of [pinned, latest]) await complete(parent, worker);
    await office.settle();
    expect((await snapshot(await child(pinned))).definitionHash).toBe(contentHash(called));
    expect((await snapshot(await child(latest))).definitionHash).toBe(contentHash(renewed));
  });

  it('of an exact version stays with it beside calls of the pinned one', async () => {
    await office.publish(called);
    const [{ nodes }] = caller();
    const both = { ...nodes, call: { ...nodes['call'], version: { exact: 1 }, next: 'second' } as FlowNode, second: { ...nodes['call'], next: 'done' } as FlowNode };
    const pinned = definitionOf('order', { done: ended('pinned') });
    await office.publish({ ...caller()[0], key: 'plan-exact', nodes: both }, { calls: { 'order@1': contentHash(called), order: contentHash(pinned) } });
    await office.publish(pinned);
    await office.publish(definitionOf('order', { write: work('done'), done: ended('newest') }));
    const worker = await office.person('worker');
    const parent = await office.start(worker, 'plan-exact');
    await complete(parent, worker);
    await office.settle();
    await complete(await child(parent), worker);
    await office.settle();
    expect((await snapshot(await child(parent))).definitionHash).toBe(contentHash(called));
    expect(await snapshot(parent)).toMatchObject({ status: 'completed', outcomes: { call: 'registered', second: 'pinned' } });
  });

  it('that goes round in a circle ends as an incident, not as a flood of cases', async () => {
    await office.publish(definitionOf('loop', { again: { type: 'callActivity', title: 'Again', process: 'loop', version: 'latest', next: 'done' } as FlowNode, done: end }));
    await office.start(await office.person('worker'), 'loop');
    await office.settle();
    expect(await office.count(`process_instances where definition_key = 'loop'`)).toBe(21);
    await office.store.query({ text: `update outbox set due_at = now() where kind = 'startChildren'` });
    for (let n = 0; n < 12 && (await office.count(`incidents where status = 'open'`)) === 0; n += 1) {
      await office.store.query({ text: `update outbox set due_at = now() where kind = 'startChildren'` });
      await office.settle();
    }
    expect(await office.count(`incidents where status = 'open' and message like '%calls itself by again%'`)).toBe(1);
    expect(await office.count(`process_instances where definition_key = 'loop'`)).toBe(21);
  });

  it('is cancelled with the case that called', async () => {
    await office.publish(called);
    await office.publish({ ...caller()[0], key: 'plan-cancelled', cancel: { performers: [{ type: 'role', role: 'boss' }] } }, caller()[1]);
    const [worker, boss] = [await office.person('worker'), await office.person('boss')];
    const parent = await office.start(worker, 'plan-cancelled');
    await complete(parent, worker);
    await office.settle();
    granted(await office.runtime.cancelInstance(boss, { instance: parent, body: { remark: 'not needed' }, idempotencyKey: null }));
    await office.settle();
    expect((await snapshot(await child(parent))).status).toBe('cancelled');
  });
});

describe('a message', () => {
  const correlation = { variable: 'season' };
  const waiting = definitionOf('waiting', {
    wait: { type: 'catchEvent', title: 'Wait', event: { type: 'message', name: 'registered', correlation, variable: 'order' }, next: 'done' } as FlowNode, done: end,
  }, { variables: { season: { type: 'string', title: 'Season' } } });
  const telling = definitionOf('telling', {
    first: work('tell'), tell: { type: 'throwEvent', title: 'Tell', event: { type: 'message', name: 'registered', correlation, data: { number: { value: '110а' } } }, next: 'done' } as FlowNode, done: end,
  });
  /** Both read the season as a start form would have given it. */
  const forSeason = (definition: typeof waiting, key: string, season: string) => JSON.parse(JSON.stringify({ ...definition, key }).replaceAll('{"variable":"season"}', JSON.stringify({ value: season }))) as typeof waiting;

  it('reaches everybody who waits for it under that value, once, and nobody else', async () => {
    const worker = await office.person('worker');
    await office.publish(forSeason(waiting, 'waiting-a', '2026'));
    await office.publish(forSeason(waiting, 'waiting-b', '2027'));
    await office.publish(forSeason(telling, 'telling-a', '2026'));
    const [one, two, other] = [await office.start(worker, 'waiting-a'), await office.start(worker, 'waiting-a'), await office.start(worker, 'waiting-b')];
    expect(await office.count(`message_subscriptions where instance = any($1)`, [one, two, other])).toBe(3);
    await complete(await office.start(worker, 'telling-a'), worker);
    await office.settle();
    for (const instance of [one, two]) expect(await snapshot(instance)).toMatchObject({ status: 'completed', variables: { order: { number: '110а' } } });
    expect((await snapshot(other)).status).toBe('active');
    expect(await office.count('sent_messages')).toBe(0);
    expect(await office.count('message_deliveries')).toBe(0);
    expect(await office.count(`message_subscriptions where instance = any($1)`, [one, two])).toBe(0);
  });

  it('that nobody waits for is gone, and whoever comes later has missed it', async () => {
    const worker = await office.person('worker');
    await office.publish(forSeason(telling, 'telling-late', '2030'));
    await office.publish(forSeason(waiting, 'waiting-late', '2030'));
    await complete(await office.start(worker, 'telling-late'), worker);
    await office.settle();
    const late = await office.start(worker, 'waiting-late');
    await office.settle();
    expect((await snapshot(late)).status).toBe('active');
    expect(await office.count('sent_messages')).toBe(0);
  });

  it('is heard again and again by a boundary event that does not interrupt, and by it once each', async () => {
    const worker = await office.person('worker');
    await office.publish(definitionOf('listening', {
      first: work('done', { on: [{ type: 'message', key: 'told', name: 'registered', correlation: { value: '2040' }, interrupting: false, to: 'aside' }] }), aside: work('noted', {}, 'boss'), noted: end, done: end,
    }));
    await office.publish(forSeason(telling, 'telling-twice', '2040'));
    const listener = await office.start(worker, 'listening');
    for (let n = 0; n < 2; n += 1) await complete(await office.start(worker, 'telling-twice'), worker);
    await office.settle();
    expect((await office.tasks(listener)).map(({ node }) => node).sort()).toEqual(['aside', 'aside', 'first']);
  });
});

describe('a decision table', () => {
  it('decides in the case by the version that was pinned', async () => {
    const table: DecisionTable = {
      format: 1, key: 'grade', title: 'Grade', hitPolicy: 'U', inputs: [{ key: 'share', title: 'Share', type: 'number' }], outputs: [{ key: 'grade', title: 'Grade', type: 'string' }],
      rules: [{ when: { share: '>= 80' }, then: { grade: '"good"' } }, { when: { share: '< 80' }, then: { grade: '"bad"' } }],
    };
    const hash = await office.decide(table);
    await office.decide({ ...table, rules: [{ when: {}, then: { grade: '"other"' } }] });
    await office.publish(definitionOf('graded', {
      decide: { type: 'businessRuleTask', title: 'Decide', decision: 'grade', input: { share: { value: 90 } }, output: { grade: { variable: 'result.grade' } }, next: 'done' } as FlowNode, done: end,
    }), { decisions: { grade: hash } });
    expect(await snapshot(await office.start(await office.person('worker'), 'graded'))).toMatchObject({ variables: { grade: 'good' } });
  });
});
