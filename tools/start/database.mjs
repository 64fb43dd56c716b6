import { createRequire } from 'node:module';
import { inRepository } from '../lib/paths.mjs';
import { Refusal } from '../lib/refusal.mjs';

const oldestMajor = 15;
const patience = 5_000; // milliseconds for a server to answer

/**
 * Connects once to see that the database can be used at all: a wrong address must give a sentence, not a hang.
 *
 * @param {string} url from the environment; never shown, as it holds a password
 * @throws {Refusal}
 */
export async function checkDatabase(url) {
  await withClient(url, async (client) => {
    const { rows } = await client.query('SHOW server_version_num');
    const major = Math.floor(Number(rows[0].server_version_num) / 10_000);
    if (major < oldestMajor) {
      throw new Refusal(
        `База данных слишком старая: PostgreSQL ${major}, нужен ${oldestMajor} или новее.`,
        `The database is too old: PostgreSQL ${major}, ${oldestMajor} or newer is needed.`,
      );
    }
  });
}

/** Creates the database on the server if it is not there. @param {string} server URL without database @param {string} name */
export async function ensureDatabase(server, name) {
  await withClient(`${server}/postgres`, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

/** Names of the server's databases. @param {string} server URL without database @returns {Promise<string[]>} */
export async function listDatabases(server) {
  let names = [];
  await withClient(`${server}/postgres`, async (client) => {
    const { rows } = await client.query('SELECT datname FROM pg_database');
    names = rows.map((row) => row.datname);
  });
  return names;
}

async function withClient(url, use) {
  const place = describe(url);
  const { Client } = createRequire(inRepository('apps/api/package.json'))('pg');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: patience, query_timeout: patience });
  client.on('error', () => undefined); // a connection that breaks later is told by the query that needed it
  try {
    await client.connect();
    await use(client);
  } catch (error) {
    throw error instanceof Refusal ? error : refusalFor(error, place);
  } finally {
    await Promise.race([client.end(), new Promise((resolve) => setTimeout(resolve, 500).unref())]).catch(() => undefined);
  }
}

function describe(url) {
  let parsed;
  try {
    parsed = new URL(url);
  } catch {
    parsed = undefined;
  }
  if (!parsed || !['postgres:', 'postgresql:'].includes(parsed.protocol)) {
    throw new Refusal(
      'DATABASE_URL должен иметь вид postgres://пользователь:пароль@сервер:5432/база.',
      'DATABASE_URL must look like postgres://user:password@server:5432/database.',
    );
  }
  return { host: parsed.host || 'localhost', user: decodeURIComponent(parsed.username), database: parsed.pathname.slice(1) };
}

function refusalFor(error, { host, user, database }) {
  const reason = error.errors?.[0] ?? error; // Node tries IPv6 and IPv4, and gives both failures
  switch (reason.code) {
    case 'ECONNREFUSED':
      return new Refusal(`По адресу ${host} из DATABASE_URL база данных не отвечает.`, `No database answers at ${host} of DATABASE_URL.`, { cause: error });
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Refusal(`Сервер ${host} из DATABASE_URL не найден.`, `The server ${host} of DATABASE_URL was not found.`, { cause: error });
    case '28P01':
    case '28000':
      return new Refusal(`База данных на ${host} не принимает пользователя ${user} с этим паролем.`, `The database at ${host} refuses the user ${user} with this password.`, { cause: error });
    case '3D000':
      return new Refusal(`На ${host} нет базы данных «${database}»: создайте её.`, `There is no database "${database}" at ${host}: create it.`, { cause: error });
    case '53100':
      return new Refusal('На диске базы данных нет места.', 'The disk of the database is full.', { cause: error });
    default:
      return new Refusal(`База данных на ${host} недоступна: ${reason.message}.`, `The database at ${host} cannot be used: ${reason.message}.`, { cause: error });
  }
}
