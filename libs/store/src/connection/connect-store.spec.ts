import { databaseUrl, onServer, testDatabase, type TestDatabase } from '@reglament/testing';
import { connectStore } from './connect-store.js';
import { prepareDatabase } from './prepare-database.js';

describe('connecting', () => {
  let db: TestDatabase;
  beforeAll(async () => { db = await testDatabase(); });
  afterAll(() => db.close());

  it('is done as the app role', async () => {
    const [row] = await db.store.query<{ role: string }>({ text: 'select current_user as role' });
    expect(row).toEqual({ role: 'reglament_app' });
  });

  it('refuses a role that could change history', async () => {
    await expect(connectStore({ url: db.ownerUrl })).rejects.toMatchObject({ code: 'denied' });
  });

  it('takes on the app role where the owner connects', async () => {
    const store = await db.connect({ url: db.ownerUrl, role: 'reglament_app' });
    await expect(store.query({ text: 'delete from audit' })).rejects.toMatchObject({ code: 'denied' });
  });

  it('refuses a database that was never migrated, and names the remedy', async () => {
    const url = databaseUrl('postgres');
    await expect(connectStore({ url })).rejects.toMatchObject({ message: expect.stringContaining('prepareDatabase') as string });
  });

  it('gives dates as dates, moments as ISO 8601 and counts as numbers', async () => {
    const [row] = await db.store.query({ text: `select date '2026-11-22' as day, timestamptz '2026-11-22 12:00+03' as moment, 5000000000::bigint as count` });
    expect(row).toEqual({ day: '2026-11-22', moment: '2026-11-22T09:00:00.000Z', count: 5_000_000_000 });
  });

  it('works on after the server has ended its connections', async () => {
    const store = await db.connect();
    await store.query({ text: 'select 1' });
    const database = new URL(db.url).pathname.slice(1);
    await onServer((client) => client.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'reglament' and datname = $1`, [database]));
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => store.query({ text: 'select 1' })));
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'unavailable' });
    await expect(store.query({ text: 'select 1' })).resolves.toHaveLength(1);
  });
});

describe('preparing a database', () => {
  it('may be done by several processes at once, for several databases of one server', async () => {
    const names = ['a', 'b'].map((each) => `reglament_prepare_${each}_${process.pid}`);
    for (const name of names) await onServer((client) => client.query(`create database ${name}`));
    try {
      const prepared = await Promise.all([...names, ...names].map((name) => prepareDatabase(databaseUrl(name))));
      expect(prepared.filter(({ migrated }) => migrated.length > 0)).toHaveLength(2);
      const store = await connectStore(prepared[0] ?? { url: '' });
      await store.close();
    } finally {
      for (const name of names) await onServer((client) => client.query(`drop database ${name} with (force)`));
    }
  });
});
