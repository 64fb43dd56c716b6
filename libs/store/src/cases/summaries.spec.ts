import { randomUUID } from 'node:crypto';
import { closeTask, instanceOf, openTask, organisationIn, startOf, taskOf, testDatabase, transitionOf, type TestDatabase } from '@reglament/testing';
import { inTransaction } from '../connection/in-transaction.js';
import { loadTask } from '../transition/load-task.js';
import { saveTransition } from '../transition/save-transition.js';
import { sealSubmission } from '../transition/seal-submission.js';
import { answersOfParts, submissionData } from './answers-of-parts.js';
import { casePartiesOf } from './case-parties.js';
import { eraseInstance } from './erase-instance.js';
import { listInstances } from './list-instances.js';
import { addSummary, summariesOf } from './summaries.js';

let db: TestDatabase;
let office: { id: string; path: string };
beforeAll(async () => {
  db = await testDatabase();
  office = await organisationIn(db.store);
});
afterAll(() => db.close());

async function startedCase(): Promise<string> {
  const start = startOf(office, { starter: 'person:methodist' }, ['person:methodist']);
  await saveTransition(db.store, start);
  return start.after.id;
}

/** A part that asks somebody; `answers` are sent one after another at its one step. */
async function part(parent: string, index: number, who: string, answers: readonly object[], apart = false): Promise<string> {
  const child = instanceOf(office.id, { parent: { instance: parent, activity: 7, index }, scopeNode: 'collection', variables: { respondent: who } });
  const performer = `person:${who}`;
  await saveTransition(db.store, transitionOf(
    { definition: { key: 'order', version: 1 }, path: office.path, childTitle: who, ...(apart && { apart }) }, child, openTask(taskOf(child.id, 1, { performers: [performer] }), { node: 'fill' }),
  ));
  for (const [i, data] of answers.entries()) {
    const loaded = (await loadTask(db.store, { task: `${child.id}.1`, idempotency: null }))!;
    const seal = sealSubmission({ data, remark: null });
    await saveTransition(db.store, transitionOf(loaded.head, { ...loaded.snapshot, status: i === answers.length - 1 ? 'completed' : 'active', result: 'accepted' }, i === 0 ? closeTask(`${child.id}.1`, performer) : [], {
      at: `2026-11-2${i}T09:00:00.000Z`, submission: { id: randomUUID(), task: null, node: 'fill', form: null, outcome: 'sent', data: { ...data }, remark: null, author: performer, ...seal },
    }));
  }
  return child.id;
}

const query = (parent: string) => ({ parent, nodes: ['collection'], from: ['fill'], who: 'respondent', withData: true });

describe('answers of parts', () => {
  it('are the last that each part has sent, with whom it asks', async () => {
    const parent = await startedCase();
    await part(parent, 0, 'north', [{ n: 1 }, { n: 2 }]);
    await part(parent, 1, 'south', []);
    const [north, south] = await answersOfParts(db.store, query(parent));
    expect(north).toMatchObject({ who: 'north', status: 'completed', result: 'accepted', data: { n: 2 }, openAt: null });
    expect(south).toMatchObject({ who: 'south', status: 'active', data: null, submission: null, openAt: 'fill' });
    expect(await answersOfParts(db.store, { ...query(parent), nodes: ['other'] })).toEqual([]);
    expect((await answersOfParts(db.store, { ...query(parent), withData: false }))[0]).toMatchObject({ data: null, submission: north!.submission });
    expect((await submissionData(db.store, [north!.submission!])).get(north!.submission!)).toEqual({ n: 2 });
  });
});

describe('versions of a summary', () => {
  it('stand beside one another, also when two are made at once', async () => {
    const parent = await startedCase();
    const one = (reason: string | null) => inTransaction(db.store, (tx) => addSummary(tx, { instance: parent, node: 'summary', at: '2026-11-20T09:00:00.000Z', reason, data: { n: 1 }, sources: [] }));
    expect(await one(null)).toBe(1);
    expect([...await Promise.all([one('a'), one('b'), one('c')])].sort()).toEqual([2, 3, 4]);
    expect((await summariesOf(db.store, parent)).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  });

  it('go with their case when it is erased', async () => {
    const parent = await startedCase();
    await inTransaction(db.store, (tx) => addSummary(tx, { instance: parent, node: 'summary', at: '2026-11-20T09:00:00.000Z', reason: 'Опечатка', data: {}, sources: [] }));
    await db.store.query({ text: `update process_instances set status = 'completed' where id = $1` }, [parent]);
    expect(await inTransaction(db.store, (tx) => eraseInstance(tx, parent))).toBe(true);
    expect(await summariesOf(db.store, parent)).toEqual([]);
  });
});

describe('a part that stands apart', () => {
  it('gives its people no look at the case', async () => {
    const [open, closed] = [await startedCase(), await startedCase()];
    await part(open, 0, 'east', []);
    const child = await part(closed, 0, 'west', [], true);
    const seen = async (key: string) => (await listInstances(db.store, { keys: [key], paths: [] }, {})).items.map(({ id }) => id);
    expect(await seen('person:east')).toEqual([open]);
    expect(await seen('person:west')).toEqual([]);
    expect((await casePartiesOf(db.store, [closed])).get(closed)).toEqual(['person:methodist']);
    expect((await casePartiesOf(db.store, [child])).get(child)).toEqual(['person:west']);
  });
});
