import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';

/** Names in a folder, in order; none where the folder is not there. */
export async function entries(folder: string, wanted: 'files' | 'folders'): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const found = await readdir(folder, { withFileTypes: true });
  return found.filter((entry) => (wanted === 'files' ? entry.isFile() : entry.isDirectory())).map(({ name }) => name).sort();
}
