/*
 * What the first load of the worklist weighs, brotli, in KB of 1,000 bytes: index.html, everything that it loads, the language catalogue
 * and the fonts of one alphabet pair. Fails above the bound of the architecture (§7). Reads `dist`, so build first.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const BOUND_KB = 350;
const dist = path.join(import.meta.dirname, '..', 'dist');
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite', 'manifest.json'), 'utf8'));

/** Every file that a module brings by static import, itself included. */
function closure(key, seen = new Set()) {
  const entry = manifest[key];
  if (!entry || seen.has(entry.file)) return seen;
  seen.add(entry.file);
  for (const css of entry.css ?? []) seen.add(css);
  for (const imported of entry.imports ?? []) closure(imported, seen);
  return seen;
}

const files = new Set(['index.html', 'favicon.svg']);
// The worklist is imported statically by the entry; the catalogue of the language in use is the one chunk that comes after it.
for (const key of ['index.html', 'src/i18n/ru.ts']) for (const file of closure(key)) files.add(file);
// The browser takes a font only for letters that it meets: Cyrillic for Russian, Latin for numbers and codes.
for (const { file } of Object.values(manifest)) if (/golos-text-(cyrillic|latin)-wght/.test(file)) files.add(file);

const weigh = (file) => {
  const bytes = readFileSync(path.join(dist, file));
  return file.endsWith('.woff2') ? bytes.length : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
};

const rows = [...files].map((file) => ({ file, bytes: weigh(file) })).sort((one, other) => other.bytes - one.bytes);
for (const { file, bytes } of rows) console.log(`${(bytes / 1000).toFixed(1).padStart(8)} KB  ${file}`);
const total = rows.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
console.log(`${total.toFixed(1).padStart(8)} KB  first load of the worklist (bound ${BOUND_KB} KB)`);
if (total > BOUND_KB) process.exitCode = 1;
