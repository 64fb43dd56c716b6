import { crashAt, createBullQueue, createRuntime, type Log } from '@reglament/runtime';
import { appConnection, connectStore } from '@reglament/store';
import type { WorkerConfig } from './worker-config.js';

/** One line of JSON per event, to the standard output: ids and codes only. */
const log: Log = {
  info: (event, fields) => { line('info', event, fields); },
  error: (event, fields) => { line('error', event, fields); },
};

function line(level: string, event: string, fields: Readonly<Record<string, unknown>> = {}): void {
  process.stdout.write(`${JSON.stringify({ level, at: new Date().toISOString(), event, ...fields })}\n`);
}

/** The database must have been migrated by an API process; the worker changes no schema. */
export async function startWorker(config: WorkerConfig): Promise<{ stop(): Promise<void> }> {
  const connection = appConnection(config.databaseUrl);
  const store = await connectStore({ ...connection, onConnectionLost: (error) => { log.error('database.connectionLost', { message: error.message }); } });
  const queue = createBullQueue({
    databaseUrl: connection.url, concurrency: config.concurrency, ...(config.redisUrl !== null && { redisUrl: config.redisUrl }),
    onError: (error) => { log.error('queue.failed', { error: String(error) }); },
  });
  const runtime = await createRuntime({ store, connection, queue, log, mail: config.mail, passed: crashAt(config.crashAt) });
  await runtime.startBackground();
  log.info('worker.started', { concurrency: config.concurrency });
  return {
    async stop() {
      await runtime.stop();
      await store.close();
      log.info('worker.stopped');
    },
  };
}
