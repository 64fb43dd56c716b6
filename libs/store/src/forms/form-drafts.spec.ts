import { organisationIn, testDatabase, type TestDatabase } from '@reglament/testing';
import type { FormDefinition } from '@reglament/contracts';
import { addFormDraft, deleteFormDraft, findFormDraft, saveFormDraft } from './form-drafts.js';

const form = (title: string): FormDefinition => ({ format: 1, key: 'review', title, schema: { type: 'object', properties: {} }, ui: { sections: [] } });

describe('drafts of forms', () => {
  let database: TestDatabase;
  let organisation: string;
  beforeAll(async () => {
    database = await testDatabase();
    organisation = (await organisationIn(database.store)).id;
  });
  afterAll(() => database.close());

  const begin = (key: string) => addFormDraft(database.store, { organisation, key, content: form('Отзыв'), baseHash: null, savedBy: 'person:a' });
  const save = (key: string, title: string, etag: string) => saveFormDraft(database.store, { organisation, key, content: form(title), etag, savedBy: 'person:b' });

  it('are begun once: of two people who begin one at once the second finds the first one’s', async () => {
    const begun = await Promise.all([begin('begun'), begin('begun')]);
    expect(begun.filter((draft) => draft !== null)).toHaveLength(1);
  });

  it('of two who save at once one is told, and what the other wrote stands', async () => {
    const draft = await begin('raced');
    const saved = await Promise.all([save('raced', 'Первый', draft?.etag ?? ''), save('raced', 'Второй', draft?.etag ?? '')]);
    const [won] = saved.filter((each) => each !== null);
    expect(saved.filter((each) => each === null)).toHaveLength(1);
    expect(await findFormDraft(database.store, organisation, 'raced')).toEqual(won);
    expect(won?.etag).not.toBe(draft?.etag);
  });

  it('are not thrown away by who has not seen them as they are', async () => {
    const draft = await begin('kept');
    const saved = await save('kept', 'Новее', draft?.etag ?? '');
    expect(await deleteFormDraft(database.store, organisation, 'kept', draft?.etag ?? '')).toBe(false);
    expect(await deleteFormDraft(database.store, organisation, 'kept', saved?.etag ?? '')).toBe(true);
    expect(await findFormDraft(database.store, organisation, 'kept')).toBeNull();
  });
});
