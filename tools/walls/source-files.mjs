import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const skipped = new Set(['node_modules', 'dist', '.nx', 'coverage', 'out']);

/**
 * Every file below `folder` whose name matches, builds and packages left out.
 *
 * @param {string} folder absolute @param {RegExp} name
 * @returns {string[]} absolute paths; empty when there is no such folder
 */
export function listFiles(folder, name) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listFiles(place, name);
    return name.test(entry.name) ? [place] : [];
  });
}
