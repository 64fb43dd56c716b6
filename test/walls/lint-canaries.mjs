/*
 * Lints every canary as if its text stood in the file that it names, and prints `{ canary: [rule, …] }` as JSON. A program of its own,
 * not part of the spec: ESLint and Nx must load as they do in `nx run-many -t lint`, outside Jest.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(import.meta.dirname, 'canaries');

// Without this the type checker would read the named file from disk instead of the canary's text.
process.env.TSESTREE_SINGLE_RUN = 'false';
// Without the project graph the rule for module boundaries is skipped in silence.
await createProjectGraphAsync();

const eslint = new ESLint({ cwd: root });
/** @type {Record<string, string[]>} */
const caught = {};
for (const name of readdirSync(folder)) {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const filePath = path.join(root, /linted as: (\S+)/.exec(text)?.[1] ?? name);
  const [result] = await eslint.lintText(text, { filePath });
  caught[name] = result.messages.map((message) => message.ruleId ?? message.message);
}
process.stdout.write(JSON.stringify(caught));
