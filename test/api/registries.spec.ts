import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Page, RecordRow, RecordView, RegistryFigures, RegistryRow, StartedInstance, TaskRow } from '@reglament/contracts';
import { createRegistries, loadPackages } from '@reglament/runtime';
import { addRoleAssignments, eraseRecord, inTransaction } from '@reglament/store';
import { openServer, type Client, type Server } from './client.js';

// A real database on a busy machine.
jest.setTimeout(120_000);

let server: Server;
let head: Client;
let director: Client;
let stranger: Client;
const record: Record<'office' | 'centre', string> = { office: '', centre: '' };

beforeAll(async () => {
  server = await openServer();
  const { store } = server.office.database;
  const rows = await store.query<{ id: string; parent: string | null; name: string }>({ text: 'select id, parent, short_name as name from organisations' });
  const office = rows.find(({ parent }) => parent === null)!.id;
  const centre = rows.find(({ name }) => name.includes('Методический центр'))!.id;
  await loadPackages(store, { root: path.join(__dirname, '../runtime/fixtures/registry-package'), organisation: office, demo: false, ...createRegistries() });
  await server.office.runtime.shell.settings.refresh();
  const give = async (login: string, role: string, organisation: string): Promise<string> => {
    const { person } = await server.office.person(login);
    await addRoleAssignments(store, [{ id: randomUUID(), person: person.slice('person:'.length), organisation, role, from: null, to: null }]);
    return person;
  };
  const specialist = await give('specialist', 'worker', office);
  const methodist = await give('methodist3', 'worker', centre);
  await give('head', 'keeper', office);
  await give('director', 'keeper', centre);
  server.office.runtime.shell.people.forget();
  [head, director, stranger] = await Promise.all(['head', 'director', 'accountant'].map((login) => server.signIn(login))) as [Client, Client, Client];
  record.office = await keep('specialist', { person: specialist, subject: 'physics', hours: 12, tags: ['rural'], active: true, note: '=cmd|calc' });
  record.centre = await keep('methodist3', { person: methodist, subject: 'music', hours: 7, note: 'Слева; "справа"' });
});
afterAll(() => server.close());

/** A case that keeps the card, and the id of the record. */
async function keep(login: string, data: object): Promise<string> {
  const client = await server.signIn(login);
  const started = (await client.send('POST', '/process-instances', { definition: 'keep-guide' })).body as unknown as StartedInstance;
  const done = await client.send('POST', `/tasks/${(started.next[0] as TaskRow).id}/complete`, { outcome: 'done', data });
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  const [row] = await server.office.database.store.query<{ record: string }>({ text: 'select record from record_writes where instance = $1' }, [started.instance]);
  return row!.record;
}
const list = async (client: Client, query = ''): Promise<Page<RecordRow>> => (await client.send('GET', `/registries/guides/records${query}`)).body as unknown as Page<RecordRow>;
const ids = async (client: Client, query = ''): Promise<readonly string[]> => (await list(client, query)).items.map(({ id }) => id);

