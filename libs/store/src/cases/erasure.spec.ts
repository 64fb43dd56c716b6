import { randomUUID } from 'node:crypto';
import { closeTask, history, organisationIn, personIn, startOf, testDatabase, transitionOf, type TestDatabase } from '@reglament/testing';
import { inTransaction } from '../connection/in-transaction.js';
import { findDocumentVersion } from '../documents/document-parts.js';
import { findDocument } from '../documents/find-document.js';
import { addDocument, markDocument } from '../documents/save-document.js';
import { filesOf, linkFile, readFile, saveFile, sweepFiles } from '../files/files.js';
import { closeOrganisation, moveOrganisation } from '../organisations/move-organisation.js';
import { erasePerson } from '../people/erase-person.js';
import { partyTitles } from '../people/party-titles.js';
import { addAccount, findAccount } from '../sessions/account.js';
import { loadInstance } from '../transition/load-instances.js';
import { loadTask } from '../transition/load-task.js';
import { saveTransition } from '../transition/save-transition.js';
import { sealSubmission } from '../transition/seal-submission.js';
import { verify } from '../verify/verify.js';
import { addComment, commentsOf } from './comments.js';
import { eraseInstance, expiredInstances, retainInstance, startRetention } from './erase-instance.js';
import { listInstances } from './list-instances.js';
import { submissionsOf } from './submissions.js';

let db: TestDatabase;
let office: { id: string; path: string };
beforeAll(async () => {
  db = await testDatabase();
  office = await organisationIn(db.store);
});
afterAll(() => db.close());

const broken = async (): Promise<readonly string[]> => (await verify(db.store)).checks.filter((check) => check.outcome === 'broken').map((check) => check.name);

/** A finished case in which `author` has submitted a name. */
async function finished(author: string): Promise<{ instance: string; document: string; file: string }> {
  const start = startOf(office, { starter: author, subject: 'Заявление Луговой', variables: { name: 'Лугова' } }, [author]);
  await saveTransition(db.store, start);
  const loaded = await loadTask(db.store, { task: start.task, idempotency: null });
  if (!loaded) throw new Error('not loaded');
  const content = { data: { name: 'Лугова' }, remark: 'Прошу' };
  const seal = sealSubmission(content);
  await saveTransition(db.store, transitionOf(
    loaded.head, { ...loaded.snapshot, status: 'completed', activities: [] },
    [...closeTask(start.task, author), history('taskCompleted', { data: { submission: seal.hash } }), history('instanceCompleted')],
    { submission: { id: randomUUID(), task: start.task, node: 'draft', form: null, outcome: 'done', ...content, author, ...seal } },
  ));
  const instance = start.after.id;
  const document = randomUUID();
  await inTransaction(db.store, (tx) => addDocument(tx, {
    id: document, organisation: office.id, instance, kind: 'note', kindHash: null, title: 'Заявление', state: 'draft', contentHash: 'h', templateHash: null, author, parties: [],
    content: { name: 'Лугова' }, at: '2026-11-20T09:00:00.000Z',
  }));
  await addComment(db.store, { id: randomUUID(), instance, task: null, author, text: 'Лугова звонила' });
  const { hash } = await saveFile(db.store, Buffer.from(`скан паспорта ${instance}`));
  await linkFile(db.store, { id: randomUUID(), organisation: office.id, hash, name: 'паспорт.pdf', instance, addedBy: author });
  return { instance, document, file: hash };
}

describe('erasing a person', () => {
  it('takes name, account and what the person submitted, and leaves a history that verifies', async () => {
    const author = await personIn(db.store, office.id);
    const id = author.slice('person:'.length);
    await addAccount(db.store, { person: id, organisation: office.id, login: 'lugova', passwordHash: 'x', locale: 'ru' });
    const { instance } = await finished(author);
    expect(await inTransaction(db.store, (tx) => erasePerson(tx, id))).toBe(true);
    expect((await partyTitles(db.store, [author], 'ru')).get(author)?.title).toBe('');
    expect(await findAccount(db.store, 'lugova')).toBeNull();
    expect(await submissionsOf(db.store, instance)).toMatchObject([{ data: null, remark: null }]);
    expect(await broken()).toEqual([]);
  });

  it('is refused while the law holds the record', async () => {
    const person = (await personIn(db.store, office.id)).slice('person:'.length);
    await db.store.query({ text: 'update people set legal_hold = true where id = $1' }, [person]);
    expect(await inTransaction(db.store, (tx) => erasePerson(tx, person))).toBe(false);
  });
});

