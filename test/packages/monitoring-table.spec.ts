import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createRegistries, createRuntime, loadDemoBase, playDemoCases, verifyBase, type Runtime } from '@reglament/runtime';
import { findAccount } from '@reglament/store';
import { testDatabase, type TestDatabase } from '@reglament/testing';

const root = path.join(__dirname, '../..');

let database: TestDatabase;
let dataDir: string;
let runtime: Runtime;
beforeAll(async () => {
  database = await testDatabase();
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'reglament-table-'));
  await loadDemoBase(database.store, { root, dataDir, ...createRegistries() });
  runtime = await createRuntime({ store: database.store, connection: { url: database.url }, root });
  await runtime.startBackground();
  await playDemoCases(runtime.shell, { root, dataDir, packages: ['demo-region'] });
}, 240_000);
afterAll(async () => {
  await runtime.stop();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

const ofState = async (state: string): Promise<{ readonly id: string; readonly snapshot: { readonly variables: Record<string, unknown> } }> =>
  (await database.store.query<{ id: string; snapshot: { variables: Record<string, unknown> } }>({ text: `select id, snapshot from process_instances where definition_key = 'monitoring-cycle' and parent is null and state = $1` }, [state]))[0]!;

describe('the answers of the demo base', () => {
  it('2.2.6 give table 1 of the regional note: 284 of 330 and 46 of 330, whole services, and a range', async () => {
    const { snapshot } = await ofState('assessment');
    const { coverage, indicators } = snapshot.variables['summary'] as { coverage: unknown; indicators: readonly Record<string, unknown>[] };
    expect(coverage).toMatchObject({ asked: 18, accepted: 18, percent: 100, absent: [] });
    const figures = indicators.map(({ name, numerator, denominator, percent, min, max }) => [name, numerator, denominator, percent, min, max]);
    expect(figures).toEqual([
      ['Муниципальная Школа молодого педагога', 18, 18, 100, null, null],
      ['Школа молодого педагога в ОУ', 284, 330, 86.1, null, null],
      ['Наставничество в небольших ОУ', 46, 330, 13.9, null, null],
      ['Группы ММС в социальных сетях', 18, 18, 100, null, null],
      ['Число групп профессиональных объединений', null, null, null, 3, 28],
      ['Районные МО предметников, классных руководителей, воспитателей ДОУ, педагогов ДО', 18, 18, 100, null, null],
      ['Сайт ММС', 18, 18, 100, null, null],
      ['Сайт профессиональных объединений', 18, 18, 100, null, null],
    ]);
  });

  it('leave a second cycle under way in which 16 of 18 have answered', async () => {
    const { id } = await ofState('collecting');
    const [counted] = await database.store.query<{ sent: number; asked: number }>({
      text: `select count(*)::int as asked, count(*) filter (where exists (select from submissions s where s.instance = c.id and s.node = 'fill'))::int as sent from process_instances c where c.parent = $1` }, [id]);
    expect(counted).toEqual({ asked: 18, sent: 16 });
    const [methodist] = await database.store.query<{ person: string }>({ text: `select person from role_assignments where role = 'monitoring-lead' limit 1` });
    const shown = await runtime.viewSummaries({ person: `person:${methodist!.person}`, locale: 'ru', address: null }, id);
    const [view] = shown.ok ? shown.value : [];
    expect(view).toMatchObject({ coverage: { asked: 18, accepted: 14 }, versions: [] });
    expect(view!.respondents.slice(14).map(({ at }) => at?.title)).toEqual(['На проверке', 'На исправлении', 'Заполняется', 'Заполняется']);
    expect(view!.respondents[16]?.who.title).toBe('ММС «Тальниковый»');
    expect(view!.respondents[0]).toMatchObject({ state: 'accepted', at: null, overdue: false });
    expect(await findAccount(database.store, 'district1')).not.toBeNull();
    expect((await verifyBase(database.store)).clean).toBe(true);
  });
});
