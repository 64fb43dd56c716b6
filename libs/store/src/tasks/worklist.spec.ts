import { closeTask, openTask, organisationIn, startOf, taskOf, testDatabase, transitionOf, type TestDatabase } from '@reglament/testing';
import type { OpenTask } from '@reglament/engine';
import { saveTransition } from '../transition/save-transition.js';
import { loadTask } from '../transition/load-task.js';
import { countTasks } from './count-tasks.js';
import { deleteDraft, findDraft, saveDraft, sweepDrafts } from './drafts.js';
import { listTasks, type WorklistFilter, type WorklistScope } from './list-tasks.js';
import { openTasksOf, tasksOf } from './find-tasks.js';

let db: TestDatabase;
let office: { id: string; path: string };
let school: { id: string; path: string };
const anna = 'person:00000000-0000-4000-8000-00000000000a';
const boris = 'person:00000000-0000-4000-8000-00000000000b';
let clerk: string;

beforeAll(async () => {
  db = await testDatabase();
  office = await organisationIn(db.store);
  school = await organisationIn(db.store, { parent: office.id, shortName: 'Школа № 1' });
  clerk = `role:clerk@${office.id}`;
});
afterAll(() => db.close());
beforeEach(async () => { await db.store.query({ text: 'delete from tasks' }); });

async function opened(task: Partial<OpenTask>, subject = 'О мониторинге', where = office): Promise<string> {
  const start = startOf(where, { subject });
  const given = taskOf(start.after.id, 7, task);
  await saveTransition(db.store, { ...start, effects: openTask(given) });
  return given.id;
}

const filter = (scope: WorklistScope, given: Partial<WorklistFilter> = {}): WorklistFilter => ({ scope, person: anna, keys: [anna, clerk], paths: [], ...given });
const ids = async (given: WorklistFilter): Promise<readonly string[]> => (await listTasks(db.store, given, {})).items.map((task) => task.id);

describe('the worklist', () => {
  it('tells work given by name from work for a role', async () => {
    const byName = await opened({ performers: [anna] });
    const byRole = await opened({ performers: [clerk] });
    await opened({ performers: [boris] });
    expect(await ids(filter('mine'))).toEqual([byName]);
    expect(await ids(filter('available'))).toEqual([byRole]);
    expect(await countTasks(db.store, { person: anna, keys: [anna, clerk], now: '2026-11-22T00:00:00Z' })).toEqual({ mine: 1, available: 1, overdue: 0 });
  });

  it('moves claimed work to whoever claimed it, and delegated work to whom it was given', async () => {
    const claimed = await opened({ performers: [clerk], assignee: anna });
    await opened({ performers: [clerk], assignee: boris });
    const delegated = await opened({ performers: [boris], assignee: anna });
    expect([...await ids(filter('mine'))].sort()).toEqual([claimed, delegated].sort());
    expect(await ids(filter('available'))).toEqual([]);
    expect((await countTasks(db.store, { person: anna, keys: [anna, clerk], now: '2026-11-22T00:00:00Z' })).mine).toBe(2);
  });

  it('hides what the person may not complete by the four-eyes rule', async () => {
    await opened({ performers: [clerk], excluded: [anna] });
    expect(await ids(filter('available'))).toEqual([]);
    expect(await ids(filter('available', { person: boris, keys: [boris, clerk] }))).toHaveLength(1);
  });

  it('shows a team the work of its organisations and of those below, and no others', async () => {
    const above = await opened({ performers: [boris] });
    const below = await opened({ performers: [boris] }, 'О школе', school);
    expect([...await ids(filter('team', { paths: [office.path] }))].sort()).toEqual([above, below].sort());
    expect(await ids(filter('team', { paths: [school.path] }))).toEqual([below]);
    expect(await ids(filter('team', { paths: [`${office.path}9`] }))).toEqual([]);
    expect(await ids(filter('team'))).toEqual([]);
  });

  it('puts the earliest due moment first and work without a term last, page after page', async () => {
    const late = await opened({ performers: [anna], dueAt: '2026-12-20T15:00:00Z' });
    const never = await opened({ performers: [anna] });
    const soon = await opened({ performers: [anna], dueAt: '2026-11-20T15:00:00Z' });
    const first = await listTasks(db.store, filter('mine'), { limit: 2 });
    expect(first.items.map((task) => task.id)).toEqual([soon, late]);
    expect(first).toMatchObject({ total: 3, totalCapped: false, pageInfo: { hasNextPage: true } });
    const second = await listTasks(db.store, filter('mine'), { limit: 2, after: first.pageInfo.endCursor ?? '' });
    expect(second.items.map((task) => task.id)).toEqual([never]);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(await ids(filter('mine', { overdue: true, now: '2026-11-22T00:00:00Z' }))).toEqual([soon]);
  });

  it('finds by a part of the subject and takes no sign of what was typed for a pattern', async () => {
    const found = await opened({ performers: [anna] }, 'Приказ о 100% охвате');
    await opened({ performers: [anna] }, 'Приказ о сроках');
    expect(await ids(filter('mine', { q: '100%' }))).toEqual([found]);
    expect(await ids(filter('mine', { q: 'ОХВАТ' }))).toEqual([found]);
    expect(await ids(filter('mine', { q: '%' }))).toEqual([found]);
  });

  it('starts from the beginning when a cursor is broken or was made for another order', async () => {
    const only = await opened({ performers: [anna] });
    for (const after of ['rubbish', Buffer.from('["priority asc","1","x"]').toString('base64url')]) {
      expect((await listTasks(db.store, filter('mine'), { after })).items.map((task) => task.id)).toEqual([only]);
    }
  });

  it('says of which tasks something has been typed and not sent', async () => {
    const typed = await opened({ performers: [anna], dueAt: '2026-11-20T15:00:00Z' });
    await opened({ performers: [anna], dueAt: '2026-11-21T15:00:00Z' });
    await saveDraft(db.store, { task: typed, person: boris, data: { title: 'О первом' }, etag: null });
    expect((await listTasks(db.store, filter('mine'), {})).items.map(({ drafted }) => drafted)).toEqual([true, false]);
  });

  it('remembers who completed what', async () => {
    const task = await opened({ performers: [clerk] });
    const loaded = await loadTask(db.store, { task, idempotency: null });
    if (!loaded) throw new Error('not loaded');
    await saveTransition(db.store, transitionOf(loaded.head, loaded.snapshot, closeTask(task, anna), { actor: { person: anna, right: { kind: 'direct' } } }));
    expect((await listTasks(db.store, filter('done'), {})).items).toMatchObject([{ id: task, completedBy: anna, completedRight: { kind: 'direct' } }]);
    expect(await ids(filter('done', { person: boris }))).toEqual([]);
    expect(await tasksOf(db.store, loaded.snapshot.id)).toHaveLength(1);
    expect(await openTasksOf(db.store, [loaded.snapshot.id])).toEqual([]);
  });
});

