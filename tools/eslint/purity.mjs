import { builtinModules } from 'node:module';

/*
 * `@nx/enforce-module-boundaries` does not see built-ins and globals, so the pure libs are kept pure by name. Time, chance and ids come
 * to them as data; they never wait (`await`), as the engine's one step must be synchronous. Only the documents lib waits: the PDF maker
 * is asynchronous.
 */

/** Modules that run text as a program: forbidden everywhere. */
const evaluators = ['vm', 'node:vm'];

const everywherePatterns = [
  { regex: '^@reglament/[^/]+/.+', message: "Import the lib by its name: what index.ts does not export is the lib's own." },
  { regex: '^@reglament/(api|worker|cli|admin)$', message: 'Nothing stands on an app.' },
  { regex: '^(\\.\\./){2,}(.*/)?(workflows|forms)/.*\\.json$', message: 'Workflows and forms are data that is loaded, never imported.' },
];

/**
 * @param {{ builtins?: boolean, others?: string[] }} forbidden Node built-ins; other modules by name
 * @returns {import('eslint').Linter.RuleEntry}
 */
export function restrictedImports({ builtins = false, others = [] }) {
  const names = builtins ? builtinModules.filter((name) => !name.startsWith('_')) : evaluators;
  return [
    'error',
    {
      paths: [...names, ...others].map((name) => ({ name, message: 'Not in this layer.' })),
      patterns: builtins ? [...everywherePatterns, { regex: '^node:', message: 'Not in this layer.' }] : everywherePatterns,
    },
  ];
}

const everywhereSyntax = [
  { selector: 'ExportAllDeclaration', message: 'Name every export: `export *` hides what a lib promises.' },
  { selector: 'ImportExpression[source.value=/^(node:)?vm$/]', message: 'No text is run as a program here.' },
];

const pureSyntax = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time comes in as data.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time comes in as data.' },
  { selector: 'ImportExpression[source.value=/^node:/]', message: 'Not in a pure lib.' },
  { selector: 'MetaProperty[meta.name="import"]', message: 'A pure lib does not know where it lies.' },
];

const synchronousSyntax = [
  { selector: 'AwaitExpression', message: 'The core is synchronous.' },
  { selector: ':function[async=true]', message: 'The core is synchronous.' },
  { selector: 'ImportExpression', message: 'The core is synchronous.' },
];

/**
 * @param {{ pure?: boolean, synchronous?: boolean }} kind
 * @returns {import('eslint').Linter.RuleEntry}
 */
export function restrictedSyntax({ pure = false, synchronous = false }) {
  return ['error', ...everywhereSyntax, ...(pure ? pureSyntax : []), ...(synchronous ? synchronousSyntax : [])];
}

const outsideWorld = [
  ...['process', 'global', 'globalThis', 'window', 'self', 'document', 'navigator', 'localStorage', 'sessionStorage', 'require', 'module'],
  ...['__dirname', '__filename', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'crypto', 'performance', 'console'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate', 'queueMicrotask'],
];

/** @type {import('eslint').Linter.RuleEntry} */
export const pureGlobals = ['error', ...outsideWorld.map((name) => ({ name, message: 'A pure lib has no world outside.' }))];

/** @type {import('eslint').Linter.RuleEntry} */
export const pureProperties = [
  'error',
  { object: 'Date', property: 'now', message: 'Time comes in as data.' },
  { object: 'Math', property: 'random', message: 'Ids come from a counter inside the instance.' },
];
