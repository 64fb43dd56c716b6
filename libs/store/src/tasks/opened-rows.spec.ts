import type { Effect } from '@reglament/engine';
import { closeTask, openTask, organisationIn, startOf, taskOf, testDatabase, transitionOf, type TestDatabase } from '@reglament/testing';
import fc from 'fast-check';
import { loadTask } from '../transition/load-task.js';
import { saveTransition } from '../transition/save-transition.js';
import { openTasksOf } from './find-tasks.js';
import { openedTaskRows } from './opened-rows.js';

let db: TestDatabase;
let office: { id: string; path: string };
const anna = 'person:00000000-0000-4000-8000-00000000000a';
beforeAll(async () => {
  db = await testDatabase();
  office = await organisationIn(db.store);
});
afterAll(() => db.close());

const text = fc.string({ unit: 'grapheme', maxLength: 20 }).map((each) => each.replaceAll('\0', ''));
const party = fc.uuid().map((id) => `person:${id}`);
const opening = fc.record({
  performers: fc.uniqueArray(party, { maxLength: 3 }), assignee: fc.option(party), excluded: fc.uniqueArray(party, { maxLength: 2 }), slot: fc.option(fc.nat(9)),
  dueAt: fc.option(fc.constantFrom('2026-12-01T15:00:00Z', '2026-12-01T18:00:00+03:00', '2027-01-10T15:00:00.000Z')),
  title: fc.oneof(text, fc.record({ ru: text, en: text })), form: fc.option(text), priority: fc.nat(100), state: fc.option(text), activity: fc.integer({ min: 1, max: 9 }),
  then: fc.constantFrom('stays', 'changes', 'closes'),
});

describe('the tasks that a step has opened', () => {
  it('are told of it just as the database tells of them', async () => {
    await fc.assert(fc.asyncProperty(fc.array(opening, { maxLength: 4 }), fc.option(text), fc.option(text), fc.option(text), async (openings, state, businessKey, childTitle) => {
      const start = startOf(office, { businessKey }, [anna]);
      await saveTransition(db.store, { ...start, before: { ...start.before, definition: { key: 'order', version: 3 }, path: office.path, childTitle } });
      const loaded = await loadTask(db.store, { task: start.task, idempotency: null });
      if (!loaded) throw new Error('not loaded');
      const effects = openings.flatMap(({ title, form, priority, state: stateThen, activity, then, ...task }, index): Effect[] => {
        const given = taskOf(loaded.snapshot.id, index + 10, task);
        const opened = openTask(given, { node: 'sign', title, form, priority, state: stateThen, activity });
        if (then === 'stays') return opened;
        return [...opened, ...(then === 'closes' ? closeTask(given.id, anna) : [{ type: 'updateTask', task: { ...given, assignee: anna } } as const])];
      });
      const after = { ...loaded.snapshot, state };
      const at = '2026-11-22T08:30:00.123Z';
      const transition = transitionOf(loaded.head, after, [...closeTask(start.task, anna), ...effects], { at });
      expect((await saveTransition(db.store, transition)).kind).toBe('saved');

      const told = openedTaskRows({ loaded, after, effects: transition.effects, at });
      expect(told.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual((await openTasksOf(db.store, [after.id])).toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    }), { numRuns: 40 });
  });
});
