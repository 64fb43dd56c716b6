import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { BUILTIN_CHECKS, BUILTIN_HANDLERS, createCheckRegistry, createHandlerRegistry } from '@reglament/handlers';
import { accessFactsOf, findAccount, findAllOrganisations, readSetting, type Store } from '@reglament/store';
import { organisationIn, testDatabase, type TestDatabase } from '@reglament/testing';
import { readDemoPasswords } from '../accounts/demo-passwords-file.js';
import { verifyPassword } from '../accounts/passwords.js';
import { loadDemoBase, loadOwnBase, type BaseRequest } from './load-base.js';
import { resetDemoPasswords } from './reset-demo-passwords.js';
import { samplePackages } from './testing/sample-packages.js';

const registries = { handlers: createHandlerRegistry(BUILTIN_HANDLERS), checks: createCheckRegistry(BUILTIN_CHECKS) };

describe('a demo base', () => {
  let database: TestDatabase;
  let folder: string;
  let request: BaseRequest;

  beforeEach(async () => {
    database = await testDatabase();
    folder = await mkdtemp(path.join(os.tmpdir(), 'reglament-demo-'));
    await samplePackages(folder);
    request = { root: folder, dataDir: path.join(folder, 'data'), ...registries };
  });
  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  const passwordsOf = async (file: string | null): Promise<ReadonlyMap<string, string>> => readDemoPasswords(file ?? '');
  const signsIn = async (store: Store, login: string, password: string): Promise<boolean> => verifyPassword((await findAccount(store, login))?.passwordHash ?? '', password);

  it('has the tree, its people with what they hold, and accounts that the file opens', async () => {
    const { organisation, accountsFile, packages } = await loadDemoBase(database.store, request);

    const organisations = await findAllOrganisations(database.store);
    expect(organisations.map(({ shortName }) => shortName)).toEqual(['Отдел', 'Школа']);
    expect(organisations[0]).toMatchObject({ id: organisation, parent: null });
    expect(organisations[1]).toMatchObject({ parent: organisation });
    expect(packages.map(({ key }) => key)).toEqual(['words', 'town']);
    const passwords = await passwordsOf(accountsFile);
    expect([...passwords.keys()]).toEqual(['chief', 'stand-in']);
    expect(await signsIn(database.store, 'chief', passwords.get('chief') ?? '')).toBe(true);
    expect(await signsIn(database.store, 'chief', passwords.get('stand-in') ?? '')).toBe(false);
    const standIn = await findAccount(database.store, 'stand-in');
    const today = String((await readSetting(database.store, 'demo-base') as { day: string }).day);
    expect(await accessFactsOf(database.store, standIn?.person ?? '', today)).toMatchObject({
      own: { positions: [{ position: 'pupil', head: false }], roles: [] },
      standsInFor: [{ from: today, absent: { roles: [{ role: 'chief', permissions: ['managePeople'] }] } }],
    });
  });

  it('keeps its passwords in a file that its owner alone may read', async () => {
    const { accountsFile } = await loadDemoBase(database.store, request);
    expect((await stat(accountsFile ?? '')).mode & 0o777).toBe(0o600);
  });

  it('is made once: the next start changes neither people nor passwords', async () => {
    const first = await loadDemoBase(database.store, request);
    const before = await passwordsOf(first.accountsFile);
    const second = await loadDemoBase(database.store, request);
    expect(second.accountsFile).toBe(first.accountsFile);
    expect(await passwordsOf(second.accountsFile)).toEqual(before);
    expect(second.packages.every(({ published }) => published === 0)).toBe(true);
  });

  it('loads packages again when they have changed, and only then', async () => {
    await loadDemoBase(database.store, request);
    expect((await loadDemoBase(database.store, request)).packages).toEqual([]);
    await samplePackages(folder, {}, 'Другой календарь');
    expect((await loadDemoBase(database.store, request)).packages).toMatchObject([{ key: 'words', published: 1 }, { key: 'town', published: 0 }]);
    expect((await loadDemoBase(database.store, request)).packages).toEqual([]);
  });

  it('loads packages again for an organisation that came since', async () => {
    const { organisation } = await loadDemoBase(database.store, request);
    const added = await organisationIn(database.store, { parent: organisation });
    expect((await loadDemoBase(database.store, request)).packages).toHaveLength(2);
    const positions = await database.store.query<{ key: string }>({ text: 'select key from positions where organisation = $1 order by key' }, [added.id]);
    expect(positions.map(({ key }) => key)).toEqual(['keeper', 'pupil']);
  });

  it('is made once by two starts at the same time', async () => {
    const both = await Promise.all([loadDemoBase(database.store, request), loadDemoBase(await database.connect(), request)]);
    expect(both[0]?.accountsFile).toBe(both[1]?.accountsFile);
    const passwords = await passwordsOf(both[0]?.accountsFile ?? null);
    for (const [login, password] of passwords) expect(await signsIn(database.store, login, password)).toBe(true);
    expect(await findAllOrganisations(database.store)).toHaveLength(2);
  });

  it('that was cut off is completed by the next start', async () => {
    // A file where the data directory should be: the start fails after the packages, before the accounts are committed.
    const broken = { ...request, dataDir: path.join(folder, 'workflows/words/reglament.json') };
    await expect(loadDemoBase(database.store, broken)).rejects.toThrow();
    expect(await findAccount(database.store, 'chief')).toBeNull();

    const { accountsFile } = await loadDemoBase(database.store, request);
    expect(await signsIn(database.store, 'chief', (await passwordsOf(accountsFile)).get('chief') ?? '')).toBe(true);
  });

  it('says that its passwords are gone with their file, and gets new ones by a reset that ends the old', async () => {
    const { accountsFile } = await loadDemoBase(database.store, request);
    const old = await passwordsOf(accountsFile);
    await rm(accountsFile ?? '');
    const told: string[] = [];
    expect(await loadDemoBase(database.store, { ...request, progress: (text) => told.push(text) })).toMatchObject({ accountsFile: null });
    expect(told.join()).toContain('demo-passwords --reset');

    expect(await resetDemoPasswords(database.store, request)).toBe(accountsFile);
    const renewed = await passwordsOf(accountsFile);
    expect(await signsIn(database.store, 'chief', renewed.get('chief') ?? '')).toBe(true);
    expect(await signsIn(database.store, 'chief', old.get('chief') ?? '')).toBe(false);
  });

  it('never mixes with data of one\'s own', async () => {
    await organisationIn(database.store);
    await expect(loadDemoBase(database.store, request)).rejects.toMatchObject({ code: 'ownBase' });
    expect(await findAllOrganisations(database.store)).toHaveLength(1);
    expect(await resetDemoPasswords(database.store, request)).toBeNull();
  });

  it('cannot be opened as a base of one\'s own', async () => {
    await loadDemoBase(database.store, request);
    await expect(loadOwnBase(database.store, request)).rejects.toMatchObject({ code: 'demoBase' });
  });

  it('is not begun when anything in its samples is wrong, and every problem is told', async () => {
    await samplePackages(folder, { people: [{ key: 'a', lastName: 'Лугова', firstName: 'Мария', gender: 'female', employments: [{ organisation: 'nowhere', position: 'pilot' }], roles: [] }] });
    await expect(loadDemoBase(database.store, request)).rejects.toMatchObject({ name: 'PackagesInvalid', problems: expect.arrayContaining([
      expect.objectContaining({ file: 'workflows/town/samples/people.json', pointer: '/0/employments/0/organisation', found: '"nowhere"' }),
      expect.objectContaining({ pointer: '/0/employments/0/position', found: '"pilot"', expected: 'one of keeper, pupil' }),
      expect.objectContaining({ file: 'workflows/town/samples/substitutions.json', pointer: '/0/absent' }),
    ]) });
    expect(await findAllOrganisations(database.store)).toEqual([]);
  });
});
