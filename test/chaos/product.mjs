import { fork } from 'node:child_process';
import { appendFileSync, closeSync, openSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { startPostgres } from '../../tools/postgres/server.mjs';
import { readPostmaster } from '../../tools/postgres/postmaster.mjs';
import { inRepository } from '../../tools/lib/paths.mjs';

/**
 * The product as it is run: a durable PostgreSQL of its own, an API process, a worker process. Each is killed without warning and
 * started again, as a service manager would.
 */
export async function startProduct(folder) {
  const postgres = await startPostgres({ dataRoot: folder, durable: true, onRestart: (error) => { if (error) throw error; } });
  const databaseUrl = await makeDatabase(postgres.url, 'chaos');
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: databaseUrl, REGLAMENT_PORT: String(port), REGLAMENT_DATA_DIR: folder, REGLAMENT_SIGN_IN_ATTEMPTS: '1000', NODE_ENV: 'production' };
  const logFile = path.join(folder, 'product.log');
  const api = keptProcess({ program: inRepository('apps/api/dist/main.js'), env, logFile });
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
    async stop() {
      await api.stop();
      await worker.stop();
      await postgres.stop();
    },
  };
}

/** A process that is started again when it dies, until it is stopped. */
function keptProcess({ program, env, logFile }) {
  let child;
  let stopping = false;
  let ended = Promise.resolve();
  const launch = () => {
    const log = openSync(logFile, 'a');
    child = fork(program, { env, stdio: ['ignore', log, log, 'ipc'] });
    closeSync(log);
    const own = child;
    const ready = new Promise((resolve) => { own.on('message', (message) => { if (message.type === 'ready') resolve(message); }); });
    ended = new Promise((resolve) => {
      own.once('exit', (code, signal) => {
        appendFileSync(logFile, `# ${path.relative(inRepository('.'), program)} ended: ${signal ?? code}\n`);
        resolve();
        // A start that finds the database down ends with a sentence; the next one finds it up.
        if (!stopping) setTimeout(launch, signal === 'SIGKILL' ? 0 : 300);
      });
    });
    return ready;
  };
  const ready = launch();
  return {
    ready,
    kill: () => { child.kill('SIGKILL'); },
    async stop() {
      stopping = true;
      if (child.connected) child.send({ type: 'stop' });
      child.kill('SIGTERM');
      const late = setTimeout(() => { child.kill('SIGKILL'); }, 20_000);
      await ended;
      clearTimeout(late);
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

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
