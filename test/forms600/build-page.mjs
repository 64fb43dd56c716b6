import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { form600 } from './form-600.mjs';
import { galleryForm } from './gallery/gallery-form.mjs';

const here = import.meta.dirname;
const admin = createRequire(path.join(here, '../../apps/admin/package.json'));
/** The panel's own Vite and React plugin: the page is built as the panel is. */
const fromAdmin = async (name) => import(pathToFileURL(admin.resolve(name)).href);

const conditions = ['@reglament/source', 'module', 'browser', 'development|production'];

/**
 * Builds the pages for production, and beside them the standalone validators of their forms, made by the same code that the server runs.
 *
 * @param {string} out folder to build into
 */
export async function buildPage(out) {
  const { build } = await fromAdmin('vite');
  const { default: react } = await fromAdmin('@vitejs/plugin-react');
  await build({
    root: path.join(here, 'page'), configFile: false, logLevel: 'warn', plugins: [react()],
    resolve: { conditions }, 
    build: {
      outDir: path.join(out, 'page'), emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1500,
      rollupOptions: { input: [path.join(here, 'page/index.html'), path.join(here, 'page/gallery.html')] },
    },
  });
  await build({
    root: here, configFile: false, logLevel: 'warn', ssr: { noExternal: true, resolve: { conditions: ['@reglament/source', 'module', 'node'] } },
    build: { ssr: path.join(here, 'validator-entry.ts'), outDir: path.join(out, 'node'), emptyOutDir: true, target: 'node20', rollupOptions: { output: { entryFileNames: 'forms.mjs' } } },
  });
  const { problemsOfForm, standaloneModule } = await import(pathToFileURL(path.join(out, 'node/forms.mjs')).href);
  for (const [file, definition] of [['validator.js', form600()], ['gallery-validator.js', galleryForm()]]) {
    const problems = problemsOfForm(definition);
    if (problems.length > 0) throw new Error(`${definition.key} is broken: ${JSON.stringify(problems[0])}`);
    writeFileSync(path.join(out, 'page', file), standaloneModule(definition));
  }
}

if (process.argv[1] === import.meta.filename) await buildPage(process.argv[2] ?? '');
