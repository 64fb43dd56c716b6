import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from './source-files.mjs';

const importOrExport = /^(?:import|export)\s+(?:([^'";]*?)\s+from\s+)?['"](\.[^'"]*)['"]/gms;

/**
 * Circles of imports between the files of one folder. Such files cannot be understood, tested or moved alone, and with ES modules one
 * of them may see the other before it is ready. Imports of types alone do not count: they are gone at run time.
 *
 * (The usual ESLint rule for this does not run under ESLint 10.)
 *
 * @param {string} folder absolute path of a project's src
 * @returns {string[]} one circle each: `a.ts → b.ts → a.ts`
 */
export function findImportCircles(folder) {
  const files = listFiles(folder, /\.tsx?$/).filter((file) => !/\.spec\.tsx?$/.test(file));
  const known = new Set(files);
  const imports = new Map(files.map((file) => [file, importsOf(file).filter((target) => known.has(target))]));
  const circles = [];
  const done = new Set();
  const visit = (file, trail) => {
    const start = trail.indexOf(file);
    if (start >= 0) circles.push([...trail.slice(start), file].map((step) => path.relative(folder, step)).join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return circles;
}

function importsOf(file) {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(importOrExport)]
    .filter(([, names]) => !isTypesOnly(names))
    .flatMap(([, , target]) => {
      const stem = path.resolve(path.dirname(file), target.replace(/\.jsx?$/, ''));
      return [`${stem}.ts`, `${stem}.tsx`];
    });
}

function isTypesOnly(names) {
  if (names === undefined) return false;
  if (/^type\s/.test(names)) return true;
  const list = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  return list !== undefined && list.split(',').every((name) => name.trim() === '' || /^type\s/.test(name.trim()));
}
