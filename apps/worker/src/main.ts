import { StoreError } from '@reglament/store';
import { readWorkerConfig } from './worker-config.js';
import { startWorker } from './start-worker.js';

/** The background work without HTTP: as many of these as wished, beside one or more API processes with `REGLAMENT_BACKGROUND=off`. */
try {
  const worker = await startWorker(readWorkerConfig(process.env));
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    worker.stop().then(() => process.exit(0), () => process.exit(1));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  process.on('disconnect', end);
  process.send?.({ type: 'ready' });
} catch (error) {
  const reason = error instanceof StoreError && error.code === 'unavailable'
    ? 'База данных не отвечает: проверьте DATABASE_URL. / The database does not answer: check DATABASE_URL.'
    : error instanceof Error ? error.message : String(error);
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
