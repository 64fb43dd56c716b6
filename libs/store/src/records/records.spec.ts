import { randomUUID } from 'node:crypto';
import { organisationIn, personIn, startOf, testDatabase, type TestDatabase } from '@reglament/testing';
import type { Store } from '../connection/connect-store.js';
import { inTransaction } from '../connection/in-transaction.js';
import { moveOrganisation } from '../organisations/move-organisation.js';
import { erasePerson } from '../people/erase-person.js';
import { saveTransition } from '../transition/save-transition.js';
import { verify } from '../verify/verify.js';
import { eraseRecord, expiredRecords, retainRecord } from './erase-record.js';
import { findRecord, findRecords, listRecords, writesOfRecord } from './list-records.js';
import { addRecord, changeRecord, lockRecordByKey, recordWrittenBy, type RecordContent } from './save-record.js';

let db: TestDatabase;
let region: { id: string; path: string };
let school: { id: string; path: string };
beforeAll(async () => {
  db = await testDatabase();
  region = await organisationIn(db.store);
  school = await organisationIn(db.store, { parent: region.id });
});
afterAll(async () => {
  expect((await verify(db.store)).checks.filter(({ outcome }) => outcome === 'broken')).toEqual([]);
  await db.close();
});

const content = (title: string, more: Partial<RecordContent> = {}): RecordContent => ({
  definitionHash: 'h', naturalKey: title, data: { title }, title, titleParty: null, search: title, parties: [], by: null, at: '2026-11-22T09:00:00.000Z', ...more,
});
/** As a case would: makes the record, or writes its next version. */
const put = (registry: string, given: RecordContent, organisation = school.id, on: Store = db.store): Promise<{ id: string; version: number }> => inTransaction(on, async (tx) => {
  const known = await lockRecordByKey(tx, { organisation, registry }, given.naturalKey);
  if (known) return { id: known.id, version: await changeRecord(tx, known.id, known.version, given) };
  const id = randomUUID();
  await addRecord(tx, id, { organisation, registry }, given);
  return { id, version: 1 };
});
const everywhere = () => ({ paths: [region.path], upTo: [] });
const titles = async (registry: string, more: object = {}, page: object = {}) => (await listRecords(db.store, { registry, scope: everywhere(), ...more }, page)).items.map(({ title }) => title);

