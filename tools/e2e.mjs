/* npm run e2e [-- <Playwright's filters and options>]: the panel in Chromium, against a product with demo data started for it. */
import { buildPanel } from './build/build-panel.mjs';
import { buildServer } from './build/build-server.mjs';
import { ensureInstalled } from './build/install.mjs';
import { runMain } from './lib/main.mjs';
import { checkNodeVersion } from './lib/node-version.mjs';
import { runBrowserTests } from './test/browser-tests.mjs';
import { countsLine } from './test/counts.mjs';

await runMain(async () => {
  checkNodeVersion();
  await ensureInstalled();
  await Promise.all([buildServer(), buildPanel()]);
  const counts = await runBrowserTests(process.argv.slice(2));
  process.stdout.write(`${countsLine(counts)}\n`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
});
