import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../../../tools/lib/refusal.mjs';

/** What the product is measured beside, pinned. They are no dependencies of the product: they live in a folder that is thrown away. */
export const PEERS = { '@dbos-inc/dbos-sdk': '5.3.0', 'bpmn-engine': '25.0.1', pg: '8.23.1' };

/**
 * Installs the peers with the programs that measure them.
 *
 * @param {string} home an empty folder
 * @returns {string} the folder with the programs
 */
export function installPeers(home) {
  const folder = path.join(home, 'peers');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'peers', private: true, type: 'module', dependencies: PEERS }));
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Refusal('Не удалось установить то, с чем сравнивается продукт: нужен доступ к npm.', 'What the product is compared with could not be installed: npm must be reachable.');
  for (const program of ['dbos.mjs', 'bpmn-engine.mjs', 'case.mjs', '../bench/statistics.mjs']) cpSync(fileURLToPath(new URL(program, import.meta.url)), path.join(folder, path.basename(program)));
  return folder;
}
