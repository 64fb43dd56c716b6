import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { coreRules } from './tools/eslint/core-rules.mjs';
import { moduleBoundaries } from './tools/eslint/layers.mjs';
import { listProjects, pureProjects } from './tools/eslint/projects.mjs';
import { pureGlobals, pureProperties, restrictedImports, restrictedSyntax } from './tools/eslint/purity.mjs';
import { typedRules } from './tools/eslint/typed-rules.mjs';

const specs = ['**/*.spec.ts', '**/*.spec.tsx'];
const pure = pureProjects();
const sources = (project) => `${project.folder}/src/**/*.{ts,tsx}`;
const synchronous = pure.filter(({ name }) => name !== '@reglament/documents');

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '.nx', '.data', 'coverage', 'test/e2e/out', 'test/walls/canaries'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    rules: {
      ...coreRules,
      'no-restricted-imports': restrictedImports({}),
      'no-restricted-syntax': restrictedSyntax({}),
    },
  },
  { files: ['**/*.{mjs,cjs,js}'], rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': moduleBoundaries({ spec: false }),
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      // NestJS modules are empty classes with a decorator.
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  ...listProjects()
    .filter(({ typeConfig }) => typeConfig)
    .map((project) => ({
      files: [sources(project)],
      languageOptions: { parserOptions: { project: [project.typeConfig], tsconfigRootDir: import.meta.dirname } },
      rules: typedRules,
    })),
  {
    files: pure.map(sources),
    ignores: specs,
    rules: {
      'no-restricted-imports': restrictedImports({ builtins: true }),
      'no-restricted-globals': pureGlobals,
      'no-restricted-properties': pureProperties,
      'no-restricted-syntax': restrictedSyntax({ pure: true }),
    },
  },
  { files: synchronous.map(sources), ignores: specs, rules: { 'no-restricted-syntax': restrictedSyntax({ pure: true, synchronous: true }) } },
  { files: ['apps/admin/src/**/*.{ts,tsx}'], rules: { 'no-restricted-imports': restrictedImports({ others: ['@reglament/documents'] }) } },
  // A schema may be there for its type alone.
  { files: ['**/*.schema.ts'], rules: { '@typescript-eslint/no-unused-vars': 'off' } },
  { files: specs, rules: { '@nx/enforce-module-boundaries': moduleBoundaries({ spec: true }) } },
);
