import { createRuntime, type SurfaceEvent } from '@reglament/runtime';
import { inTransaction, subscribe, writeSetting } from '@reglament/store';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: SmallOffice;
beforeAll(async () => {
  office = await openSmallOffice();
  await office.publish(definitionOf('plain', { first: work('done'), done: end }));
});
afterAll(() => office.close());

describe('a boot', () => {
  it('is refused while a current definition calls a handler that nobody defines, and says where', async () => {
    const other = await openSmallOffice();
    await other.publish(definitionOf('bold', { first: work('fly'), fly: { type: 'serviceTask', title: 'Fly', handler: 'launch-rocket', next: 'done' }, done: end }));
    await expect(createRuntime({ store: other.store, connection: { url: other.database.url } })).rejects.toThrow(/definition "bold", node "fly": handler "launch-rocket" is unknown/);
    await other.close();
  });

  it('of a second process changes nothing for the first', async () => {
    const second = await office.another();
    const worker = await office.person('worker');
    const instance = granted(await second.startInstance(worker, { body: { definition: 'plain' }, idempotencyKey: null })).instance;
    granted(await office.runtime.completeTask(worker, { task: (await office.tasks(instance))[0]!.id, body: { outcome: 'done' }, idempotencyKey: null }));
    await second.stop();
  });
});

describe('live updates', () => {
  it('tell another process of many changes in a few messages, each person of their own tasks alone', async () => {
    // An office of its own: late work of another test's instances would be heard here too.
    const quiet = await openSmallOffice();
    await quiet.publish(definitionOf('plain', { first: work('done'), done: end }));
    const [worker, stranger] = [await quiet.person('worker'), await quiet.person('boss')];
    const second = await quiet.another();
    const heard: SurfaceEvent[] = [];
    const strangers: SurfaceEvent[] = [];
    let messages = 0;
    const counting = await subscribe({ url: quiet.database.url }, 'reglament_live', () => { messages += 1; }, () => undefined);
    const stops = [second.subscribe(worker, (event) => { heard.push(event); }), second.subscribe(stranger, (event) => { strangers.push(event); })];
    const instances = await Promise.all(Array.from({ length: 60 }, () => quiet.start(worker, 'plain')));
    for (let waited = 0; waited < 100 && new Set(heard.flatMap((event) => (event.type === 'instance' ? [event.id] : []))).size < 60; waited += 1) await new Promise((resolve) => { setTimeout(resolve, 50); });
    expect(new Set(heard.flatMap((event) => (event.type === 'instance' ? [event.id] : [])))).toEqual(new Set(instances));
    expect(heard.some(({ type }) => type === 'tasks')).toBe(true);
    expect(strangers.some(({ type }) => type === 'tasks')).toBe(false);
    expect(messages).toBeLessThan(60);
    stops.forEach((stop) => { stop(); });
    await counting.close();
    await second.stop();
    await quiet.close();
  });

  it('tell everybody, in every process, that the business clock was moved, once that process goes by it', async () => {
    const demo = await openSmallOffice({ beforeRuntime: ({ store }) => inTransaction(store, (tx) => writeSetting(tx, 'demo-base', { id: 'spec', day: '2026-01-01', complete: true })) });
    const second = await demo.another();
    const worker = await demo.person('worker');
    const before = Date.parse(second.shell.clock.now());
    const told = [demo.runtime, second].map((runtime) => new Promise<number>((resolve) => {
      runtime.subscribe(worker, ({ type }) => { if (type === 'clock') resolve(Date.parse(runtime.shell.clock.now())); });
    }));
    granted(await demo.runtime.moveClock(worker, { to: new Date(before + 10 * 86_400_000).toISOString() }));
    for (const now of await Promise.all(told)) expect(now - before).toBeGreaterThanOrEqual(10 * 86_400_000 - 1000);
    await second.stop();
    await demo.close();
  });
});
