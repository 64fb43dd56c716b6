import { readFileSync } from 'node:fs';
import { listFiles } from './source-files.mjs';

/**
 * Lengths, in lines, of the source files below the folders.
 *
 * @param {string[]} folders absolute
 * @returns {{ files: number, median: number, ninetieth: number, longest: number }}
 */
export function measureFileLengths(folders) {
  const lengths = folders
    .flatMap((folder) => listFiles(folder, /\.(?:tsx?|mjs|cjs)$/))
    .map((file) => readFileSync(file, 'utf8').split('\n').length - 1)
    .sort((one, other) => one - other);
  const at = (share) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
  return { files: lengths.length, median: at(0.5), ninetieth: at(0.9), longest: at(1) };
}
