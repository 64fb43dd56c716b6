import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { addWorkingDays } from '@reglament/calendar';
import { createRegistries, createRuntime, loadDemoBase, playDemoCases, verifyBase, type Runtime } from '@reglament/runtime';
import { testDatabase, type TestDatabase } from '@reglament/testing';
import { granted } from '../replay/office.js';

// A real database, and two dozen cases on a busy machine.
jest.setTimeout(600_000);

const root = path.join(__dirname, '../..');
const DAY = 86_400_000;
/** Monday, 10:00 in the town of the demo base. */
const MONDAY = Date.parse('2026-10-05T03:00:00Z');

let database: TestDatabase;
let dataDir: string;
let runtime: Runtime;
let ahead = 0;
const told: unknown[] = [];

beforeAll(async () => {
  const began = Date.now();
  database = await testDatabase();
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'reglament-season-'));
  await loadDemoBase(database.store, { root, dataDir, ...createRegistries() });
  runtime = await createRuntime({
    store: database.store, connection: { url: database.url }, root, realNow: () => MONDAY + ahead + Date.now() - began,
    log: { info: () => undefined, error: (event, fields) => told.push([event, fields]) },
  });
  await runtime.startBackground();
  await playDemoCases(runtime.shell, { root, dataDir });
});
afterAll(async () => {
  await runtime.stop();
  const report = await verifyBase(database.store);
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
  expect(report.clean).toBe(true);
});

const rows = <Row extends object>(text: string, ...values: unknown[]): Promise<readonly Row[]> => database.store.query<Row>({ text }, values);
const byState = async (): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries((await rows<{ state: string; n: number }>(`select data ->> 'state' as state, count(*)::int as n from records where registry = 'pairs' group by 1`)).map(({ state, n }) => [state, n]));

async function settle(): Promise<void> {
  for (let quiet = 0; quiet < 3;) {
    await runtime.background?.sweep();
    const [left] = await rows<{ n: number }>('select (select count(*) from outbox where due_at <= now())::int + (select count(*) from timers where at <= $1)::int as n', runtime.shell.clock.now());
    quiet = left?.n === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}

/** Moves the clock to the morning after the n-th working day. */
async function afterWorkingDays(n: number): Promise<void> {
  const [department] = await rows<{ id: string }>('select id from organisations where parent is null');
  const today = runtime.shell.clock.now().slice(0, 10);
  const found = addWorkingDays(today, n, runtime.shell.organisations.facts(department!.id)!.calendar!);
  if (found.kind !== 'date') throw new Error(JSON.stringify(found));
  ahead += Date.parse(found.date) - Date.parse(today) + DAY;
  await settle();
}

describe('a season of 24 pairs, 7 of which have met', () => {
  it('scenario 4: is played through from the applications to the first meetings', async () => {
    expect(told).toEqual([]);
    expect(await byState()).toEqual({ approved: 17, active: 7 });
    expect(await rows(`select 1 from records where registry = 'pairs' and data ->> 'orderNumber' is null`)).toEqual([]);
  });

  it('scenario 4: shows 17 as not started after 20 working days, and the lead is told of each', async () => {
    await afterWorkingDays(20);
    expect(await byState()).toEqual({ 'not-started': 17, active: 7 });
    const [lead] = await rows<{ person: string }>(`select person from role_assignments where role = 'lead'`);
    const { items } = granted(await runtime.listNotifications({ person: `person:${lead!.person}`, locale: 'ru', address: null }, { limit: 100 }));
    expect(items.filter(({ text }) => text.includes('20 рабочих дней без встречи'))).toHaveLength(17);
  });

  it('scenario 4: gives the head 17 decisions after 30', async () => {
    await afterWorkingDays(10);
    expect(await rows(`select 1 from tasks where node = 'startdecision' and status = 'open'`)).toHaveLength(17);
  });
});
