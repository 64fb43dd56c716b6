import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import PizZip from 'pizzip';
import { addWorkingDays } from '@reglament/calendar';
import type { RegistryFigureView } from '@reglament/contracts';
import { createRegistries, createRuntime, loadDemoBase, readDemoPasswords, verifyBase, type Caller, type Runtime } from '@reglament/runtime';
import { loadInstance } from '@reglament/store';
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
let season: string;
let passwords: ReadonlyMap<string, string>;
const told: unknown[] = [];

beforeAll(async () => {
  const began = Date.now();
  database = await testDatabase();
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'reglament-season-'));
  const { accountsFile } = await loadDemoBase(database.store, { root, dataDir, ...createRegistries() });
  passwords = await readDemoPasswords(accountsFile ?? '');
  runtime = await createRuntime({
    store: database.store, connection: { url: database.url }, root, dataDir, realNow: () => MONDAY + ahead + Date.now() - began,
    log: { info: () => undefined, error: (event, fields) => told.push([event, fields]) },
  });
  await runtime.startBackground();
  await loadSeason();
});
afterAll(async () => {
  await runtime.stop();
  const report = await verifyBase(database.store);
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
  expect(report.clean).toBe(true);
});

const rows = <Row extends object>(text: string, ...values: unknown[]): Promise<readonly Row[]> => database.store.query<Row>({ text }, values);
const dashboard = async (who: Caller): Promise<Readonly<Record<string, RegistryFigureView>>> =>
  Object.fromEntries(granted(await runtime.viewFigures(who, { registry: 'pairs', fields: { season: '2026/2027' } }, {})).figures.map((figure) => [figure.key, figure]));
const byState = async (): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries((await rows<{ state: string; n: number }>(`select data ->> 'state' as state, count(*)::int as n from records where registry = 'pairs' group by 1`)).map(({ state, n }) => [state, n]));

/** As an administrator does in the panel: asks for the package, asks again while it is loaded, and looks until it is there. */
async function loadSeason(): Promise<void> {
  const [admin] = await rows<{ person: string }>(`select person from role_assignments where role = 'administrator' order by person`);
  const caller: Caller = { person: `person:${admin!.person}`, locale: 'ru', address: null };
  const season = async () => granted(await runtime.sampleCases.list(caller)).find(({ key }) => key === 'demo-workshop')!;
  granted(await runtime.sampleCases.load(caller, { package: 'demo-workshop' }));
  granted(await runtime.sampleCases.load(caller, { package: 'demo-workshop' }));
  expect(await season()).toMatchObject({ title: 'Демо: сезон методической мастерской', cases: 50, loading: true });
  while ((await season()).loading) await new Promise((resolve) => { setTimeout(resolve, 200); });
  expect(await season()).toMatchObject({ played: 50, refused: 0, loading: false });
  expect(await rows(`select 1 from audit where action = 'sampleCases.loaded'`)).toHaveLength(1);
  expect(await runtime.sampleCases.load(caller, { package: 'nothing-of-that-name' })).toMatchObject({ ok: false, refusal: { status: 404 } });
}

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

const by = async (role: string): Promise<Caller> => {
  const [held] = await rows<{ person: string }>('select person from role_assignments where role = $1 and organisation = (select id from organisations where parent is null) order by person', role);
  return { person: `person:${held!.person}`, locale: 'ru', address: null };
};

/** Completes the task of a node with what is given over what its form was filled with. */
async function complete(who: Caller, node: string, outcome: string, data: Readonly<Record<string, unknown>>, password?: string) {
  let task: { id: string } | undefined;
  for (const last = Date.now() + 60_000; !task && Date.now() < last;) {
    [task] = await rows<{ id: string }>(`select id from tasks where node = $1 and status = 'open'`, node);
    if (!task) await settle();
  }
  if (!task) throw new Error(`nothing open at ${node}`);
  const { data: given } = granted(await runtime.viewTask(who, task.id));
  const answer = await runtime.completeTask(who, { task: task.id, idempotencyKey: null, body: { outcome, data: { ...given, ...data }, ...(password !== undefined && { password }) } });
  await settle();
  return answer;
}

