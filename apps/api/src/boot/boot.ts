import { crashAt, createBullQueue, createRegistries, createRuntime, loadDemoBase, loadOwnBase, prepareQueue } from '@reglament/runtime';
import { connectStore, prepareDatabase } from '@reglament/store';
import type { Config } from '../config/config.js';
import { createApp } from '../http/create-app.js';
import { processLog } from './process-log.js';

export interface Served {
  readonly url: string;
  readonly accountsFile: string | null;
  /** Resolves when the sample cases of a demo base have come as far as they go; at once where none are played. */
  readonly played: Promise<void>;
  close(): Promise<void>;
}

/** From a database URL to a served page, in order: migrate, connect, load the packages, listen. Nothing starts before what it needs. */
export async function boot(config: Config, progress: (text: string) => void): Promise<Served> {
  const prepared = await prepareDatabase(config.databaseUrl);
  if (prepared.migrated.length > 0) progress(`база данных обновлена: ${prepared.migrated.length} / database migrated`);
  if (config.redisUrl === null) await prepareQueue(config.databaseUrl);
  const log = processLog(config.logLevel);
  const connection = { url: prepared.url, ...(prepared.role !== undefined && { role: prepared.role }) };
  const store = await connectStore({ ...connection, onConnectionLost: (error) => { log.error('database.connectionLost', { message: error.message }); } });

  const registries = createRegistries();
  const load = config.empty ? loadOwnBase : loadDemoBase;
  const base = await load(store, { root: config.root, dataDir: config.dataDir, ...registries, progress });
  const queue = createBullQueue({ databaseUrl: prepared.url, ...(config.redisUrl !== null && { redisUrl: config.redisUrl }), onError: (error) => { log.error('queue.failed', { error: String(error) }); } });
  const runtime = await createRuntime({ store, connection, queue, root: config.root, dataDir: config.dataDir, registries, log, mail: config.mail ?? null, passed: crashAt(config.crashAt) });
  const app = await createApp(runtime, config);
  await app.listen(config.port, config.host);
  if (config.background) await runtime.startBackground();
  // Not waited for: the first page is served while the sample cases are played.
  const playing = config.demoCases && !config.empty && config.background ? runtime.sampleCases.playAll() : Promise.resolve();

  const host = config.host === '0.0.0.0' ? 'localhost' : config.host;
  return {
    url: `http://${host}:${config.port}`,
    accountsFile: base.accountsFile,
    played: playing,
    async close() {
      await runtime.sampleCases.stop();
      await app.close();
      await runtime.stop();
      await store.close();
    },
  };
}
