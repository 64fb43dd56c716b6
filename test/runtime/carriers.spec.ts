import type { ServiceTaskHandler } from '@reglament/handlers';
import { createBullQueue, createInProcessQueue, prepareQueue, type Caller, type WakeUpQueue } from '@reglament/runtime';
import { findRedis, startRedis, type RedisServer, type TestDatabase } from '@reglament/testing';
import pg from 'pg';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(120_000);

const anything = { type: 'object' } as const;
const printed: string[] = [];
let fails = 0;
const print: ServiceTaskHandler = {
  type: 'print', title: 'Print', input: anything, output: anything, transactional: false,
  run: (_input, call) => {
    printed.push(call.key);
    if (fails > 0) {
      fails -= 1;
      return Promise.reject(new Error('the printer is on fire'));
    }
    return Promise.resolve({ output: {} });
  },
};

const fault = (): void => undefined; // a carrier that is away says so again and again
let redis: RedisServer | null = null;

interface CarrierOfSpec { readonly name: string; readonly present: boolean; readonly queue: (database: TestDatabase) => WakeUpQueue; readonly prepare: (ownerUrl: string) => Promise<void>; readonly lose: (ownerUrl: string) => Promise<void> }
const carriers: readonly CarrierOfSpec[] = [
  {
    name: 'this process', present: true, queue: () => createInProcessQueue({ onError: fault }), prepare: () => Promise.resolve(), lose: () => Promise.resolve(),
  },
  {
    name: 'BullMQ on PostgreSQL', present: true, queue: (database) => createBullQueue({ databaseUrl: database.url, onError: fault }), prepare: prepareQueue,
    async lose(ownerUrl) {
      const owner = new pg.Client({ connectionString: ownerUrl });
      await owner.connect();
      const { rows } = await owner.query<{ name: string }>(`select quote_ident(table_name) as name from information_schema.tables where table_schema = 'bullmq' and table_name like '%job%'`);
      await owner.query(`truncate ${rows.map(({ name }) => `bullmq.${name}`).join(', ')} cascade`);
      await owner.end();
    },
  },
  {
    name: 'BullMQ on Redis', present: findRedis() !== null, queue: (database) => createBullQueue({ databaseUrl: database.url, redisUrl: redis!.url, onError: fault }), prepare: () => Promise.resolve(),
    async lose() {
      expect(await redis!.ask('FLUSHALL')).toBe('+OK');
    },
  },
];

beforeAll(async () => { if (findRedis()) redis = await startRedis(); });
afterAll(() => redis?.close());

for (const { name, present, queue, prepare, lose } of carriers) {
  (present ? describe : describe.skip)(`background work carried by ${name}${present ? '' : ' (skipped: no redis-server)'}`, () => {
    let office: SmallOffice;
    let worker: Caller;

    beforeAll(async () => {
      office = await openSmallOffice({ handlers: [print], queue: (database) => queue(database), beforeRuntime: ({ ownerUrl }) => prepare(ownerUrl) });
      worker = await office.person('worker');
      await office.publish(definitionOf('printing', { first: work('call'), call: { type: 'serviceTask', title: 'Print', handler: 'print', retry: { attempts: 3, backoff: { type: 'fixed', seconds: 0.1 } }, next: 'after' }, after: work('done'), done: end }));
      await office.publish(definitionOf('waiting', { first: work('done', { on: [{ type: 'timer', key: 'tick', after: { duration: 'PT1H' }, interrupting: false, to: 'told' }] }), told: end, done: end }));
      await office.publish(definitionOf('many', {
        all: { type: 'subProcess', title: 'All', next: 'done', forEach: { items: { value: [1, 2, 3, 4, 5, 6] }, as: 'item', mode: 'parallel' } },
        open: { type: 'startEvent', in: 'all', next: 'one' }, one: work('closed', { in: 'all' }), closed: { type: 'endEvent', in: 'all', result: 'yes' }, done: end,
      }));
    });
    beforeEach(() => { printed.length = 0; });
    afterAll(() => office.close());

    const complete = async (instance: string): Promise<void> => {
      for (const task of await office.tasks(instance)) granted(await office.runtime.completeTask(worker, { task: task.id, body: { outcome: 'done' }, idempotencyKey: null }));
    };

    it('calls a service, once, and again when it fails', async () => {
      const well = await office.start(worker, 'printing');
      await complete(well);
      await office.settle();
      expect(printed).toHaveLength(1);
      fails = 1;
      const badly = await office.start(worker, 'printing');
      await complete(badly);
      await until(async () => (await office.tasks(badly))[0]?.node === 'after', office);
      expect(printed).toHaveLength(3);
      expect((await office.tasks(well)).map(({ node }) => node)).toEqual(['after']);
    });

    it('fires timers once each, with two processes at work', async () => {
      const instances = await Promise.all(Array.from({ length: 20 }, () => office.start(worker, 'waiting')));
      office.later(2 * 3600);
      const other = await office.another();
      await Promise.all([office.runtime.startBackground(), other.startBackground()]);
      await until(async () => (await office.count('timers')) === 0, office);
      expect(await office.count(`history where kind = 'timerFired' and instance = any($1::uuid[])`, instances)).toBe(20);
      await other.stop();
    });

    it('starts children and tells their parent once', async () => {
      const instance = await office.start(worker, 'many');
      await until(async () => (await office.count('process_instances where parent = $1', instance)) === 6, office);
      for (const { id } of await office.store.query<{ id: string }>({ text: 'select id from process_instances where parent = $1' }, [instance])) await complete(id);
      await until(async () => (await office.count(`process_instances where id = $1 and status = 'completed'`, instance)) === 1, office);
      expect(await office.count(`history where instance = $1 and kind = 'instanceCompleted'`, instance)).toBe(1);
    });

    it('loses nothing when it loses everything: what was claimed is claimed again after its lease', async () => {
      const instance = await office.start(worker, 'printing');
      const waiting = await office.start(worker, 'waiting');
      await complete(instance);
      office.later(2 * 3600);
      // Claimed and handed to a carrier that forgets it: nobody will ever come back with it.
      await office.store.query({ text: 'update outbox set fence = fence + 1, lease_until = now() + interval \'3 seconds\'' });
      await lose(office.database.ownerUrl);
      await until(async () => (await office.tasks(instance))[0]?.node === 'after' && (await office.count('timers where instance = $1', waiting)) === 0, office);
      expect(await office.count(`history where instance = $1 and kind = 'serviceCompleted'`, instance)).toBe(1);
      expect(await office.count(`history where instance = $1 and kind = 'timerFired'`, waiting)).toBe(1);
    });
  });
}

/** Looks for work until it holds; a carrier of another process takes its time. */
async function until(holds: () => Promise<boolean>, office: SmallOffice): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    await office.settle();
    if (await holds()) return;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Error('it does not come to hold');
}
