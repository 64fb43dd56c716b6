import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { organisationIn, testDatabase, type TestDatabase } from '@reglament/testing';
import { inTransaction } from '../connection/in-transaction.js';
import { countRecordFigures, valuesOfRecords, type FigureQuery } from './count-figures.js';
import type { RecordCondition } from './record-conditions.js';
import { addRecord } from './save-record.js';

interface Pair { readonly state: string; readonly season: string; readonly met?: string; readonly days?: number; readonly tags?: readonly string[] }

let db: TestDatabase;
let office: { id: string; path: string };
let school: { id: string; path: string };
beforeAll(async () => {
  db = await testDatabase();
  office = await organisationIn(db.store);
  school = await organisationIn(db.store, { parent: office.id });
});
afterAll(() => db.close());

const put = (registry: string, data: Pair, organisation = school.id): Promise<void> => inTransaction(db.store, async (tx) => {
  const naturalKey = randomUUID();
  await addRecord(tx, randomUUID(), { organisation, registry }, {
    definitionHash: 'h', naturalKey, title: data.state, titleParty: null, search: `${data.state} ${data.season}`, parties: [], by: null, at: '2026-11-22T09:00:00.000Z', data: { ...data },
  });
});
const within = (registry: string, paths: readonly string[] = [office.path]) => ({ registry, scope: { paths, upTo: [] } });
const is = (path: string, ...values: string[]): RecordCondition => ({ kind: 'equals', path, values, list: false });
const isNot = (path: string, ...values: string[]): RecordCondition => ({ kind: 'differs', path, values, list: false });
const met: RecordCondition = { kind: 'present', path: 'met' };

const pair = fc.record({
  state: fc.constantFrom('new', 'active', 'rejected', "o'clock"), season: fc.constantFrom('2025/2026', '2026/2027'),
  met: fc.constant('2026-10-01'), days: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 30 }).map((half) => half / 2)), tags: fc.subarray(['a', 'b']),
}, { requiredKeys: ['state', 'season'] });

describe('figures over the records of a registry', () => {
  it('are what counting the records one by one gives', async () => {
    let n = 0;
    await fc.assert(fc.asyncProperty(fc.array(pair, { maxLength: 12 }), async (pairs) => {
      const registry = `any-${n += 1}`;
      for (const each of pairs) await put(registry, each as Pair);
      const valid = pairs.filter(({ state }) => state !== 'rejected');
      const days = valid.flatMap((each) => (each.days === undefined ? [] : [each.days]));
      const sum = days.reduce((total, each) => total + each, 0);
      const [all, share, mean, total, states, tagged, unmet] = await countRecordFigures(db.store, within(registry), [
        { type: 'count', where: [] },
        { type: 'share', where: [met], of: [isNot('state', 'rejected')] },
        { type: 'mean', path: 'days', where: [isNot('state', 'rejected')] },
        { type: 'sum', path: 'days', where: [isNot('state', 'rejected')] },
        { type: 'groups', path: 'state', where: [is('season', '2026/2027')] },
        { type: 'count', where: [{ kind: 'equals', path: 'tags', values: ['a', 'b'], list: true }] },
        { type: 'count', where: [{ kind: 'absent', path: 'met' }, is('state', 'new', "o'clock")] },
      ] satisfies FigureQuery[]);
      expect(all).toMatchObject({ count: pairs.length });
      expect(share).toMatchObject({ count: valid.filter((each) => each.met !== undefined).length, of: valid.length });
      expect(total).toMatchObject({ of: days.length, value: days.length === 0 ? null : sum });
      expect(mean?.of).toBe(days.length);
      if (days.length > 0) expect(mean?.value).toBeCloseTo(sum / days.length, 9);
      const now = pairs.filter(({ season }) => season === '2026/2027');
      expect(states).toMatchObject({ count: now.length, of: now.length });
      expect(Object.fromEntries((states?.groups ?? []).map(({ value, count }) => [value, count]))).toEqual(Object.fromEntries([...new Set(now.map(({ state }) => state))].map((state) => [state, now.filter((each) => each.state === state).length])));
      expect(tagged).toMatchObject({ count: pairs.filter(({ tags }) => (tags ?? []).length > 0).length });
      expect(unmet).toMatchObject({ count: pairs.filter((each) => each.met === undefined && ['new', "o'clock"].includes(each.state)).length });
    }), { numRuns: 25 });
  });

  it('are of the scope and of what the list is narrowed to, and of nothing else', async () => {
    await put('scoped', { state: 'active', season: '2026/2027' });
    await put('scoped', { state: 'active', season: '2025/2026' }, office.id);
    const all = { type: 'count', where: [] } as const;
    const of = async (filter: object, paths = [office.path]) => (await countRecordFigures(db.store, { ...within('scoped', paths), ...filter }, [all]))[0]?.count;
    expect(await Promise.all([of({}), of({}, [school.path]), of({}, []), of({ organisation: office.id }), of({ q: '2025' }), of({ fields: [is('season', '2026/2027')] })])).toEqual([2, 1, 0, 1, 1, 1]);
    expect(await countRecordFigures(db.store, within('scoped'), [])).toEqual([]);
  });

  it('offer the values of a field, the greatest first, each once', async () => {
    for (const season of ['2024/2025', '2026/2027', '2025/2026', '2026/2027']) await put('seasons', { state: 'active', season });
    expect(await valuesOfRecords(db.store, within('seasons'), 'season')).toEqual(['2026/2027', '2025/2026', '2024/2025']);
    expect(await valuesOfRecords(db.store, within('seasons', [randomUUID()]), 'season')).toEqual([]);
    expect(await valuesOfRecords(db.store, within('seasons'), 'days')).toEqual([]);
  });
});
