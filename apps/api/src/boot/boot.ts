import { connectStore, prepareDatabase } from '@reglament/store';
import { builtinChecks, builtinHandlers } from '@reglament/handlers';
import { createRuntime, loadDemoBase, loadOwnBase, readDemoPasswords } from '@reglament/runtime';
import type { Config } from '../config/config.js';
import { createApp } from '../http/create-app.js';
import { processLog } from './process-log.js';

export interface Served {
  readonly url: string;
  readonly accountsFile: string | null;
  close(): Promise<void>;
}

/** From a database URL to a served page, in order: migrate, connect, load the packages, listen. Reads top to bottom; nothing starts before what it needs. */
export async function boot(config: Config, progress: (text: string) => void): Promise<Served> {
  const prepared = await prepareDatabase(config.databaseUrl);
  if (prepared.migrated.length > 0) progress(`база данных обновлена: ${prepared.migrated.length} / database migrated`);
  const log = processLog(config.logLevel);
  const store = await connectStore({ ...prepared, onConnectionLost: (error) => log.error('database.connectionLost', { message: error.message }) });
  const load = config.empty ? loadOwnBase : loadDemoBase;
  const base = await load(store, { root: config.root, dataDir: config.dataDir, ...registries, progress });
  const runtime = await createRuntime({ store, databaseUrl: prepared.url, databaseRole: prepared.role, redisUrl: config.redisUrl, demo: !config.empty, root: config.root, log, ...registries });
  const app = await createApp(runtime, config);
  await app.listen(config.port, config.host);
  if (config.background) await runtime.startBackground();
  return {
    url: `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${config.port}`,
    accountsFile: base.accountsFile,
    async close() {
      await app.close();
      await runtime.stop();
      await store.close();
    },
  };
}
