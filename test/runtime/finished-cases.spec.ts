import { listTasks, type Queryable } from '@reglament/store';
import type { Caller } from '@reglament/runtime';
import pg from 'pg';
import { definitionOf, end, work } from './definitions.js';
import { openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(120_000);

const OPEN = 60;

let office: SmallOffice;
let worker: Caller;
let owner: pg.Client;

beforeAll(async () => {
  office = await openSmallOffice();
  worker = await office.person('worker');
  owner = new pg.Client({ connectionString: office.database.ownerUrl });
  await owner.connect();
  await office.publish(definitionOf('plain', { first: work('done'), done: end }));
  for (let n = 0; n < OPEN; n += 1) await office.start(worker, 'plain');
});
afterAll(async () => {
  await owner.end();
  await office.close();
});

interface Plan { readonly 'Shared Hit Blocks'?: number; readonly 'Shared Read Blocks'?: number }

/** Pages of the database that a reading touches: what it costs, whatever else the machine does. */
async function pagesOf(read: (db: Queryable) => Promise<unknown>): Promise<number> {
  let pages = 0;
  await read({
    async query<Row>(statement: { readonly text: string }, values: readonly unknown[] = []): Promise<Row[]> {
      const explained = await owner.query<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(`explain (analyze, buffers, format json) ${statement.text}`, values as unknown[]);
      const plan = explained.rows[0]!['QUERY PLAN'][0]!.Plan;
      pages += (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
      return (await owner.query(statement.text, values as unknown[])).rows as Row[];
    },
  });
  return pages;
}

/** Cases that have ended with their one task, as many as told; copied from a real one. */
async function addFinished(count: number): Promise<void> {
  await owner.query(`insert into process_instances (id, organisation, path, period, definition_key, definition_version, definition_hash, status, starter, started_at, ended_at, version, history_seq, head_hash, snapshot)
    select gen_random_uuid(), organisation, path, period, definition_key, definition_version, definition_hash, 'completed', starter, started_at - n * interval '1 minute', started_at, 2, 9, head_hash, snapshot
    from (select * from process_instances where status = 'active' limit 1) one, generate_series(1, $1::int) n`, [count]);
  await owner.query(`insert into tasks (id, instance, organisation, path, period, activity, node, title, performers, excluded, priority, why, status, outcome, completed_by, opened_at, closed_at)
    select i.id || '.copy', i.id, i.organisation, i.path, i.period, 1, t.node, t.title, t.performers, '{}', 0, t.why, 'completed', 'done', $1, i.started_at, i.ended_at
    from process_instances i, (select * from tasks where status = 'open' limit 1) t
    where i.status = 'completed' and not exists (select from tasks known where known.instance = i.id)`, [worker.person]);
  for (const table of ['tasks', 'process_instances']) await owner.query(`vacuum analyze ${table}`);
}

async function removeFinished(): Promise<void> {
  await owner.query(`delete from process_instances i using tasks t where t.instance = i.id and t.id like '%.copy'`);
  await owner.query(`delete from tasks where id like '%.copy'`);
}

describe('a worklist', () => {
  it('touches as many pages with 5,000 finished cases as with 50,000', async () => {
    const keys = [worker.person, `role:worker@${office.organisation}`];
    const worklist = (db: Queryable): Promise<unknown> => listTasks(db, { scope: 'available', person: worker.person, keys, paths: [] }, { limit: 25 });
    try {
      await addFinished(5_000);
      const few = await pagesOf(worklist);
      await addFinished(45_000);
      const many = await pagesOf(worklist);
      expect(await office.count(`tasks where status = 'completed'`)).toBe(50_000);
      expect(few).toBeGreaterThan(0);
      // An index over ten times the rows may be one page deeper for each of the sixty open tasks.
      expect(many - few).toBeLessThanOrEqual(OPEN);
    } finally {
      await removeFinished();
    }
  });
});
