import { organisationIn, testDatabase, type TestDatabase } from '@reglament/testing';
import { inTransaction } from './in-transaction.js';
import { StoreError } from './store-error.js';

let db: TestDatabase;
let ids: [string, string];
beforeAll(async () => {
  db = await testDatabase();
  ids = [(await organisationIn(db.store)).id, (await organisationIn(db.store)).id];
});
afterAll(() => db.close());

const rename = (id: string) => ({ text: `update organisations set short_name = short_name || '+' where id = '${id}'` });
const nameOf = async (id: string): Promise<string> => (await db.store.query<{ name: string }>({ text: 'select short_name as name from organisations where id = $1' }, [id]))[0]?.name ?? '';

describe('a transaction', () => {
  it('that two others deadlock is run again, and both get through', async () => {
    let arrived = 0;
    let release: () => void = () => undefined;
    const bothHoldOne = new Promise<void>((resolve) => { release = resolve; });
    let through: () => void = () => undefined;
    const oneIsThrough = new Promise<void>((resolve) => { through = resolve; });
    let attempts = 0;
    const lockBoth = (first: string, second: string): Promise<void> => inTransaction(db.store, async (tx) => {
      attempts += 1;
      // The one that lost must not be at the row again before the other takes it: that would be a second deadlock.
      if (attempts > 2) await oneIsThrough;
      await tx.query(rename(first));
      arrived += 1;
      if (arrived === 2) release();
      await bothHoldOne;
      await tx.query(rename(second));
    }).then(through);
    await Promise.all([lockBoth(...ids), lockBoth(ids[1], ids[0])]);
    expect(attempts).toBe(3);
    expect([await nameOf(ids[0]), await nameOf(ids[1])].every((name) => name.endsWith('++'))).toBe(true);
  });

  it('finds a connection for what it reads beside itself, however many are begun at once', async () => {
    const store = await db.connect({ connections: 4, connectTimeout: 1_000 });
    const names = await Promise.all(Array.from({ length: 40 }, () => inTransaction(store, async (tx) => {
      await tx.query({ text: 'select pg_sleep(0.05)' });
      return (await store.query<{ name: string }>({ text: 'select short_name as name from organisations where id = $1' }, [ids[0]]))[0]?.name;
    })));
    expect(new Set(names)).toEqual(new Set([await nameOf(ids[0])]));
  });

  it('gives up after five attempts at what always loses', async () => {
    let attempts = 0;
    const losing = inTransaction(db.store, async (tx) => {
      attempts += 1;
      await tx.query({ text: `do $$ begin raise exception 'lost' using errcode = '40001'; end $$` });
    });
    await expect(losing).rejects.toMatchObject({ code: 'conflict' });
    expect(attempts).toBe(5);
  });

  it('is not run again for an error of the work itself, and leaves nothing', async () => {
    const before = await nameOf(ids[0]);
    let attempts = 0;
    await expect(inTransaction(db.store, async (tx) => {
      attempts += 1;
      await tx.query(rename(ids[0]));
      throw new Error('refused');
    })).rejects.toThrow('refused');
    expect(attempts).toBe(1);
    expect(await nameOf(ids[0])).toBe(before);
  });

  it('does not pretend to have committed when somebody swallowed an error', async () => {
    const swallowed = inTransaction(db.store, async (tx) => {
      await tx.query({ text: 'select 1/0' }).catch(() => undefined);
    });
    await expect(swallowed).rejects.toMatchObject({ code: 'fault' });
  });

  it('whose connection dies at the commit has an unknown outcome', async () => {
    const dying = inTransaction(db.store, async (tx) => {
      await tx.query(rename(ids[0]));
      // The server ends this connection while the commit waits behind a deferred constraint's sleep.
      await tx.query({ text: `create temp table slow (id int) on commit drop` });
      await tx.query({ text: `create function pg_temp.doze() returns trigger language plpgsql as $$ begin perform pg_sleep(5); return null; end $$` });
      await tx.query({ text: `create constraint trigger doze after insert on slow deferrable initially deferred for each row execute function pg_temp.doze()` });
      await tx.query({ text: `insert into slow values (1)` });
      const [backend] = await tx.query<{ pid: number }>({ text: 'select pg_backend_pid() as pid' });
      setTimeout(() => { void db.store.query({ text: 'select pg_terminate_backend($1)' }, [backend?.pid]); }, 300);
    });
    await expect(dying).rejects.toMatchObject({ code: 'outcomeUnknown' });
    await expect(db.store.query({ text: 'select 1' })).resolves.toHaveLength(1);
  });
});

describe('errors of the database', () => {
  it.each([
    ['duplicate', `insert into settings (key, value) values ('twice', '1'), ('twice', '2')`],
    ['reference', `insert into people (id, organisation, path) values (gen_random_uuid(), gen_random_uuid(), '1')`],
    ['check', `insert into accounts (person, organisation, path, login, password_hash, locale) values (gen_random_uuid(), gen_random_uuid(), '1', 'a', 'b', 'de')`],
    ['invalidValue', `select '{"a": "\\u0000"}'::jsonb`],
    ['denied', `delete from history`],
    ['denied', `update audit set actor = null`],
    ['denied', `drop table history`],
    ['denied', `create table public.mine (id int)`],
    ['denied', `update process_definitions set content = '{}'`],
    ['fault', `select nonsense`],
  ])('say %s for: %s', async (code, text) => {
    await expect(db.store.query({ text })).rejects.toMatchObject({ name: 'StoreError', code });
  });

  it('say unavailable when nobody answers', async () => {
    const url = new URL(db.url);
    url.port = '1';
    await expect(db.connect({ url: url.href })).rejects.toBeInstanceOf(StoreError);
    await expect(db.connect({ url: url.href })).rejects.toMatchObject({ code: 'unavailable' });
  });
});
