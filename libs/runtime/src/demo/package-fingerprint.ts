import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Organisation } from '@reglament/store';

/**
 * Says whether loading the packages again could change anything: names and bytes of all their files, and the organisations that get what
 * they bring. Checking and loading them costs a third of a start, most of it for nothing.
 */
export async function packageFingerprint(root: string, organisations: readonly Organisation[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await filesBelow(root)) hash.update(`${file}\0`).update(await readFile(path.join(root, file))).update('\0');
  for (const { id } of organisations) hash.update(id);
  return hash.digest('hex');
}

async function filesBelow(root: string): Promise<readonly string[]> {
  const found = await Promise.all(['workflows', 'forms'].map(async (folder) => {
    const entries = await readdir(path.join(root, folder), { withFileTypes: true, recursive: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  }));
  return found.flat().sort();
}
