import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../../../tools/lib/paths.mjs';

const dist = inRepository('apps/admin/dist');

/**
 * Kilobytes that a browser fetches before the worklist stands, as the server sends them: the page, the entry with everything that it
 * imports statically (the worklist is among it), the one language that is loaded, and the styles; brotli where there is a `.br`.
 */
export function worklistKilobytes(language = 'ru') {
  const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'));
  const files = new Set(['index.html']);
  const take = (key) => {
    const chunk = manifest[key];
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const imported of chunk.imports ?? []) take(imported);
  };
  const [entry] = Object.keys(manifest).filter((key) => manifest[key].isEntry);
  if (entry === undefined) throw new Error('The panel has no entry: has it been built?');
  take(entry);
  for (const key of manifest[entry].dynamicImports ?? []) if (new RegExp(`(?:^|/)${language}(?:/index)?\\.ts$`).test(key)) take(key);
  return [...files].reduce((sum, file) => sum + served(path.join(dist, file)), 0) / 1024;
}

function served(file) {
  return (statSync(`${file}.br`, { throwIfNoEntry: false }) ?? statSync(file)).size;
}
