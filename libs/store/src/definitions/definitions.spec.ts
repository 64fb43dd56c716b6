import { organisationIn, testDatabase, type TestDatabase } from '@reglament/testing';
import { contentHash } from '@reglament/contracts';
import { inTransaction } from '../connection/in-transaction.js';
import { findConfiguration } from './find-configuration.js';
import { findCurrentDefinition, findDefinition, findDefinitionVersions } from './find-definition.js';
import { findCurrentForms, findFormValidator } from './find-form.js';
import { publishConfigurationItem, publishDefinition, publishForm } from './publish.js';
import type { Publication } from './publication.js';

describe('published versions', () => {
  let database: TestDatabase;
  let region: { id: string; path: string };
  let office: { id: string; path: string };
  beforeAll(async () => {
    database = await testDatabase();
    region = await organisationIn(database.store);
    office = await organisationIn(database.store, { parent: region.id });
  });
  afterAll(() => database.close());

  const publication = (key: string, content: object, own: Partial<Publication> = {}): Publication => ({
    organisation: region.id, key, hash: contentHash(content), title: 'Заявление', content, origin: 'package', package: 'p', publishedBy: null, ...own,
  });
  const put = (given: Publication) => inTransaction(database.store, (tx) => publishDefinition(tx, given, { forms: {} }, null));

  it('number themselves, and the same content is not published twice', async () => {
    expect(await put(publication('numbered', { a: 1 }))).toEqual({ kind: 'published', version: 1 });
    expect(await put(publication('numbered', { a: 2 }))).toEqual({ kind: 'published', version: 2 });
    expect(await put(publication('numbered', { a: 1 }))).toEqual({ kind: 'unchanged', version: 1 });
    expect((await findDefinition(database.store, contentHash({ a: 1 })))?.version).toBe(1);
  });

  it('made in the panel are kept from the package that follows', async () => {
    await put(publication('kept', { a: 1 }));
    await put(publication('kept', { mine: true }, { origin: 'panel', package: null }));
    expect(await put(publication('kept', { a: 3 }))).toEqual({ kind: 'kept', version: 2 });
    expect(await findDefinitionVersions(database.store, 'kept', office.id)).toHaveLength(2);
  });

  it('take different numbers when two processes publish at once', async () => {
    const given = [1, 2, 3, 4].map((a) => publication('raced', { raced: a }));
    const published = await Promise.all(given.map(put));
    expect(published.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
  });

  it('of the office itself stand before those of the region', async () => {
    await put(publication('nearest', { of: 'region' }));
    expect((await findCurrentDefinition(database.store, 'nearest', office.id))?.content).toEqual({ of: 'region' });
    await put(publication('nearest', { of: 'office' }, { organisation: office.id }));
    expect((await findCurrentDefinition(database.store, 'nearest', office.id))?.content).toEqual({ of: 'office' });
    expect((await findCurrentDefinition(database.store, 'nearest', region.id))?.content).toEqual({ of: 'region' });
  });

  it('of forms keep their validator, those of other configuration their type', async () => {
    const form = publication('leave', { form: 1 });
    await inTransaction(database.store, (tx) => publishForm(tx, form, 'export default 1'));
    expect(await findFormValidator(database.store, form.hash)).toBe('export default 1');
    expect((await findCurrentForms(database.store, office.id)).map(({ key }) => key)).toEqual(['leave']);
    await inTransaction(database.store, (tx) => publishConfigurationItem(tx, 'journal', publication('same-key', { j: 1 })));
    await inTransaction(database.store, (tx) => publishConfigurationItem(tx, 'document-kind', publication('same-key', { k: 1 })));
    expect((await findConfiguration(database.store, office.id)).map(({ type }) => type)).toEqual(['document-kind', 'journal']);
  });
});
