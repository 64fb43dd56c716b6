import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRepository } from '../lib/paths.mjs';
import { isAlive, waitUntil } from '../lib/processes.mjs';
import { readPostmaster, stopPostmaster } from './postmaster.mjs';
import { startPostgres } from './server.mjs';

interface Held {
  readonly server?: string;
  readonly reused?: boolean;
  readonly inherited?: boolean;
  readonly refusal?: string;
  readonly child: ChildProcess;
}

const { Client } = createRequire(inRepository('apps/api/package.json'))('pg') as typeof import('pg');

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that owns the server in `folder`, as a second `npm start` would. */
function hold(folder: string, durability: 'durable' | 'fast' = 'fast'): Promise<Held> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fixtures/hold-server.mjs'), folder, durability], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve) => child.stdout.once('data', (line) => resolve({ ...JSON.parse(String(line)), child })));
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await waitUntil(() => !isAlive(pid), { within: 10_000 });
}

describe('the embedded PostgreSQL', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'postgres-spec-'));
    chmodSync(folder, 0o711);
  });

  afterEach(async () => {
    await stopPostmaster(join(folder, 'pg'));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('sorts Russian names as a Russian expects, asks for a password and keeps it to its owner', async () => {
    const postgres = await startPostgres({ dataRoot: folder, durable: false });
    const rows = await query(postgres.url('postgres'), "SELECT string_agg(name, ' ' ORDER BY name) AS names FROM unnest(ARRAY['Жук', 'ёж', 'Ева', 'Ёлка']) AS name");
    expect(rows).toEqual([{ names: 'Ева ёж Ёлка Жук' }]);
    await expect(query(postgres.url('postgres').replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(folder, 'pg-password')).mode & 0o777).toBe(0o600);
    await postgres.stop();
    expect(readPostmaster(join(folder, 'pg'))).toBeUndefined();
  });

  it('refuses a second owner while the first one lives, and leaves its server running', async () => {
    const first = await hold(folder);
    await expect(startPostgres({ dataRoot: folder, durable: false })).rejects.toMatchObject({ name: 'Refusal' });
    expect(await query(`${first.server}/postgres`, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await kill(first.child.pid ?? 0);
  });

  it('uses the server again that a killed owner left behind', async () => {
    const first = await hold(folder);
    const { pid } = readPostmaster(join(folder, 'pg')) ?? {};
    await kill(first.child.pid ?? 0);
    const second = await startPostgres({ dataRoot: folder, durable: false });
    expect(second).toMatchObject({ reused: true, inherited: true, created: false });
    expect(readPostmaster(join(folder, 'pg'))?.pid).toBe(pid);
    await second.stop();
  });

  it('recovers what was committed when the server itself is killed', async () => {
    const first = await hold(folder, 'durable');
    await query(`${first.server}/postgres`, 'CREATE TABLE kept AS SELECT 7 AS seven');
    await kill(readPostmaster(join(folder, 'pg'))?.pid ?? 0);
    await kill(first.child.pid ?? 0);
    const second = await startPostgres({ dataRoot: folder, durable: false });
    expect(second.reused).toBe(false);
    expect(await query(second.url('postgres'), 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
    await second.stop();
  });

  it('is started again on the same port when it is killed under a living owner', async () => {
    const restarts: unknown[] = [];
    const postgres = await startPostgres({ dataRoot: folder, onRestart: (error) => restarts.push(error) });
    await query(postgres.url('postgres'), 'CREATE TABLE kept AS SELECT 7 AS seven');
    await kill(readPostmaster(join(folder, 'pg'))?.pid ?? 0);
    await waitUntil(() => restarts.length > 0, { within: 30_000 });
    expect(restarts).toEqual([undefined]);
    expect(await query(postgres.url('postgres'), 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
    await postgres.stop();
  });

  it('starts although the process id of a dead server now belongs to another program', async () => {
    const first = await startPostgres({ dataRoot: folder, durable: false });
    await first.stop();
    writeFileSync(join(folder, 'pg', 'postmaster.pid'), `${process.pid}\n${join(folder, 'pg')}\n0\n1\n\n127.0.0.1\n\nready   \n`);
    const second = await startPostgres({ dataRoot: folder, durable: false });
    expect(await query(second.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
  });

  it('begins anew when it was killed while it made its cluster', async () => {
    mkdirSync(join(folder, 'pg.unfinished.1'));
    writeFileSync(join(folder, 'pg.unfinished.1', 'PG_VERSION'), '18\n');
    const postgres = await startPostgres({ dataRoot: folder, durable: false });
    expect(postgres.created).toBe(true);
    expect(existsSync(join(folder, 'pg.unfinished.1'))).toBe(false);
    await postgres.stop();
  });

  it('says that data of another major version need a backup and a restore', async () => {
    const first = await startPostgres({ dataRoot: folder, durable: false });
    await first.stop();
    writeFileSync(join(folder, 'pg', 'PG_VERSION'), '14\n');
    await expect(startPostgres({ dataRoot: folder, durable: false })).rejects.toThrow(/PostgreSQL 14.*reglament backup/);
  });

  it('takes the lock of an owner that died, even when its process id is in use again', async () => {
    writeFileSync(join(folder, 'owner.json'), JSON.stringify({ pid: process.ppid, started: '1' }));
    const postgres = await startPostgres({ dataRoot: folder, durable: false });
    expect(postgres.inherited).toBe(true);
    expect(JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8'))).toMatchObject({ pid: process.pid });
    await postgres.stop();
    expect(existsSync(join(folder, 'owner.json'))).toBe(false);
  });

  it('lets exactly one of several starts at the same moment take over a stale lock', async () => {
    writeFileSync(join(folder, 'owner.json'), JSON.stringify({ pid: 2 ** 22 + 1, started: '1' }));
    const all = await Promise.all([1, 2, 3, 4].map(() => hold(folder)));
    expect(all.filter(({ server }) => server !== undefined)).toHaveLength(1);
    expect(all.filter(({ refusal }) => refusal?.includes('in use by another start'))).toHaveLength(3);
    for (const { child } of all) if (child.exitCode === null) await kill(child.pid ?? 0);
  });
});