describe('a season of 24 pairs, 7 of which have met', () => {
  it('scenario 4: is played through from the applications to the first meetings', async () => {
    expect(told).toEqual([]);
    expect(await byState()).toEqual({ approved: 17, active: 7 });
    expect(await rows(`select 1 from records where registry = 'pairs' and data ->> 'orderNumber' is null`)).toEqual([]);
  });

  it('scenario 4: counts by itself: «Начато 7 из 24 (29,2 %)»', async () => {
    const [found] = await rows<{ id: string }>(`select id from process_instances where definition_key = 'workshop-season'`);
    season = found!.id;
    await settle();
    expect((await loadInstance(database.store, season))!.snapshot).toMatchObject({ subject: 'Сезон 2026/2027: начато 7 из 24 (29,2 %)', variables: { figures: { total: 24, started: 7, notStarted: 0, share: 29.2 } } });
    expect((await loadInstance(database.store, season))!.snapshot.state).toBe('running');
  });

  it('scenario 4: the dashboard above the registry counts the same, and opens the records behind it', async () => {
    const lead = await by('lead');
    expect(granted(await runtime.viewRegistry(lead, 'pairs')).columns.find(({ field }) => field === 'season')).toMatchObject({ kind: 'choice', options: [{ value: '2026/2027' }], preset: '2026/2027' });
    const figures = await dashboard(lead);
    expect(figures['started']).toMatchObject({ title: 'Начато', count: 7, of: 24, percent: 29.2 });
    expect(figures['completed']).toMatchObject({ count: 0, of: 24, percent: 0 });
    expect(figures['days-to-first-meeting']).toMatchObject({ type: 'mean', value: expect.any(Number), of: 7 });
    const [meetings] = await rows<{ days: number; hours: number }>(`select avg((data ->> 'firstMeeting')::date - (data ->> 'approvedOn')::date)::float8 as days, sum((data ->> 'hours')::float8) as hours from records where registry = 'pairs'`);
    expect(figures).toMatchObject({ 'days-to-first-meeting': { value: meetings?.days }, hours: { value: meetings?.hours } });
    expect(granted(await runtime.listRecords(lead, { registry: 'pairs', fields: {}, figure: 'started' }, { limit: 100 })).items).toHaveLength(7);
  });

  it('scenario 4: shows 17 as not started after 20 working days; mentor, trainee and lead are told of each', async () => {
    await afterWorkingDays(20);
    expect(await byState()).toEqual({ 'not-started': 17, active: 7 });
    expect((await dashboard(await by('lead')))['by-state']).toMatchObject({ of: 24, groups: [{ value: 'not-started', title: 'Не начата', count: 17 }, { value: 'active', title: 'В работе', count: 7 }] });
    const waiting = await rows<{ person: string }>(`select unnest(array[data ->> 'mentor', data ->> 'trainee']) as person from records where registry = 'pairs' and data ->> 'state' = 'not-started'`);
    for (const { person } of waiting) {
      const { items: notices } = granted(await runtime.listNotifications({ person: person as Caller['person'], locale: 'ru', address: null }, { limit: 100 }));
      expect(notices.filter(({ text }) => text.includes('20 рабочих дней без встречи'))).toHaveLength(waiting.filter((each) => each.person === person).length);
    }
    const { items } = granted(await runtime.listNotifications(await by('lead'), { limit: 100 }));
    expect(items.filter(({ text }) => text.includes('20 рабочих дней без встречи'))).toHaveLength(17);
  });

  it('scenario 4: gives the head 17 decisions after 30', async () => {
    await afterWorkingDays(10);
    expect(await rows(`select 1 from tasks where node = 'startdecision' and status = 'open'`)).toHaveLength(17);
  });

  it('scenario 4: a pair is closed with a reason alone', async () => {
    const head = await by('head');
    expect(await complete(head, 'startdecision', 'decided', { decision: 'close' })).toMatchObject({ ok: false, refusal: { status: 422, errors: [{ pointer: '/data/comment' }] } });
    granted(await complete(head, 'startdecision', 'decided', { decision: 'close', comment: 'Практикант перегружен новыми проектами' }));
    expect(await byState()).toEqual({ 'not-started': 16, active: 7, 'never-started': 1 });
    expect(await rows(`select 1 from records where registry = 'pairs' and data ->> 'reason' = 'Практикант перегружен новыми проектами'`)).toHaveLength(1);
  });

  it('asks the head on 15 January what is to be done where less than half has started, and not without grounds', async () => {
    ahead += Date.parse('2027-01-15T03:00:00Z') - Date.parse(runtime.shell.clock.now());
    await settle();
    expect(await rows(`select 1 from tasks where node = 'checkpoint' and status = 'open'`)).toEqual([]);
    ahead += DAY;
    await settle();
    const head = await by('head');
    expect(await complete(head, 'checkpoint', 'decided', { decision: 'strengthen' })).toMatchObject({ ok: false, refusal: { status: 422, errors: [{ pointer: '/data/grounds' }] } });
    granted(await complete(head, 'checkpoint', 'decided', { decision: 'strengthen', grounds: 'Начато меньше трети пар: назначить кураторов' }));
  });

  it('ends with a note whose figures are counted, and with the decision whether to go on', async () => {
    ahead += Date.parse('2027-06-08T03:00:00Z') - Date.parse(runtime.shell.clock.now());
    await settle();
    const lead = await by('lead');
    granted(await complete(lead, 'note', 'written', { good: 'Семь пар встречаются по плану', bad: 'Семнадцать пар не начали работу', todo: 'Назначать первую встречу в день приказа' }));
    granted(await complete(lead, 'note-sign', 'signed', {}, passwords.get('methodist')));
    const { variables } = (await loadInstance(database.store, season))!.snapshot;
    const file = granted(await runtime.readDocumentFile(lead, { document: (variables['note'] as { id: string }).id, format: 'docx' }));
    const text = [...new PizZip(file.bytes).file('word/document.xml')!.asText().matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((run) => run[1]).join('\n').replaceAll('\u00a0', ' ');
    expect(text).toContain('Сформировано пар: 24. Начали практику: 7 из 24 (29,2 %).');
    ahead += Date.parse('2027-08-26T03:00:00Z') - Date.parse(runtime.shell.clock.now());
    await settle();
    expect(await complete(await by('head'), 'continuation', 'decided', { decision: 'change', grounds: 'Практика полезна, но поздно начинается' })).toMatchObject({ ok: false, refusal: { errors: [{ pointer: '/data/changes' }] } });
    granted(await complete(await by('head'), 'continuation', 'decided', { decision: 'change', grounds: 'Практика полезна, но поздно начинается', changes: 'Начинать в сентябре' }));
    expect((await loadInstance(database.store, season))!.snapshot).toMatchObject({ status: 'completed', result: 'over' });
  });
});
