import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createRegistries, createRuntime, loadDemoBase } from '@reglament/runtime';
import { findAccount } from '@reglament/store';
import { testDatabase, type TestDatabase } from '@reglament/testing';
import { runCommand } from '../run-command.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

describe('versions and living cases at the command line', () => {
  let folder: string;
  let lines: string[];
  let complaints: string[];
  let env: NodeJS.ProcessEnv;
  let database: TestDatabase;
  const run = (...argv: string[]): Promise<number> => {
    lines = [];
    complaints = [];
    return runCommand(argv, { env, print: (line) => lines.push(line), complain: (line) => complaints.push(line) });
  };
  const write = async (file: string, content: unknown): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), JSON.stringify(content));
  };
  const task = (to: string, title: string, more: object = {}) => ({ type: 'userTask', title, performers: [{ type: 'role', role: 'chief' }], outcomes: { done: { title: 'Готово', to } }, ...more });
  const process = (more: object): object => ({ format: 1, key: 'letter', title: 'Письмо', nodes: { begin: { type: 'startEvent', performers: [{ type: 'role', role: 'chief' }], next: 'write' }, write: task('done', 'Подготовить', more), done: { type: 'endEvent' } } });

  /** A base with one living case of version 1, and version 2 deployed. */
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'reglament-cli-'));
    database = await testDatabase();
    env = { REGLAMENT_DATA_DIR: folder, DATABASE_URL: database.ownerUrl };
    await write('workflows/words/reglament.json', { format: 1, key: 'words', title: 'Words', version: '1.0.0' });
    await write('workflows/words/roles.json', [{ key: 'chief', title: 'Chief', permissions: ['seeDefinitions', 'manageCases'] }]);
    await write('workflows/words/calendars/always.json', { format: 1, id: 'always', title: 'Always', timeZone: 'Europe/Moscow', years: Object.fromEntries([2026, 2027, 2028].map((year) => [year, { status: 'approved', basis: 'a test', days: {} }])) });
    await write('workflows/words/processes/letter.json', process({ due: { workingDays: 3 } }));
    await write('workflows/town/reglament.json', { format: 1, key: 'town', title: 'Town', version: '1.0.0', requires: ['words'], demo: true });
    await write('workflows/town/samples/organisations.json', [{ key: 'office', kind: 'office', fullName: 'Отдел', shortName: 'Отдел', timeZone: 'Europe/Moscow', calendar: 'always' }]);
    await write('workflows/town/samples/people.json', [{ key: 'one', lastName: 'Лугова', firstName: 'Мария', gender: 'female', login: 'chief', employments: [], roles: [{ role: 'chief', organisation: 'office' }] }]);
    await loadDemoBase(database.store, { root: folder, dataDir: folder, ...createRegistries() });
    const runtime = await createRuntime({ store: database.store, connection: { url: database.url } });
    const account = await findAccount(database.store, 'chief');
    const started = await runtime.startInstance({ person: `person:${account!.person}`, locale: 'ru', address: null }, { body: { definition: 'letter' }, idempotencyKey: null });
    await runtime.stop();
    expect(started.ok).toBe(true);
    await write('workflows/words/processes/letter.json', process({ due: { workingDays: 5 } }));
    expect(await run('deploy', folder)).toBe(0);
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('tell what two versions differ in', async () => {
    expect(await run('diff', 'letter', '1', '2', '--as', 'chief')).toBe(0);
    expect(lines[0]).toBe('  Шаг «Подготовить»: срок 3 рабочих дня → 5 рабочих дней');
  });

  it('show what would become of the cases, with what has to be decided, and write nothing', async () => {
    expect(await run('migrate', 'letter', '1', '2', '--plan', '--as', 'chief')).toBe(1);
    expect(lines.join('\n')).toMatch(/CHOICE {3}[0-9a-f-]{36}[\s\S]*Срок шага «Подготовить» изменился[\s\S]*нужен выбор 1/);
    expect((await database.store.query({ text: 'select from case_moves' })).length).toBe(0);
  });

  it('ask for what is missing in one sentence', async () => {
    expect(await run('migrate', 'letter', '1', '2', '--plan')).toBe(1);
    expect(complaints.join()).toContain('--as');
    expect(await run('migrate', 'letter', '1', '2', '--apply', '--as', 'chief')).toBe(1);
    expect(complaints.join()).toContain('--reason');
    expect(await run('migrate', 'letter', '--plan', '--as', 'chief')).toBe(1);
    expect(await run('migrate', 'letter', '1', '2', '--plan', '--as', 'nobody')).toBe(1);
    expect(complaints.join()).toContain('nobody');
    expect(await run('migrate', 'letter', '1', '2', '--plan', '--as', 'chief', '--terms', 'write=never')).toBe(1);
  });

  it('move the cases and say how many', async () => {
    expect(await run('migrate', 'letter', '1', '2', '--apply', '--as', 'chief', '--terms', 'write=keep', '--reason', 'Новый срок')).toBe(0);
    expect(lines.at(-1)).toContain('Переведено 1 из 1');
    expect(await database.store.query({ text: `select definition_version as v from process_instances` })).toEqual([{ v: 2 }]);
    expect(await run('verify')).toBe(0);
  });
});
