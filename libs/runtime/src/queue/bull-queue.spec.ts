import { findRedis, startRedis, testDatabase, type RedisServer, type TestDatabase } from '@reglament/testing';
import pg from 'pg';
import { createBullQueue, prepareQueue } from './bull-queue.js';
import type { WakeUp, WakeUpQueue } from './wake-up-queue.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let db: TestDatabase;
let redis: RedisServer | null = null;
const open: WakeUpQueue[] = [];
const faults: unknown[] = [];

beforeAll(async () => {
  db = await testDatabase();
  await prepareQueue(db.ownerUrl);
  if (findRedis()) redis = await startRedis();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((queue) => queue.close()));
  faults.length = 0;
});
afterAll(async () => {
  await redis?.close();
  await db.close();
});

function opened(on: 'PostgreSQL' | 'Redis', databaseUrl = db.url): WakeUpQueue {
  const made = createBullQueue({ databaseUrl, onError: (error) => faults.push(error), ...(on === 'Redis' && { redisUrl: redis!.url }) });
  open.push(made);
  return made;
}
const job = (id: string): WakeUp => ({ id, kind: 'messages', messages: [] });

/** Works on the queue until `last` has come; gives the ids in the order in which they came. */
async function receivedUntil(last: string, worker: WakeUpQueue): Promise<readonly string[]> {
  const received: string[] = [];
  await new Promise<void>((resolve) => {
    void worker.work((given) => { received.push(given.id); if (given.id === last) resolve(); return Promise.resolve(); });
  });
  return received;
}

async function jobsLeftInPostgres(): Promise<number> {
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ table_name: string }>(`select table_name from information_schema.tables where table_schema = 'bullmq' and table_name like '%job%'`);
  let left = 0;
  for (const { table_name: table } of rows) left += (await owner.query<{ n: number }>(`select count(*)::int as n from bullmq."${table}"`)).rows[0]!.n;
  await owner.end();
  expect(rows.length).toBeGreaterThan(0);
  return left;
}

const carriers = [
  { on: 'PostgreSQL', present: true, jobsLeft: jobsLeftInPostgres },
  { on: 'Redis', present: findRedis() !== null, jobsLeft: async () => (await redis!.ask('KEYS *:works')) === '*0' && (await redis!.ask('KEYS *:fails')) === '*0' ? 0 : 1 },
] as const;

for (const { on, present, jobsLeft } of carriers) {
  (present ? describe : describe.skip)(`BullMQ on ${on} as the carrier of wake-ups${present ? '' : ' (skipped: no redis-server)'}`, () => {
    const queue = (): WakeUpQueue => opened(on);

    it('brings every job of one process to another, as the app role', async () => {
      const received = new Set<string>();
      const arrived = new Promise<void>((resolve) => {
        void queue().work((given) => { received.add(given.id); if (received.size === 50) resolve(); return Promise.resolve(); });
      });
      await queue().publish(Array.from({ length: 50 }, (_, i) => job(`a${i}`)));
      await arrived;
      expect(received.size).toBe(50);
      expect(faults).toEqual([]);
    });

    it('takes the same work published twice as one job', async () => {
      const publisher = queue();
      await publisher.publish([job('twice')]);
      await publisher.publish([job('twice'), job('last')]);
      expect(await publisher.waiting()).toBe(2);
      expect(await receivedUntil('last', queue())).toEqual(['twice', 'last']);
    });

    it('leaves nothing behind of jobs that are done or have failed', async () => {
      const publisher = queue();
      await publisher.publish([job('fails'), job('works')]);
      const worker = queue();
      await new Promise<void>((resolve) => {
        void worker.work((given) => { if (given.id === 'works') resolve(); return given.id === 'fails' ? Promise.reject(new Error('no')) : Promise.resolve(); });
      });
      await worker.close();
      open.splice(open.indexOf(worker), 1);
      expect(await jobsLeft()).toBe(0);
    });
  });
}

(findRedis() ? describe : describe.skip)(`Redis as the carrier${findRedis() ? '' : ' (skipped: no redis-server)'}`, () => {
  it('brings nothing to a process that works on another database', async () => {
    const other = await testDatabase();
    const strangers: string[] = [];
    await opened('Redis', other.url).work((given) => { strangers.push(given.id); return Promise.resolve(); });
    const publisher = opened('Redis');
    await publisher.publish([job('ours')]);
    expect(await receivedUntil('ours', opened('Redis'))).toEqual(['ours']);
    expect(strangers).toEqual([]);
    await Promise.all(open.splice(0).map((queue) => queue.close()));
    await other.close();
  });

  it('that dies fails a publication at once, and carries on when it is back, empty', async () => {
    const publisher = opened('Redis');
    const received = new Set<string>();
    await opened('Redis').work((given) => { received.add(given.id); return Promise.resolve(); });
    await publisher.publish([job('before')]);
    await redis!.kill();
    await expect(publisher.publish([job('lost')])).rejects.toThrow();
    await redis!.start();
    for (let published = false; !published;) {
      published = await publisher.publish([job('after')]).then(() => true, () => false);
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    while (!received.has('after')) await new Promise((resolve) => { setTimeout(resolve, 50); });
    expect([...received]).toEqual(expect.arrayContaining(['after']));
    expect(received.has('lost')).toBe(false);
  });

  it('that is away does not keep a process from stopping', async () => {
    const publisher = opened('Redis');
    const worker = opened('Redis');
    await worker.work(() => Promise.resolve());
    await publisher.publish([job('one')]);
    await redis!.kill();
    await Promise.all([publisher.close(), worker.close()]);
    open.splice(0);
    await redis!.start();
    expect(await redis!.ask('PING')).toBe('+PONG');
  });
});
