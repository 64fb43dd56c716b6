import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { BUILTIN_CHECKS, BUILTIN_HANDLERS, createCheckRegistry, createHandlerRegistry } from '@reglament/handlers';
import { accessFactsOf, findAccount, findAllOrganisations, findPackages, setupNeeded } from '@reglament/store';
import { testDatabase, type TestDatabase } from '@reglament/testing';
import { loadOwnBase } from './load-base.js';
import { setUp } from './set-up.js';
import { samplePackages } from './testing/sample-packages.js';

const body = { organisation: 'Отдел образования', fullName: 'Соколова Вера Ильинична', login: 'keeper', password: 'a long password' };

describe('the first run of an empty base', () => {
  let database: TestDatabase;
  let folder: string;
  const request = () => ({ root: folder, dataDir: folder, handlers: createHandlerRegistry(BUILTIN_HANDLERS), checks: createCheckRegistry(BUILTIN_CHECKS) });

  beforeEach(async () => {
    database = await testDatabase();
    folder = await mkdtemp(path.join(os.tmpdir(), 'reglament-set-up-'));
  });
  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('makes the organisation and an administrator who may manage people, and loads the packages without demo data', async () => {
    await samplePackages(folder);
    expect(await loadOwnBase(database.store, request())).toEqual({ organisation: null, accountsFile: null, packages: [] });

    const done = await setUp(database.store, body, request());

    const account = await findAccount(database.store, 'keeper');
    expect(done).toEqual({ ok: true, value: { organisation: account?.organisation, person: account?.person } });
    expect(await findAllOrganisations(database.store)).toMatchObject([{ fullName: 'Отдел образования', parent: null, calendar: 'always' }]);
    expect((await accessFactsOf(database.store, account?.person ?? '', '2026-11-22'))?.own.roles).toMatchObject([{ role: 'chief', permissions: ['managePeople'] }]);
    expect((await findPackages(database.store, account?.organisation ?? '')).map(({ key }) => key)).toEqual(['words']);
    expect(await setupNeeded(database.store)).toBe(false);
  });

  it('lets one of two at the same time win, and tells the other so', async () => {
    await samplePackages(folder);
    const second = await database.connect();
    const answers = await Promise.all([setUp(database.store, body, request()), setUp(second, { ...body, login: 'other' }, request())]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { status: 409, code: 'alreadySetUp' } });
    expect(await findAllOrganisations(database.store)).toHaveLength(1);
  });

  it('needs a surname and a first name', async () => {
    const answer = await setUp(database.store, { ...body, fullName: ' Соколова ' }, request());
    expect(answer).toMatchObject({ ok: false, refusal: { status: 422, errors: [{ pointer: '/fullName' }] } });
    expect(await setupNeeded(database.store)).toBe(true);
  });

  it('works without any package: then there is a role of its own', async () => {
    const done = await setUp(database.store, body, request());
    const facts = await accessFactsOf(database.store, done.ok ? done.value.person : '', '2026-11-22');
    expect(facts?.own.roles[0]?.permissions).toContain('managePeople');
  });
});
