import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { BUILTIN_CHECKS, BUILTIN_HANDLERS, createCheckRegistry, createHandlerRegistry } from '@reglament/handlers';
import { testDatabase } from '@reglament/testing';
import { readPackageFiles } from '../packages/read-package-files.js';
import { checkSamples } from './check-samples.js';
import { loadDemoBase } from './load-base.js';
import { demoPackages } from './samples.js';

const root = path.join(__dirname, '../../../..');

describe('the samples of this repository', () => {
  it('have no problems', async () => {
    expect(checkSamples(await readPackageFiles(root))).toEqual([]);
  });

  it('make a demo base', async () => {
    const database = await testDatabase();
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'reglament-repository-'));
    try {
      const registries = { handlers: createHandlerRegistry(BUILTIN_HANDLERS), checks: createCheckRegistry(BUILTIN_CHECKS) };
      const { organisation, accountsFile } = await loadDemoBase(database.store, { root, dataDir, ...registries });
      const samples = demoPackages(await readPackageFiles(root)).length > 0;
      expect([organisation !== null, accountsFile !== null]).toEqual([samples, samples]);
    } finally {
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});
