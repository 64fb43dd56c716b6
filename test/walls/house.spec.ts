import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listProjects } from '../../tools/eslint/projects.mjs';
import { collectDataKeys, findDataKeysInCode } from '../../tools/walls/data-keys.mjs';
import { measureFileLengths } from '../../tools/walls/file-lengths.mjs';
import { findImportCircles } from '../../tools/walls/import-circles.mjs';
import { findLockFaults } from '../../tools/walls/lock-file.mjs';
import { sharedWords } from '../../tools/walls/shared-words.mjs';

const root = join(import.meta.dirname, '../..');

/** Makes a small tree of files for a check to fail on. */
function withFiles<T>(files: Record<string, string>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'walls-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('keys of the packages', () => {
  it('do not occur in apps or libs', () => {
    const keys = collectDataKeys(root);
    expect(findDataKeysInCode(root, keys, sharedWords)).toEqual([]);
  });

  it('are caught when they do', () => {
    const files = {
      'workflows/holiday/processes/leave.json': '{"key": "leave-request"}',
      'workflows/holiday/roles.json': '[{"key": "holiday-clerk"}]',
      'forms/leave.json': '{"key": "leave-form"}',
      'libs/engine/src/step.ts': "if (definition.key === 'leave-request') return;\nif (role === \"holiday-clerk\") return;\n",
      'apps/api/src/form.ts': 'const form = `leave-form`;\n',
      'libs/engine/src/step.spec.ts': "const key = 'leave-request';\n",
    };
    const found = withFiles(files, (folder) => findDataKeysInCode(folder, collectDataKeys(folder)));
    expect(found).toEqual([
      "apps/api/src/form.ts:1: 'leave-form' (from forms/leave.json)",
      "libs/engine/src/step.ts:1: 'leave-request' (from workflows/holiday/processes/leave.json)",
      "libs/engine/src/step.ts:2: 'holiday-clerk' (from workflows/holiday/roles.json)",
    ]);
  });

  it('may be words of the product only where that is written down', () => {
    const files = { 'forms/leave.json': '{"key": "leave"}', 'libs/a/src/x.ts': "'leave'", 'libs/b/src/x.ts': "'leave'" };
    const found = withFiles(files, (folder) => findDataKeysInCode(folder, collectDataKeys(folder), [{ key: 'leave', within: 'libs/a/' }]));
    expect(found).toEqual(["libs/b/src/x.ts:1: 'leave' (from forms/leave.json)"]);
  });
});

describe('imports within a project', () => {
  it.each(listProjects().map(({ folder }) => folder))('do not run in a circle in %s', (folder) => {
    expect(findImportCircles(join(root, folder, 'src'))).toEqual([]);
  });

  it('are caught when they do, and imports of types are not counted', () => {
    const files = {
      'a.ts': "import {\n  b,\n  c,\n} from './b.js';\n",
      'b.ts': "export { d } from './sub/d.js';\n",
      'sub/d.ts': "import '../a.js';\nimport type { A } from '../a.js';\n",
      'e.ts': "import type { F } from './f.js';\nimport { type G } from './f.js';\n",
      'f.ts': "import { e } from './e.js';\n",
    };
    expect(withFiles(files, findImportCircles)).toEqual(['a.ts → b.ts → sub/d.ts → a.ts']);
  });
});

describe('the lock file', () => {
  it('installs on every platform and names no server', () => {
    expect(findLockFaults(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))).toEqual([]);
  });

  it('is caught when a platform is missing or a server is named', () => {
    const lock = {
      packages: {
        'node_modules/a': { resolved: 'https://registry.example.org/a.tgz', optionalDependencies: { 'a-linux': '1', 'a-mac': '1' } },
        'node_modules/a/node_modules/a-linux': {},
        'node_modules/b': { optionalDependencies: { '@msgpackr-extract/any': '1' } },
      },
    };
    expect(findLockFaults(lock)).toEqual(['node_modules/a names the server https://registry.example.org/a.tgz', 'a-mac is missing']);
  });
});

describe('the source files', () => {
  it('have at most 100 lines in the median, and every one at most 300', () => {
    const lengths = measureFileLengths(['apps', 'libs', 'tools'].map((folder) => join(root, folder)));
    process.stdout.write(`files ${lengths.files}, lines: median ${lengths.median}, 90 % ${lengths.ninetieth}, longest ${lengths.longest}\n`);
    expect(lengths.median).toBeLessThanOrEqual(100);
    expect(lengths.longest).toBeLessThanOrEqual(300);
  });
});
