import { listProjects } from './projects.mjs';

const below = {
  'layer:contract': ['layer:contract'],
  'layer:core': ['layer:contract', 'layer:core'],
  'layer:adapter': ['layer:contract', 'layer:core', 'layer:adapter'],
  'layer:shell': ['layer:contract', 'layer:core', 'layer:adapter', 'layer:shell'],
  'layer:app': ['layer:contract', 'layer:core', 'layer:adapter', 'layer:shell', 'layer:app'],
  'layer:web': ['layer:contract', 'layer:core'],
  'layer:testing': ['layer:contract', 'layer:core', 'layer:adapter', 'layer:shell', 'layer:testing'],
};

/** What the pure libs may take from npm. A new entry is a decision: the browser loads it, and it must be as pure as they are. */
const corePackages = [
  ...['@reglament/*', 'json-schema-to-ts', 'feelin', 'lezer-feel', 're2js', 'ajv', 'ajv/*', 'ajv-formats', 'ajv-formats/*'],
  ...['@lezer/*', '@noble/hashes/*', 'saxen', 'docx', 'docx/*', 'pdfmake', 'pdfmake/*', 'docxtemplater', 'docxtemplater/*', 'pizzip', 'lvovich', '@expo-google-fonts/tinos', '@expo-google-fonts/tinos/*'],
];

/**
 * Options of `@nx/enforce-module-boundaries` for the layers of docs/decisions and the README.
 *
 * @param {{ spec: boolean }} where spec files may also use the testing lib, and any npm package
 * @returns {import('eslint').Linter.RuleEntry}
 */
export function moduleBoundaries({ spec }) {
  const testing = spec ? ['layer:testing'] : [];
  const depConstraints = Object.entries(below).map(([layer, allowed]) => ({
    sourceTag: layer,
    onlyDependOnLibsWithTags: [...allowed, ...testing],
    ...(!spec && ['layer:contract', 'layer:core'].includes(layer) ? { allowedExternalImports: corePackages } : {}),
  }));
  // The testing lib stands on every other lib, and their specs stand on it: a circle only for the specs.
  const testingCircles = spec ? listProjects().map(({ name }) => ['@reglament/testing', name]) : [];
  return ['error', { allow: [], enforceBuildableLibDependency: false, allowCircularSelfDependency: true, depConstraints, ignoredCircularDependencies: testingCircles }];
}
