import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createRegistries, loadDemoBase } from '@reglament/runtime';
import { onServer, testDatabase, type TestDatabase } from '@reglament/testing';
import pg from 'pg';
import { runCommand } from './run-command.js';

describe('the command line', () => {
  let folder: string;
  let lines: string[];
  let complaints: string[];
  let env: NodeJS.ProcessEnv;
  const run = (...argv: string[]): Promise<number> => {
    lines = [];
    complaints = [];
    return runCommand(argv, { env, print: (line) => lines.push(line), complain: (line) => complaints.push(line) });
  };
  const write = async (file: string, content: unknown): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
  };

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'reglament-cli-'));
    env = { REGLAMENT_DATA_DIR: folder };
    await write('workflows/words/reglament.json', { format: 1, key: 'words', title: 'Words', version: '1.0.0' });
    await write('workflows/words/roles.json', [{ key: 'chief', title: 'Chief' }]);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('lists what there is, and nothing else', async () => {
    expect(await run('help')).toBe(0);
    expect(lines.join('\n')).toMatch(/check \[path\][\s\S]*deploy[\s\S]*verify[\s\S]*backup FILE[\s\S]*restore FILE[\s\S]*demo-passwords/);
    expect(await run('fly')).toBe(1);
    expect(complaints.join()).toContain('«fly»');
  });

  it('checks sound packages', async () => {
    expect(await run('check', folder)).toBe(0);
    expect(lines).toEqual(['Пакетов: 1, ошибок нет. / Packages: 1, no problems.']);
  });

  it('tells every problem of packages with file, place, found and expected', async () => {
    await write('workflows/words/roles.json', [{ key: 'chief', title: 'Chief', permissions: ['fly'] }]);
    await write('workflows/words/processes/broken.json', '{ no json');
    await write('workflows/words/processes/odd.json', { format: 1, key: 'odd', title: 'Odd', nodes: { begin: { type: 'startEvent', next: 'nowhere' }, done: { type: 'endEvent' } } });
    expect(await run('check', folder, '--json')).toBe(1);
    const problems = JSON.parse(lines.join('\n')) as unknown[];
    expect(problems).toEqual(expect.arrayContaining([
      expect.objectContaining({ file: 'workflows/words/roles.json', pointer: '/0/permissions/0', found: '"fly"' }),
      expect.objectContaining({ file: 'workflows/words/processes/broken.json', expected: 'a JSON document' }),
      expect.objectContaining({ file: 'workflows/words/processes/odd.json', pointer: '/nodes/begin/next', found: '"nowhere"' }),
    ]));
    expect(await run('check', folder)).toBe(1);
    expect(lines.join('\n')).toMatch(/roles\.json#\/0\/permissions\/0\n {2}найдено \/ found: +"fly"\n {2}ожидалось/);
  });

  it('says where packages should be when there are none', async () => {
    expect(await run('check', path.join(folder, 'elsewhere'))).toBe(1);
    expect(complaints.join()).toContain('workflows/');
  });

  describe('on a database', () => {
    let database: TestDatabase;
    beforeEach(async () => {
      database = await testDatabase();
      env = { ...env, DATABASE_URL: database.ownerUrl };
    });
    afterEach(() => database.close());

    const demoBase = async (): Promise<string | null> => {
      const organisation = { timeZone: 'Europe/Moscow', calendar: 'always' };
      await write('workflows/words/calendars/always.json', { format: 1, id: 'always', title: 'Always', timeZone: 'Europe/Moscow', years: { 2026: { status: 'approved', basis: 'a test', days: {} } } });
      await write('workflows/town/reglament.json', { format: 1, key: 'town', title: 'Town', version: '1.0.0', requires: ['words'], demo: true });
      await write('workflows/town/samples/organisations.json', [{ key: 'office', kind: 'office', fullName: 'Отдел', shortName: 'Отдел', ...organisation }]);
      await write('workflows/town/samples/people.json', [
        { key: 'one', lastName: 'Лугова', firstName: 'Мария', gender: 'female', login: 'chief', employments: [], roles: [{ role: 'chief', organisation: 'office' }] },
      ]);
      return (await loadDemoBase(database.store, { root: folder, dataDir: folder, ...createRegistries() })).accountsFile;
    };

    it('verifies an intact one, and finds what was changed behind the product', async () => {
      await demoBase();
      expect(await run('verify')).toBe(0);
      expect(lines.at(-1)).toContain('The database is intact');
      const owner = new pg.Client({ connectionString: database.ownerUrl });
      await owner.connect();
      await owner.query(`update people set path = '99'`);
      await owner.end();
      expect(await run('verify')).toBe(1);
      expect(lines.filter((line) => line.startsWith('BROKEN')).length).toBe(1);
    });

    it('deploys what is new once', async () => {
      expect(await run('deploy', folder)).toBe(1);
      expect(complaints.join()).toContain('npm start');
      await demoBase();
      await write('workflows/words/calendars/other.json', { format: 1, id: 'other', title: 'Other', timeZone: 'Europe/Moscow', years: { 2026: { status: 'approved', basis: 'a test', days: {} } } });
      expect(await run('deploy', folder)).toBe(0);
      expect(lines).toContainEqual(expect.stringMatching(/^words: новых 1, без изменений 1/));
      expect(await run('deploy', folder)).toBe(0);
      expect(lines).toContainEqual(expect.stringMatching(/^words: новых 0, без изменений 2/));
    });

    it('backs up and restores into an empty database, and overwrites nothing', async () => {
      await demoBase();
      const file = path.join(folder, 'copy.backup');
      expect(await run('backup', file)).toBe(0);
      const told = /tables (\d+), rows (\d+)/.exec(lines.join());
      expect(await run('backup', file)).toBe(1);
      expect(await run('restore', file)).toBe(1);
      expect(complaints.join()).toContain('not empty');

      const other = await testDatabase();
      env = { ...env, DATABASE_URL: other.ownerUrl };
      expect(await run('restore', file)).toBe(0);
      expect(lines.join()).toContain(told?.[0]);
      expect(await run('verify')).toBe(0);
      await other.close();
    });

    it('says of a file that is no backup what it is', async () => {
      await write('other.txt', 'a letter');
      expect(await run('restore', path.join(folder, 'other.txt'))).toBe(1);
      expect(complaints.join()).toContain('не резервная копия');
      expect(await run('restore', path.join(folder, 'nothing'))).toBe(1);
      expect(await run('backup', path.join(folder, 'no/where'))).toBe(1);
      expect(await run('backup')).toBe(1);
    });

    it('names the accounts of a demo base', async () => {
      expect(await run('demo-passwords')).toBe(1);
      const file = await demoBase();
      expect(await run('demo-passwords')).toBe(0);
      expect(lines.join()).toContain(file);
      expect((await stat(file ?? '')).mode & 0o777).toBe(0o600);
    });

    it('refuses a base of a later release in one sentence', async () => {
      const owner = new pg.Client({ connectionString: database.ownerUrl });
      await owner.connect();
      await owner.query(`insert into migrations (timestamp, name) values (9999999999999, 'OfALaterRelease')`);
      await owner.end();
      expect(await run('verify')).toBe(1);
      expect(complaints).toEqual([expect.stringContaining('OfALaterRelease')]);
    });

    it('leaves no connection behind', async () => {
      await run('verify');
      const { rows } = await onServer((client) => client.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity where datname = $1 and application_name = 'reglament-migrate'`, [new URL(database.ownerUrl).pathname.slice(1)],
      ));
      expect(rows[0]?.count).toBe(0);
    });
  });
});
