import { BUILTIN_CHECKS, BUILTIN_HANDLERS, createCheckRegistry, createHandlerRegistry } from '@reglament/handlers';
import path from 'node:path';
import { problemsOfPackages } from './load-packages.js';
import { readPackageFiles } from './read-package-files.js';

describe('the packages of this repository', () => {
  it('have no problems', async () => {
    const read = await readPackageFiles(path.join(__dirname, '../../../..'));
    const registries = { handlers: createHandlerRegistry(BUILTIN_HANDLERS), checks: createCheckRegistry(BUILTIN_CHECKS) };
    expect(problemsOfPackages(read, registries)).toEqual([]);
  });
});
