/*
 * Writes apps/api/src/openapi/answers.json: JSON Schemas of every answer, from the interfaces of libs/contracts/src/rest. Run after a change
 * there: `node tools/openapi/generate.mjs`; `--check` only compares. Answers are written once, as TypeScript.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createGenerator } from 'ts-json-schema-generator';
import { inRepository } from '../lib/paths.mjs';

const folder = inRepository('libs/contracts/src/rest');
const target = inRepository('apps/api/src/openapi/answers.json');

/** Definitions by name, in the order of their names. */
export function answerSchemas() {
  const names = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.includes('.schema.') && !file.includes('.spec.'))
    .flatMap((file) => [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/^export interface (\w+)(?![\w<])/gm)].map(([, name]) => name))
    .filter((name) => name !== 'Page');
  const generator = createGenerator({ path: `${folder}/*.ts`, tsconfig: inRepository('libs/contracts/tsconfig.json'), skipTypeCheck: true, additionalProperties: true, topRef: true });
  const definitions = Object.assign({}, ...names.map((name) => generator.createSchema(name).definitions));
  const text = JSON.stringify(Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1))), null, 2);
  return `${text.replaceAll('#/definitions/', '#/components/schemas/')}\n`;
}

if (process.argv[1]?.endsWith('generate.mjs')) {
  const made = answerSchemas();
  if (!process.argv.includes('--check')) writeFileSync(target, made);
  else if (readFileSync(target, 'utf8') !== made) {
    process.stderr.write('apps/api/src/openapi/answers.json is older than libs/contracts/src/rest: run node tools/openapi/generate.mjs\n');
    process.exit(1);
  }
}
