/**
 * Jest transformer: TypeScript and ES modules become CommonJS, everything else passes unchanged.
 *
 * Jest 30 can `require()` an ES module only on Node ≥ 24.9, and its ESM mode breaks on CommonJS packages that require ESM ones (several
 * NestJS plugins do). So the specs run as CommonJS, and the ESM files of node_modules are compiled too (Jest caches the result on disk).
 * Production runs as ESM; the browser tests start the built program, so both module systems are covered.
 */
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { createTransformer } = require('@swc/jest');

const typescript = createTransformer({
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs', ignoreDynamic: false },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', tsx: false, decorators: true },
    // NestJS resolves constructor arguments and TypeORM column types from the emitted decorator metadata.
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
});

const typescriptJsx = createTransformer({
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs', ignoreDynamic: false },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  },
});

const ecmascript = createTransformer({
  swcrc: false,
  sourceMaps: false,
  module: { type: 'commonjs', ignoreDynamic: false },
  jsc: { target: 'es2022', keepClassNames: true, parser: { syntax: 'ecmascript' } },
});

/** Whether the nearest package.json says `"type": "module"`; remembered per folder, as node_modules has tens of thousands of files. */
const moduleFolders = new Map();

function isModuleFolder(folder) {
  const known = moduleFolders.get(folder);
  if (known !== undefined) return known;
  const manifest = path.join(folder, 'package.json');
  const parent = path.dirname(folder);
  let answer = false;
  if (fs.existsSync(manifest)) answer = JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module';
  else if (parent !== folder) answer = isModuleFolder(parent);
  moduleFolders.set(folder, answer);
  return answer;
}

function transformerFor(file) {
  if (/\.tsx$/.test(file)) return typescriptJsx;
  if (/\.[cm]?ts$/.test(file)) return typescript;
  if (file.endsWith('.mjs')) return ecmascript;
  if (file.endsWith('.js') && isModuleFolder(path.dirname(file))) return ecmascript;
  return undefined;
}

module.exports = {
  canInstrument: false,
  process(source, file, options) {
    return transformerFor(file)?.process(source, file, options) ?? { code: source };
  },
  getCacheKey(source, file, options) {
    const transformer = transformerFor(file);
    if (transformer) return transformer.getCacheKey(source, file, options);
    return `unchanged-${createHash('sha1').update(source).digest('hex')}`;
  },
};
