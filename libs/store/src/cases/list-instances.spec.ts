import { history, instanceOf, openTask, organisationIn, startOf, taskOf, testDatabase, transitionOf, type TestDatabase } from '@reglament/testing';
import { loadInstance } from '../transition/load-instances.js';
import { saveTransition } from '../transition/save-transition.js';
import { casePartiesOf } from './case-parties.js';
import { historyOf } from './history-of.js';
import { findInstanceRows, listInstances, type InstanceFilter } from './list-instances.js';

let db: TestDatabase;
let office: { id: string; path: string };
let other: { id: string; path: string };
const anna = 'person:anna';
beforeAll(async () => {
  db = await testDatabase();
  office = await organisationIn(db.store);
  other = await organisationIn(db.store);
});
afterAll(() => db.close());

async function started(given: Parameters<typeof startOf>[1] = {}, performers: readonly string[] = [], where = office): Promise<string> {
  const start = startOf(where, given, performers);
  await saveTransition(db.store, start);
  return start.after.id;
}

const seen = async (given: Partial<InstanceFilter>): Promise<readonly string[]> => (await listInstances(db.store, { keys: [], paths: [], ...given }, { limit: 200 })).items.map((row) => row.id);

describe('the list of cases', () => {
  it('shows a case to its starter, its performers, those of its children, and to whoever looks over its organisation', async () => {
    const id = await started({ starter: anna, subject: 'Видимое' }, ['role:clerk@x']);
    const child = instanceOf(office.id, { parent: { instance: id, activity: 5, index: 0 }, scopeNode: 'each' });
    await saveTransition(db.store, transitionOf({ definition: { key: 'order', version: 1 }, path: office.path }, child, openTask(taskOf(child.id, 1, { performers: ['person:reader'] }))));
    await started({}, [], other);
    for (const keys of [[anna], ['role:clerk@x'], ['person:reader']]) expect(await seen({ keys })).toEqual([id]);
    expect(await seen({ keys: ['person:nobody'] })).toEqual([]);
    expect(await seen({ paths: [office.path], q: 'видимое' })).toEqual([id]);
    expect(await seen({ paths: [office.path], mine: true, keys: [] })).toEqual([]);
    expect([...(await casePartiesOf(db.store, [id])).get(id) ?? []].sort()).toEqual([anna, 'person:reader', 'role:clerk@x'].sort());
  });

  it('counts open work and the earliest term, of the case and its children, and incidents', async () => {
    const id = await started({ subject: 'Счёт' });
    expect((await findInstanceRows(db.store, [id])).get(id)).toMatchObject({ openTasks: 1, nextDueAt: null, incidents: 0, status: 'active', definitionKey: 'order' });
  });

  it('filters by status, state and definition, newest first', async () => {
    const id = await started({ subject: 'Фильтры', state: 'on-approval', startedAt: '2026-11-21T09:00:00.000Z' });
    const older = await started({ subject: 'Фильтры', startedAt: '2026-10-01T09:00:00.000Z' });
    const loaded = await loadInstance(db.store, older);
    if (!loaded) throw new Error('not loaded');
    await saveTransition(db.store, transitionOf(loaded.head, { ...loaded.snapshot, status: 'cancelled' }, [history('instanceCancelled')]));
    const paths = [office.path];
    expect(await seen({ paths, q: 'фильтры' })).toEqual([id, older]);
    expect(await seen({ paths, q: 'фильтры', status: 'cancelled' })).toEqual([older]);
    expect(await seen({ paths, state: 'on-approval' })).toEqual([id]);
    expect(await seen({ paths, q: 'фильтры', definition: 'other' })).toEqual([]);
    expect((await historyOf(db.store, older)).map((row) => row.kind)).toEqual(['instanceStarted', 'taskOpened', 'instanceCancelled']);
    expect(await historyOf(db.store, older, 2)).toHaveLength(1);
  });
});
