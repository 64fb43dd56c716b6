import { createRequire } from 'node:module';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { form600 } from './form-600.mjs';

const here = import.meta.dirname;
const admin = createRequire(path.join(here, '../../apps/admin/package.json'));
/** The panel's own Vite and React plugin: the page is built as the panel is. */
const fromAdmin = async (name) => import(pathToFileURL(admin.resolve(name)).href);

const conditions = ['@reglament/source', 'module', 'browser', 'development|production'];

/**
 * Builds the page for production, and beside it the standalone validator of the form, made by the same code that the server runs.
 *
 * @param {string} out folder to build into
 */
export async function buildPage(out) {
  const { build } = await fromAdmin('vite');
  const { default: react } = await fromAdmin('@vitejs/plugin-react');
  await build({
    root: path.join(here, 'page'), configFile: false, logLevel: 'warn', plugins: [react()],
    resolve: { conditions }, build: { outDir: path.join(out, 'page'), emptyOutDir: true, target: 'es2022' },
  });
  await build({
    root: here, configFile: false, logLevel: 'warn', ssr: { noExternal: true, resolve: { conditions: ['@reglament/source', 'module', 'node'] } },
    build: { ssr: path.join(here, 'validator-entry.ts'), outDir: path.join(out, 'node'), emptyOutDir: true, target: 'node20', rollupOptions: { output: { entryFileNames: 'forms.mjs' } } },
  });
  const { problemsOfForm, standaloneModule } = await import(pathToFileURL(path.join(out, 'node/forms.mjs')).href);
  const definition = form600();
  const problems = problemsOfForm(definition);
  if (problems.length > 0) throw new Error(`the form of 600 is broken: ${JSON.stringify(problems[0])}`);
  mkdirSync(path.join(out, 'page'), { recursive: true });
  writeFileSync(path.join(out, 'page/validator.js'), standaloneModule(definition));
}