describe('records of a registry', () => {
  it('with one natural key are one, however many clients bring it at once', async () => {
    const clients = [db.store, await db.connect(), await db.connect()];
    const written = await Promise.all(Array.from({ length: 30 }, (_, n) => put('raced', content('same'), school.id, clients[n % 3] as Store)));
    expect(new Set(written.map(({ id }) => id)).size).toBe(1);
    expect(written.map(({ version }) => version).sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    await put('raced', content('same'), region.id);
    expect(await titles('raced')).toEqual(['same', 'same']);
  });

  it('are not changed by whoever has read an older version', async () => {
    const { id } = await put('stale', content('one'));
    await put('stale', content('one'));
    await expect(inTransaction(db.store, (tx) => changeRecord(tx, id, 1, content('two')))).rejects.toMatchObject({ code: 'conflict' });
    await expect(inTransaction(db.store, (tx) => addRecord(tx, randomUUID(), { organisation: school.id, registry: 'stale' }, content('one')))).rejects.toMatchObject({ code: 'duplicate' });
  });

  it('say which service of which case wrote them, and no service writes twice', async () => {
    const begun = startOf(school);
    await saveTransition(db.store, begun);
    const by = { instance: begun.after.id, activity: 7, node: 'keep' };
    const { id } = await put('written', content('one', { by }));
    expect(await recordWrittenBy(db.store, by)).toEqual({ record: id, version: 1 });
    expect(await writesOfRecord(db.store, id)).toEqual([{ version: 1, instance: begun.after.id, node: 'keep', at: '2026-11-22T09:00:00.000Z' }]);
    await expect(put('written', content('two', { by }))).rejects.toMatchObject({ code: 'duplicate' });
    expect(await titles('written')).toEqual(['one']);
  });

  it('are seen from their organisation and from above it, and by cases along the line', async () => {
    const other = await organisationIn(db.store, { parent: region.id });
    await put('scoped', content('of the school'));
    await put('scoped', content('of the region'), region.id);
    await put('scoped', content('of the other'), other.id);
    const seen = async (paths: string[], upTo: string[] = []) => (await titles('scoped', { scope: { paths, upTo } }, { sort: 'title', order: 'asc' }));
    expect(await seen([school.path])).toEqual(['of the school']);
    expect(await seen([region.path])).toEqual(['of the other', 'of the region', 'of the school']);
    expect(await seen([school.path], [school.path])).toEqual(['of the region', 'of the school']);
    expect(await seen([])).toEqual([]);
    await inTransaction(db.store, (tx) => moveOrganisation(tx, other.id, school.id));
    expect(await seen([school.path])).toEqual(['of the other', 'of the school']);
  });

  it('are narrowed by field, searched by what is shown and sorted by text and by number', async () => {
    const of = (name: string, years: number, tags: string[], more: object = {}) => put('cards', content(name, { data: { name, years, tags, at: { place: name.toLowerCase() }, ...more }, search: `${name} ${years}` }));
    await of('Ёлкина', 9, ['a']);
    await of('Жукова', 10, ['a', 'b'], { done: true });
    await of('Аверина', 100, []);
    const equals = (path: string, values: (string | number | boolean)[], list = false) => ({ fields: [{ kind: 'equals', path, values, list }] });
    const byName = { sort: 'title', order: 'asc' };
    expect(await titles('cards', {}, byName)).toEqual(['Аверина', 'Ёлкина', 'Жукова']);
    expect(await titles('cards', equals('tags', ['a'], true), byName)).toEqual(['Ёлкина', 'Жукова']);
    expect(await titles('cards', equals('years', [9, 100]), byName)).toEqual(['Аверина', 'Ёлкина']);
    expect(await titles('cards', equals('done', [true]))).toEqual(['Жукова']);
    expect(await titles('cards', { fields: [{ kind: 'absent', path: 'done' }] }, byName)).toEqual(['Аверина', 'Ёлкина']);
    expect(await titles('cards', { fields: [{ kind: 'contains', path: 'at.place', text: 'УКОВ' }] })).toEqual(['Жукова']);
    expect(await titles('cards', { q: '10' }, byName)).toEqual(['Аверина', 'Жукова']);
    expect(await titles('cards', { q: '%' })).toEqual([]);
    expect(await titles('cards', {}, { sort: 'field', sortField: { path: 'years', type: 'number' }, order: 'asc' })).toEqual(['Ёлкина', 'Жукова', 'Аверина']);
    const paged = { sort: 'field', sortField: { path: 'years', type: 'number' }, order: 'desc', limit: 1 } as const;
    const first = await listRecords(db.store, { registry: 'cards', scope: everywhere() }, paged);
    const second = await listRecords(db.store, { registry: 'cards', scope: everywhere() }, { ...paged, after: first.pageInfo.endCursor! });
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(['Аверина', 'Жукова']);
    expect(first).toMatchObject({ total: 3, totalCapped: false });
  });

  it('come to a process oldest first, with how many there are', async () => {
    for (const name of ['x', 'y', 'z']) await put('found', content(name, { at: `2026-11-2${'xyz'.indexOf(name)}T09:00:00.000Z` }));
    const found = await findRecords(db.store, { registry: 'found', scope: everywhere(), ids: null, limit: 2 });
    expect(found).toMatchObject({ count: 3, records: [{ data: { title: 'x' } }, { data: { title: 'y' } }] });
    expect(await findRecords(db.store, { registry: 'found', scope: everywhere(), ids: [found.records[1]!.id], limit: 5 })).toMatchObject({ count: 1, records: [{ data: { title: 'y' } }] });
  });

  it('lose their values when they are erased, and the name of a person who is', async () => {
    const person = await personIn(db.store, school.id);
    const { id } = await put('erased', content('Лугова', { titleParty: person, parties: [person], data: { person } }));
    await inTransaction(db.store, (tx) => erasePerson(tx, person.slice('person:'.length)));
    expect(await findRecord(db.store, id)).toMatchObject({ title: '', titleParty: person });
    expect(await titles('erased', { q: 'лугов' })).toEqual([]);
    await retainRecord(db.store, id, '2026-01-01', true);
    expect(await expiredRecords(db.store, '2026-11-22')).toEqual([]);
    expect(await inTransaction(db.store, (tx) => eraseRecord(tx, id))).toBe(false);
    await retainRecord(db.store, id, '2026-01-01', false);
    expect(await expiredRecords(db.store, '2026-11-22')).toEqual([id]);
    expect(await inTransaction(db.store, (tx) => eraseRecord(tx, id))).toBe(true);
    expect(await findRecord(db.store, id)).toMatchObject({ data: null, title: null, version: 1 });
    expect(await titles('erased')).toEqual([]);
    await put('erased', content('Лугова'));
    expect(await titles('erased')).toEqual(['Лугова']);
  });
});
