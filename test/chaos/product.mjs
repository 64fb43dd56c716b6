import path from 'node:path';
import { startPostgres } from '../../tools/postgres/server.mjs';
import { readPostmaster } from '../../tools/postgres/postmaster.mjs';
import { inRepository } from '../../tools/lib/paths.mjs';
import { freePort } from './free-port.mjs';
import { keptProcess } from './kept-process.mjs';

/**
 * The product as it is run: a durable PostgreSQL of its own, an API process, a worker process. Each is killed without warning and
 * started again, as a service manager would.
 *
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} apiEnv more for the API process
 */
export async function startProduct(folder, apiEnv = {}) {
  const postgres = await startPostgres({ dataRoot: folder, durable: true, onRestart: (error) => { if (error) throw error; } });
  const databaseUrl = await makeDatabase(postgres.url, 'chaos');
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: databaseUrl, REGLAMENT_PORT: String(port), REGLAMENT_DATA_DIR: folder, REGLAMENT_SIGN_IN_ATTEMPTS: '1000', NODE_ENV: 'production' };
  const logFile = path.join(folder, 'product.log');
  const api = keptProcess({ program: inRepository('apps/api/dist/main.js'), env: { ...env, ...apiEnv }, logFile });
  const ready = await api.ready;
  const worker = keptProcess({ program: inRepository('apps/worker/dist/main.js'), env, logFile });
  await worker.ready;
  return {
    databaseUrl, logFile, base: `http://127.0.0.1:${port}`, accountsFile: ready.accountsFile,
    kill: {
      api: () => api.kill(),
      worker: () => worker.kill(),
      database() {
        const { pid } = readPostmaster(path.join(postgres.folder, 'pg')) ?? {};
        if (pid) process.kill(pid, 'SIGKILL');
      },
    },
    /** Starts a process again so that it dies at the point; resolves when it has. */
    crashAt: { api: (point) => api.crashAt(point), worker: (point) => worker.crashAt(point) },
    async stop() {
      await api.stop();
      await worker.stop();
      await postgres.stop();
    },
  };
}

async function makeDatabase(url, name) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url('postgres') });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return url(name);
}