describe('erasing a case', () => {
  it('whose term has passed takes every value out of it, and leaves a history that verifies', async () => {
    const author = await personIn(db.store, office.id);
    const { instance, document, file } = await finished(author);
    await retainInstance(db.store, instance, '2026-01-01', false);
    expect(await expiredInstances(db.store, '2026-01-01')).toEqual([]);
    expect(await expiredInstances(db.store, '2026-01-02')).toEqual([instance]);
    expect(await inTransaction(db.store, (tx) => eraseInstance(tx, instance))).toBe(true);
    await sweepFiles(db.store, -1);
    expect((await loadInstance(db.store, instance))?.snapshot).toMatchObject({ variables: {}, subject: null, status: 'completed' });
    expect(await submissionsOf(db.store, instance)).toMatchObject([{ data: null, remark: null }]);
    expect((await findDocumentVersion(db.store, document, 1))?.content).toBeNull();
    expect(await commentsOf(db.store, instance)).toEqual([]);
    expect(await filesOf(db.store, instance)).toEqual([]);
    expect(await readFile(db.store, file)).toBeNull();
    const everything = await db.store.query<{ text: string }>({ text: `select snapshot::text as text from process_instances where id = $1 union all select data::text from history where instance = $1` }, [instance]);
    expect(everything.map((row) => row.text).join()).not.toContain('Лугов');
    expect(await inTransaction(db.store, (tx) => eraseInstance(tx, instance))).toBe(false);
    expect(await expiredInstances(db.store, '2026-01-02')).toEqual([]);
    expect(await broken()).toEqual([]);
  });

  it('is refused for an active case and for one that is held', async () => {
    const start = startOf(office);
    await saveTransition(db.store, start);
    expect(await inTransaction(db.store, (tx) => eraseInstance(tx, start.after.id))).toBe(false);
    const { instance } = await finished('person:someone');
    await retainInstance(db.store, instance, '2020-01-01', true);
    expect(await inTransaction(db.store, (tx) => eraseInstance(tx, instance))).toBe(false);
    expect(await expiredInstances(db.store, '2026-11-22')).toEqual([]);
  });
});

describe('the term of storage of a filed document', () => {
  const file = (document: string, until: string | null): Promise<void> => inTransaction(db.store, async (tx) => {
    await markDocument(tx, document, { state: 'filed' }, '2026-11-22T09:00:00.000Z');
    await startRetention(tx, document, until);
  });
  const another = async (instance: string): Promise<string> => {
    const id = randomUUID();
    await inTransaction(db.store, (tx) => addDocument(tx, {
      id, organisation: office.id, instance, kind: 'note', kindHash: null, title: 'Второй', state: 'draft', contentHash: 'h', templateHash: null, author: null, parties: [], content: {}, at: '2026-11-20T09:00:00.000Z',
    }));
    return id;
  };

  it('is that of its case and its parts, which is over when the longest of what is filed there is over', async () => {
    const { instance, document } = await finished('person:someone');
    const part = await finished('person:someone');
    await db.store.query({ text: 'update process_instances set parent = $2, parent_activity = 1, parent_index = 0 where id = $1' }, [part.instance, instance]);
    await file(document, '2031-12-31');
    expect((await findDocument(db.store, document))?.retainUntil).toBe('2031-12-31');
    expect(await expiredInstances(db.store, '2031-12-31')).toEqual([]);
    expect([...await expiredInstances(db.store, '2032-01-01')].sort()).toEqual([instance, part.instance].sort());
    await file(await another(instance), '2036-12-31');
    expect(await expiredInstances(db.store, '2036-12-31')).toEqual([]);
    await file(await another(instance), '2029-12-31');
    expect(await expiredInstances(db.store, '2036-12-31')).toEqual([]);
    expect(await expiredInstances(db.store, '2037-01-01')).toHaveLength(2);
    expect(await inTransaction(db.store, (tx) => eraseInstance(tx, instance))).toBe(true);
  });

  it('never ends where one of them is kept permanently: the case is not among the expired and cannot be erased', async () => {
    const { instance, document } = await finished('person:someone');
    await file(document, null);
    await file(await another(instance), '2031-12-31');
    expect(await expiredInstances(db.store, '9999-01-01')).not.toContain(instance);
    expect(await inTransaction(db.store, (tx) => eraseInstance(tx, instance))).toBe(false);
    expect((await findDocumentVersion(db.store, document, 1))?.content).toEqual({ name: 'Лугова' });
  });
});

describe('moving an organisation', () => {
  it('takes everything below it along, so it is seen from its new place and no longer from the old', async () => {
    const [north, south] = [await organisationIn(db.store), await organisationIn(db.store)];
    const department = await organisationIn(db.store, { parent: north.id });
    const school = await organisationIn(db.store, { parent: department.id });
    await personIn(db.store, school.id, { roles: ['clerk'] });
    await saveTransition(db.store, startOf(school));
    const seen = async (path: string): Promise<number> => (await listInstances(db.store, { keys: [], paths: [path] })).total;
    expect([await seen(north.path), await seen(south.path)]).toEqual([1, 0]);
    await inTransaction(db.store, (tx) => moveOrganisation(tx, department.id, south.id));
    expect([await seen(north.path), await seen(south.path)]).toEqual([0, 1]);
    expect(await broken()).toEqual([]);
    await expect(inTransaction(db.store, (tx) => moveOrganisation(tx, department.id, school.id))).rejects.toMatchObject({ code: 'check' });
    await expect(inTransaction(db.store, (tx) => moveOrganisation(tx, randomUUID(), school.id))).rejects.toMatchObject({ code: 'reference' });
    expect(await inTransaction(db.store, (tx) => closeOrganisation(tx, school.id, department.id))).toBe(true);
    expect(await inTransaction(db.store, (tx) => closeOrganisation(tx, school.id, department.id))).toBe(false);
  });
});
