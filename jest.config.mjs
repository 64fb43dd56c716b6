import { existsSync } from 'node:fs';

const roots = ['libs', 'apps', 'test', 'tools', 'workflows', 'forms'].filter((folder) => existsSync(new URL(folder, import.meta.url)));

/** @type {import('jest').Config} */
export default {
  roots: roots.map((folder) => `<rootDir>/${folder}`),
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/test/e2e/', '/test/walls/canaries/'],
  modulePathIgnorePatterns: ['<rootDir>/(?:libs|apps)/[^/]+/dist/', '<rootDir>/\\.data/', '<rootDir>/\\.nx/'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  testEnvironment: 'node',
  // `@reglament/source` makes `@reglament/<lib>` mean the lib's TypeScript source, so a spec never sees a stale build.
  testEnvironmentOptions: { customExportConditions: ['@reglament/source', 'node', 'node-addons'] },
  resolver: '<rootDir>/tools/jest/resolver.cjs',
  transform: { '\\.(?:[cm]?[jt]s|tsx)$': '<rootDir>/tools/jest/transformer.cjs' },
  transformIgnorePatterns: [],
  globalSetup: '<rootDir>/tools/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/tools/jest/global-teardown.mjs',
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  coverageProvider: 'v8',
  // Two cores are shared by servers, compilers and browsers: a test that hangs is ended, a slow one is not.
  testTimeout: 60_000,
};
