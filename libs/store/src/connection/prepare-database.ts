import { createHmac } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../migrations/index.js';
import { StoreError, storeError } from './store-error.js';

/** The product's role: no DDL, and history and audit can only be added to. */
export const APP_ROLE = 'reglament_app';

/** Migrators of one database wait for one another on this lock. Any number does, as long as it stays. */
const MIGRATION_LOCK = 7_305_114;

export interface PreparedDatabase {
  /** URL of the app role, or the owner's where the server asks no password of it. */
  readonly url: string;
  /** Set where the app role has to be taken on by `SET ROLE`; give it to `connectStore`. */
  readonly role?: string;
  /** Names of the migrations that were run now. */
  readonly migrated: readonly string[];
}

/**
 * Brings the database to this release: migrates it as its owner and gives the app role a password.
 *
 * @param ownerUrl a role that owns the database; on the first run it must be allowed to create a role, or find `reglament_app` made.
 * @param appPassword of the app role. Default: derived from the owner's password, so that it need not be kept anywhere.
 * @throws StoreError `unavailable`, `newerDatabase` when a later release has migrated it, `denied` when the owner lacks a right.
 */
export async function prepareDatabase(ownerUrl: string, appPassword?: string): Promise<PreparedDatabase> {
  const migrated = await migrate(ownerUrl);
  const app = appConnection(ownerUrl, appPassword);
  if (app.role === undefined) await letAppIn(ownerUrl, decodeURIComponent(new URL(app.url).password));
  return { ...app, migrated };
}

/** How the product connects to a database that has been prepared. */
export function appConnection(ownerUrl: string, appPassword?: string): Pick<PreparedDatabase, 'url' | 'role'> {
  const password = appPassword ?? passwordOfApp(ownerUrl);
  if (password === undefined) return { url: ownerUrl, role: APP_ROLE };
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = encodeURIComponent(password);
  return { url: url.href };
}

/**
 * Runs the migrations that the database lacks, each in a transaction of its own.
 *
 * @param only names of those to be run. Default: all. A backup of an earlier release is restored into that release's tables.
 */
export async function migrate(ownerUrl: string, only?: readonly string[]): Promise<readonly string[]> {
  const guard = await connectOwner(ownerUrl);
  const wanted = only === undefined ? migrations : migrations.filter(({ name }) => only.includes(name));
  const source = new DataSource({ type: 'postgres', url: ownerUrl, migrations: wanted, migrationsTableName: 'migrations', migrationsTransactionMode: 'each' });
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewer(guard);
    await source.initialize();
    const run = await source.runMigrations();
    return run.map((each) => each.name);
  } catch (error) {
    throw storeError(error);
  } finally {
    if (source.isInitialized) await source.destroy();
    await guard.end();
  }
}

async function refuseNewer(guard: pg.Client): Promise<void> {
  const table = await guard.query<{ there: boolean }>(`select to_regclass('public.migrations') is not null as there`);
  if (!table.rows[0]?.there) return;
  const { rows } = await guard.query<{ name: string }>('select name from migrations order by id');
  const known = new Set(migrations.map((each) => each.name));
  const unknown = rows.filter((row) => !known.has(row.name)).map((row) => row.name);
  if (unknown.length > 0) {
    throw new StoreError('newerDatabase', `The database was migrated by a later release (${unknown.join(', ')}): start that release, or restore the backup made before`);
  }
}

async function letAppIn(ownerUrl: string, password: string): Promise<void> {
  const owner = await connectOwner(ownerUrl);
  try {
    // ALTER ROLE takes no parameters. Roles belong to the server: the migrator of another database may do the same now.
    await retryConcurrentUpdate(() => owner.query(`alter role ${APP_ROLE} login password ${owner.escapeLiteral(password)}`));
  } catch (error) {
    const mapped = storeError(error);
    if (!(mapped instanceof StoreError) || mapped.code !== 'denied') throw mapped;
    throw new StoreError('denied', `The owner may not set the password of ${APP_ROLE}: grant it CREATEROLE`, { cause: error });
  } finally {
    await owner.end();
  }
}

/** PostgreSQL does not wait for a concurrent ALTER ROLE, it fails (XX000, tuple concurrently updated). */
async function retryConcurrentUpdate(alter: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await alter();
      return;
    } catch (error) {
      if (attempt === 10 || !(error instanceof Error) || !error.message.includes('concurrently updated')) throw error;
    }
  }
}

async function connectOwner(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'reglament-migrate', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw storeError(error);
  }
}

function passwordOfApp(ownerUrl: string): string | undefined {
  const { password } = new URL(ownerUrl);
  if (password === '') return undefined;
  return createHmac('sha256', decodeURIComponent(password)).update(APP_ROLE).digest('hex');
}
