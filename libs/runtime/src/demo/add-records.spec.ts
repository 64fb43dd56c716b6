import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { verify } from '@reglament/store';
import { testDatabase, type TestDatabase } from '@reglament/testing';
import { PackagesInvalid } from '../packages/package-problem.js';
import { createRegistries } from '../registries.js';
import { loadDemoBase } from './load-base.js';
import { sampleId } from './sample-id.js';
import { samplePackages } from './testing/sample-packages.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

const fixture = path.join(__dirname, '../../../../test/runtime/fixtures/registry-package');

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'reglament-records-'));
  await samplePackages(folder);
  await cp(fixture, folder, { recursive: true });
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const load = () => loadDemoBase(database.store, { root: folder, dataDir: path.join(folder, 'data'), ...createRegistries() });
const give = (records: readonly object[]) => writeFile(path.join(folder, 'workflows/town/samples/records.json'), JSON.stringify(records));
const card = (key: string, data: object, more: object = {}) => ({ key, registry: 'guides', organisation: 'school', data: { subject: 'music', ...data }, ...more });
const told = () => load().then(() => null, (error: unknown) => (error instanceof PackagesInvalid ? error.problems.map(({ file, pointer, found, expected }) => [path.basename(file), pointer, found, expected]) : error));

describe('sample records', () => {
  it('are in the registries of a new demo base, under ids that are always the same', async () => {
    await give([card('first', { person: { $person: 'three' }, hours: 3 }), card('again', { person: { $person: 'three' }, note: 'Merged' }), card('other', { person: { $person: 'one' } }, { organisation: 'office' })]);
    await load();
    const rows = await database.store.query<Record<string, unknown>>({ text: 'select r.id, r.title, r.version, r.data, o.short_name as organisation from records r join organisations o on o.id = r.organisation order by r.title' });
    const person = `person:${sampleId('person', 'three')}`;
    expect(rows).toEqual([
      { id: sampleId('record', 'first'), title: 'Елагина Вера', version: 2, data: { person, subject: 'music', hours: 3, note: 'Merged' }, organisation: 'Школа' },
      { id: sampleId('record', 'other'), title: 'Лугова Мария Денисовна', version: 1, data: { person: `person:${sampleId('person', 'one')}`, subject: 'music' }, organisation: 'Отдел' },
    ]);
    await load();
    expect(await database.store.query({ text: 'select version from records where version = 2' })).toHaveLength(1);
    expect((await verify(database.store)).checks.filter(({ invariant, outcome }) => invariant === 'records' && outcome !== 'holds')).toEqual([]);
  });

  it('that name what is not there are refused, each at its place', async () => {
    await give([card('a', { person: { $person: 'nobody' } }), card('a', { person: { $record: 'later' } }, { registry: 'none', organisation: 'nowhere' }), card('later', { note: { $file: { name: 'a.txt', text: 'a' } } })]);
    expect(await told()).toEqual([
      ['records.json', '/0/data/person/$person', '"nobody"', 'the key of a person'],
      ['records.json', '/1/key', '"a"', 'a key of its own'],
      ['records.json', '/1/registry', '"none"', expect.stringContaining('guides')],
      ['records.json', '/1/organisation', '"nowhere"', 'the key of an organisation'],
      ['records.json', '/1/data/person/$record', '"later"', 'the key of a record before this one'],
      ['records.json', '/2/data/note', '"$file"', expect.stringContaining('no file')],
    ]);
  });

  it('that their form does not let through are told with the field, and the base is not made by halves', async () => {
    await give([card('a', { person: { $person: 'one' }, hours: 99 })]);
    expect(await told()).toEqual([['records.json', '/0/data', expect.stringContaining('/hours'), expect.stringContaining('guide-card')]]);
    expect(await database.store.query({ text: 'select from people' })).toHaveLength(0);
  });
});
