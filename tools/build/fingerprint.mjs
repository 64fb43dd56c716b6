import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../lib/paths.mjs';

const skipped = new Set(['node_modules', 'dist', '.nx', 'coverage']);

/**
 * Hash of the names and contents of everything below the given places, without builds and specs.
 *
 * @param {string[]} places files or folders, relative to the repository; what does not exist counts as absent
 */
export function fingerprint(places) {
  const hash = createHash('sha256').update(process.version);
  for (const place of places) addPlace(hash, place);
  return hash.digest('hex');
}

function addPlace(hash, place) {
  const absolute = inRepository(place);
  if (!existsSync(absolute)) return;
  if (statSync(absolute).isFile()) {
    hash.update(`${place}\0`).update(readFileSync(absolute)).update('\0');
    return;
  }
  for (const name of readdirSync(absolute).sort()) {
    if (!skipped.has(name) && !/\.spec\.tsx?$/.test(name)) addPlace(hash, path.posix.join(place, name));
  }
}

const memoFile = (name) => inRepository('node_modules/.cache/reglament', `${name}.fingerprint`);

/** Whether the build called `name` was last made from exactly this. */
export function isRemembered(name, print) {
  return existsSync(memoFile(name)) && readFileSync(memoFile(name), 'utf8') === print;
}

/** @param {string} name @param {string} print */
export function remember(name, print) {
  mkdirSync(path.dirname(memoFile(name)), { recursive: true });
  writeFileSync(memoFile(name), print);
}

/** Called before a build: one that is interrupted must not pass for the one before. */
export function forget(name) {
  rmSync(memoFile(name), { force: true });
}