describe('registries over HTTP', () => {
  it('are listed for those who read them, with columns in the reader\'s language', async () => {
    const { items } = (await head.send('GET', '/registries')).body as unknown as Page<RegistryRow>;
    const own = items.find(({ key }) => key === 'guides')!;
    expect(own).toMatchObject({ title: 'Кураторы', description: 'Кто сопровождает молодых педагогов', titleField: 'person', titleLabel: 'Наставник' });
    expect(own.columns.map(({ field, title, kind, filter, sortable }) => [field, title, kind, filter, sortable])).toEqual([
      ['person', 'Наставник', 'reference', false, false], ['subject', 'Предмет', 'choice', true, true], ['hours', 'Часов в неделю', 'number', false, true],
      ['tags', 'Где', 'list', true, false], ['active', 'В строю', 'boolean', true, true], ['note', 'Примечание', 'text', false, true],
    ]);
    expect(own.columns[1]!.options).toEqual([{ value: 'physics', title: 'Физика' }, { value: 'music', title: 'Музыка' }]);
    expect((await stranger.send('GET', '/registries')).body).toMatchObject({ items: [], total: 0 });
  });

  it('show the records of the role\'s organisation and of those below it, and no others', async () => {
    expect([...await ids(head)].sort()).toEqual([record.office, record.centre].sort());
    expect(await ids(director)).toEqual([record.centre]);
    const [row] = (await list(head, '?sort=hours&order=desc')).items;
    expect(row).toMatchObject({ id: record.office, reference: `record:${record.office}`, version: 1, cells: { subject: 'Физика', hours: '12', tags: 'Село', active: 'да' }, organisation: { title: 'Отдел образования' } });
    expect(row!.title).toMatch(/Вьюгина/u);
    expect(row!.cells['person']).toBe(row!.title);
  });

  it('answer 404 in the same words for what is not there and for what one may not see', async () => {
    const known = await stranger.send('GET', `/registries/guides/records/${record.office}`);
    const unknown = await head.send('GET', `/registries/guides/records/${randomUUID()}`);
    expect([known.status, unknown.status]).toEqual([404, 404]);
    expect(known.body['detail']).toBe(unknown.body['detail']);
    const paths = [`/registries/guides/records`, `/registries/guides/records.csv`, '/registries/nothing/records', `/registries/guides/records/${record.office}`, '/registries/guides/records/not-an-id'];
    expect(await Promise.all(paths.map(async (each) => (await stranger.send('GET', each)).status))).toEqual([404, 404, 404, 404, 404]);
    expect((await director.send('GET', `/registries/guides/records/${record.office}`)).status).toBe(404);
    expect((await director.send('GET', `/registries/other/records/${record.centre}`)).status).toBe(404);
    expect((await server.send('GET', '/registries/guides/records')).status).toBe(401);
  });

  it('are narrowed by column, searched by what they show and sorted by a column', async () => {
    expect(await ids(head, '?field.subject=music')).toEqual([record.centre]);
    expect(await ids(head, '?field.tags=rural')).toEqual([record.office]);
    expect(await ids(head, '?field.active=true')).toEqual([record.office]);
    expect(await ids(head, '?q=%D0%B2%D1%8C%D1%8E%D0%B3')).toEqual([record.office]);
    expect(await ids(head, '?sort=hours&order=asc')).toEqual([record.centre, record.office]);
    expect(await ids(head, '?sort=nothing&limit=1')).toHaveLength(1);
    const refused = await head.send('GET', '/registries/guides/records?field.hours=7');
    expect(refused).toMatchObject({ status: 422, body: { code: 'queryInvalid', detail: expect.stringContaining('hours') } });
  });

  it('page by key with a cursor', async () => {
    const first = await list(head, '?sort=hours&order=asc&limit=1');
    expect(first).toMatchObject({ total: 2, totalCapped: false, pageInfo: { hasNextPage: true } });
    const second = await list(head, `?sort=hours&order=asc&limit=1&after=${encodeURIComponent(first.pageInfo.endCursor!)}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([record.centre, record.office]);
  });

  it('tell a record in the words of its form, and the case that wrote it to whoever may read the case', async () => {
    const { body, headers } = await head.send('GET', `/registries/guides/records/${record.office}`);
    const view = body as unknown as RecordView;
    expect(headers.get('etag')).toBe('"1"');
    expect(view).toMatchObject({ registry: { key: 'guides', title: 'Кураторы' }, erased: false, version: 1 });
    expect(view.fields.map(({ label, text }) => [label, text])).toEqual(expect.arrayContaining([['Предмет', 'Физика'], ['Часов в неделю', '12'], ['Работает', 'да']]));
    expect(view.writes).toEqual([expect.objectContaining({ version: 1, initial: false, case: { id: expect.any(String), title: 'Keep a mentor' }, step: 'record.write' })]);
    const seen = (await director.send('GET', `/registries/guides/records/${record.centre}`)).body as unknown as RecordView;
    expect(seen.writes).toHaveLength(1);
  });

  it('are saved as CSV that a Russian spreadsheet opens and runs nothing of', async () => {
    const answer = await head.send('GET', '/registries/guides/records.csv?sort=hours&order=desc');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('Кураторы.csv');
    const lines = String(answer.body['text']).split('\r\n');
    expect(lines[0]).toBe('Наставник;Предмет;Часов в неделю;Где;В строю;Примечание;Организация;Изменено');
    expect(lines[1]).toMatch(/;Физика;12;Село;да;'=cmd\|calc;Отдел образования;\d{4}-\d{2}-\d{2}$/u);
    expect(lines[2]).toContain(';"Слева; ""справа""";');
    expect(lines).toHaveLength(4);
    const [logged] = await server.office.database.store.query<{ data: object }>({ text: `select data from audit where action = 'records.exported'` });
    expect(logged).toEqual({ data: { rows: 2 } });
    expect(String((await director.send('GET', '/registries/guides/records.csv')).body['text']).split('\r\n')).toHaveLength(3);
  });

  it('count over the records that the reader sees, in figures that say what stands behind them', async () => {
    const figures = async (client: Client, query = '') => ((await client.send('GET', `/registries/guides/figures${query}`)).body as unknown as RegistryFigures).figures;
    expect(await figures(head)).toEqual([
      { key: 'active', title: 'В строю', type: 'share', count: 1, of: 2, percent: 50 },
      { key: 'hours', title: 'Часов в неделю', type: 'sum', value: 19, of: 2, unit: 'ч' },
      { key: 'by-subject', title: 'По предметам', type: 'groups', of: 2, groups: [{ value: 'physics', title: 'Физика', count: 1 }, { value: 'music', title: 'Музыка', count: 1 }] },
    ]);
    expect((await figures(director))[0]).toMatchObject({ count: 0, of: 1, percent: 0 });
    expect((await figures(head, '?field.subject=music'))[1]).toMatchObject({ value: 7, of: 1 });
    expect((await figures(head, '?q=nobody'))[0]).toMatchObject({ count: 0, of: 0, percent: null });
    expect(await ids(head, '?figure=active')).toEqual([record.office]);
    expect(await ids(head, '?figure=by-subject&group=music')).toEqual([record.centre]);
    expect(await ids(director, '?figure=active')).toEqual([]);
    expect((await head.send('GET', '/registries/guides/records?figure=nothing')).status).toBe(422);
    expect((await head.send('GET', '/registries/guides/records?figure=active&group=music')).status).toBe(422);
    expect(await Promise.all(['figures', 'figures.csv', ''].map(async (each) => (await stranger.send('GET', `/registries/guides/${each}`)).status))).toEqual([404, 404, 404]);
    expect((await head.send('GET', '/registries/guides')).body).toMatchObject({ key: 'guides', figures: true });
    const file = await head.send('GET', '/registries/guides/figures.csv');
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain('Кураторы – показатели.csv');
    expect(String(file.body['text']).split('\r\n').slice(0, 3)).toEqual(['Показатель;Значение;Число;Из скольких;Доля, %;Единица', 'В строю;;1;2;50;', 'Часов в неделю;;19;2;;ч']);
  });

  it('leave out a record that was erased, and say so of it', async () => {
    const erased = await keep('specialist', { person: (await server.office.person('clerk')).person, subject: 'music' });
    await inTransaction(server.office.database.store, (tx) => eraseRecord(tx, erased));
    expect(await ids(head)).not.toContain(erased);
    expect((await head.send('GET', `/registries/guides/records/${erased}`)).body).toMatchObject({ erased: true, fields: [], title: '—' });
  });
});
