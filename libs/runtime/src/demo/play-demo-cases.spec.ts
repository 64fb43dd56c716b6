import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { SampleCases } from '@reglament/contracts';
import { readSetting, verify } from '@reglament/store';
import { testDatabase, type TestDatabase } from '@reglament/testing';
import { createRuntime, type Runtime } from '../create-runtime.js';
import { readPackageFiles } from '../packages/read-package-files.js';
import { createRegistries } from '../registries.js';
import { loadDemoBase } from './load-base.js';
import { playDemoCases } from './play-demo-cases.js';
import { sampleFiles } from './samples.js';

// A season of pairs and a monitoring are played here, beside whatever else the machine does.
jest.setTimeout(240_000);

const root = path.join(__dirname, '../../../..');

describe('the cases of the demo base of this repository', () => {
  let database: TestDatabase;
  let dataDir: string;
  let runtime: Runtime;
  let cases: SampleCases;
  const told: unknown[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'reglament-cases-'));
    cases = sampleFiles(await readPackageFiles(root), 'cases').flatMap(({ json }) => json as SampleCases);
    await loadDemoBase(database.store, { root, dataDir, ...createRegistries() });
    runtime = await createRuntime({ store: database.store, connection: { url: database.url }, root, log: { info: () => undefined, error: (event, fields) => told.push([event, fields]) } });
    await runtime.startBackground();
  });
  afterAll(async () => {
    await runtime.stop();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const states = (): Promise<readonly unknown[]> => Promise.all(cases.map(async ({ key }) => ((await readSetting(database.store, `demo-case:${key}`)) as { state?: string } | undefined)?.state));
  const count = async (table: string): Promise<number> => (await database.store.query<{ count: number }>({ text: `select count(*)::int as count from ${table}` }))[0]?.count ?? -1;

  it('are played through to their end, also when the play is stopped and begun again, and leave an intact base', async () => {
    const stop = new AbortController();
    const first = playDemoCases(runtime.shell, { root, dataDir, signal: stop.signal });
    setTimeout(() => { stop.abort(); }, 1500);
    await first;
    await playDemoCases(runtime.shell, { root, dataDir });

    expect(told).toEqual([]);
    expect(await states()).toEqual(cases.map(() => 'done'));
    expect(await count('process_instances where parent is null')).toBe(cases.filter(({ continues }) => continues === undefined).length);
    expect((await verify(database.store)).checks.filter(({ outcome }) => outcome === 'broken')).toEqual([]);
  });

  it('are played once', async () => {
    const before = [await count('process_instances'), await count('submissions')];
    await playDemoCases(runtime.shell, { root, dataDir });
    expect([await count('process_instances'), await count('submissions')]).toEqual(before);
  });
});
