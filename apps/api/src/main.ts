import { fileURLToPath } from 'node:url';
import { boot } from './boot/boot.js';
import { explain } from './boot/explain.js';
import { listenToParent, tellParent } from './boot/parent.js';
import { readConfig } from './config/config.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

try {
  const config = readConfig(process.env, root.replace(/\/$/, ''));
  const served = await boot(config, (text) => tellParent({ type: 'progress', text }));
  listenToParent(() => served.close());
  tellParent({ type: 'ready', url: served.url, ...(served.accountsFile && { accountsFile: served.accountsFile }) });
  void served.played.then(() => tellParent({ type: 'played' }));
} catch (error) {
  const message = explain(error);
  process.stderr.write(`${message}\n`);
  tellParent({ type: 'fatal', message });
  process.exitCode = 1;
  // Pools and timers of a half-made start must not keep the process alive.
  setTimeout(() => process.exit(1), 200);
}
