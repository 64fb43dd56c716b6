import { testDatabase, type TestDatabase } from '@reglament/testing';
import pg from 'pg';
import { createBullQueue, prepareQueue } from './bull-queue.js';
import type { WakeUp, WakeUpQueue } from './wake-up-queue.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let db: TestDatabase;
const open: WakeUpQueue[] = [];
const faults: unknown[] = [];

beforeAll(async () => {
  db = await testDatabase();
  await prepareQueue(db.ownerUrl);
});
afterEach(async () => { await Promise.all(open.splice(0).map((queue) => queue.close())); });
afterAll(() => db.close());

function queue(): WakeUpQueue {
  const made = createBullQueue({ databaseUrl: db.url, onError: (error) => faults.push(error) });
  open.push(made);
  return made;
}
const job = (id: string): WakeUp => ({ id, kind: 'messages', messages: [] });

describe('BullMQ on PostgreSQL as the carrier of wake-ups', () => {
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
    const received: string[] = [];
    await new Promise<void>((resolve) => {
      void queue().work((given) => { received.push(given.id); if (given.id === 'last') resolve(); return Promise.resolve(); });
    });
    expect(received).toEqual(['twice', 'last']);
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
    const owner = new pg.Client({ connectionString: db.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ table_name: string }>(`select table_name from information_schema.tables where table_schema = 'bullmq' and table_name like '%job%'`);
    let left = 0;
    for (const { table_name: table } of rows) left += (await owner.query<{ n: number }>(`select count(*)::int as n from bullmq."${table}"`)).rows[0]!.n;
    await owner.end();
    expect(rows.length).toBeGreaterThan(0);
    expect(left).toBe(0);
  });
});