describe('a draft', () => {
  it('is saved by one of two devices that started from the same one, and the other is told', async () => {
    const task = await opened({ performers: [anna] });
    const first = await saveDraft(db.store, { task, person: anna, data: { title: 'О' }, etag: null });
    if (first.kind !== 'saved') throw new Error('not saved');
    const other = await db.connect();
    const saves = await Promise.all([
      saveDraft(db.store, { task, person: anna, data: { title: 'Об' }, etag: first.draft.etag }),
      saveDraft(other, { task, person: anna, data: { title: 'О чём' }, etag: first.draft.etag }),
    ]);
    expect(saves.map((each) => each.kind).sort()).toEqual(['saved', 'stale']);
    const kept = await findDraft(db.store, task, anna);
    const stale = saves.find((each) => each.kind === 'stale');
    expect(stale).toEqual({ kind: 'stale', current: kept });
  });

  it('is made by one of two devices that both start it', async () => {
    const task = await opened({ performers: [anna] });
    const other = await db.connect();
    const saves = await Promise.all([db.store, other].map((store) => saveDraft(store, { task, person: anna, data: {}, etag: null })));
    expect(saves.map((each) => each.kind).sort()).toEqual(['saved', 'stale']);
  });

  it('ends with its task', async () => {
    const task = await opened({ performers: [anna] });
    await saveDraft(db.store, { task, person: anna, data: { a: 1 }, etag: null });
    const loaded = await loadTask(db.store, { task, idempotency: null });
    if (!loaded) throw new Error('not loaded');
    await saveTransition(db.store, transitionOf(loaded.head, loaded.snapshot, closeTask(task, anna)));
    expect(await findDraft(db.store, task, anna)).toBeNull();
    expect(await saveDraft(db.store, { task, person: anna, data: {}, etag: null })).toEqual({ kind: 'stale', current: null });
    await deleteDraft(db.store, task, anna);
  });

  it('of somebody else than who completed the task, or of a cancelled task, is kept for its author, and goes after three months', async () => {
    const ended = async (effects: (task: string) => ReturnType<typeof closeTask>) => {
      const task = await opened({ performers: [anna, boris] });
      for (const person of [anna, boris]) await saveDraft(db.store, { task, person, data: { typed: person }, etag: null });
      const loaded = await loadTask(db.store, { task, idempotency: null });
      if (!loaded) throw new Error('not loaded');
      await saveTransition(db.store, transitionOf(loaded.head, loaded.snapshot, effects(task)));
      return task;
    };
    const completed = await ended((task) => closeTask(task, anna));
    const cancelled = await ended((task) => [{ type: 'closeTask', task, status: 'cancelled', outcome: null, by: null, node: 'draft' }]);
    await sweepDrafts(db.store);
    expect(await findDraft(db.store, completed, anna)).toBeNull();
    expect((await findDraft(db.store, completed, boris))?.data).toEqual({ typed: boris });
    for (const person of [anna, boris]) expect((await findDraft(db.store, cancelled, person))?.data).toEqual({ typed: person });

    await db.store.query({ text: `update tasks set closed_at = now() - interval '91 days' where id = any($1)` }, [[completed, cancelled]]);
    await db.store.query({ text: `update drafts set saved_at = now() - interval '91 days'` });
    await sweepDrafts(db.store);
    for (const task of [completed, cancelled]) expect(await findDraft(db.store, task, boris)).toBeNull();
  });
});
