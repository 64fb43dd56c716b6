import pg from 'pg';
import type { LoadedTask } from '../transition/loaded-task.js';
import type { LoadTaskRequest } from '../transition/load-task.js';
import type { SaveResult, Transition } from '../transition/transition.js';
import { groupCommit } from '../transition/group-commit.js';
import type { Queryable, Statement } from './queryable.js';
import { StoreError, storeError } from './store-error.js';
import { valueTypes } from './value-types.js';

export interface StoreOptions {
  /** The app role's URL (see `prepareDatabase`), or the owner's together with `role`. */
  readonly url: string;
  /** Taken on by every connection (`SET ROLE`), for servers that let the owner in without a password. Default: none. */
  readonly role?: string;
  /** Connections for everything but the two batched operations. Default 10. */
  readonly connections?: number;
  /** Batches of completions that may be under way at once, loading and saving each. Default 2. */
  readonly lanes?: number;
  /** Milliseconds that a request waits for a connection before it is refused as `unavailable`. Default 5000. */
  readonly connectTimeout?: number;
  /** Milliseconds a single statement may take. Default 30000. */
  readonly statementTimeout?: number;
  /** Told of connections that die while idle; the pool replaces them. Default: nothing. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** Handle of one database. Make one per process. */
export interface Store extends Queryable {
  readonly pool: pg.Pool;
  /** The two hot operations; use `loadTask` and `saveTransition`. */
  readonly batched: {
    readonly load: (request: LoadTaskRequest) => Promise<LoadedTask | null>;
    readonly save: (transition: Transition) => Promise<SaveResult>;
  };
  close(): Promise<void>;
}

/** The oldest server whose SQL we speak (decision 22). */
const OLDEST_SERVER = 150000;

/**
 * Opens the database for the product. It must have been migrated (`prepareDatabase`).
 *
 * @throws StoreError `unavailable` when it is not reachable, `olderServer` below PostgreSQL 15, `denied` when the role could change
 *   history: a process that can is one mistake away from a chain that proves nothing.
 */
export async function connectStore(options: StoreOptions): Promise<Store> {
  const pool = openPool(options, options.connections ?? 10, '');
  // Connections of their own: a slow list must not hold up completions. Their plans must not depend on statistics that were taken
  // when the tables were empty, and each of their rows is found by key, so scans of whole tables are ruled out.
  const hot = openPool(options, 2 * (options.lanes ?? 2) + 1, '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off');
  const query = queryOn(pool);
  const hotQuery = queryOn(hot);
  try {
    await checkDatabase(query);
  } catch (error) {
    await Promise.all([pool.end(), hot.end()]);
    throw error;
  }
  return {
    pool,
    query,
    batched: groupCommit({ query: hotQuery }, options.lanes ?? 2),
    close: async () => { await Promise.all([pool.end(), hot.end()]); },
  };
}

function openPool(options: StoreOptions, max: number, settings: string): pg.Pool {
  const role = options.role === undefined ? '' : `-c role=${options.role}`;
  const pool = new pg.Pool({
    connectionString: options.url,
    max,
    types: valueTypes,
    application_name: 'reglament',
    connectionTimeoutMillis: options.connectTimeout ?? 5000,
    statement_timeout: options.statementTimeout ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    options: `-c timezone=UTC ${role} ${settings}`.trim(),
  });
  pool.on('error', (error) => options.onConnectionLost?.(error));
  return pool;
}

function queryOn(pool: pg.Pool): Queryable['query'] {
  return async function query<Row>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      const result = await pool.query({ name: statement.name, text: statement.text, values: values as unknown[] });
      return result.rows as Row[];
    } catch (error) {
      throw storeError(error);
    }
  };
}

async function checkDatabase(query: Queryable['query']): Promise<void> {
  const [found] = await query<{ server: number; migrated: boolean }>({
    text: `select current_setting('server_version_num')::int as server, to_regclass('public.audit_head') is not null as migrated`,
  });
  if (found === undefined || found.server < OLDEST_SERVER) {
    throw new StoreError('olderServer', `PostgreSQL 15 or newer is needed, this is ${found?.server ?? 'unknown'}`);
  }
  if (!found.migrated) throw new StoreError('denied', 'The database has not been migrated: run prepareDatabase() with the owner first');
  const [rights] = await query<{ mayChange: boolean }>({
    text: `select has_table_privilege('history', 'update') or has_table_privilege('history', 'delete') or has_table_privilege('audit', 'update')
      or has_table_privilege('audit', 'delete') as "mayChange"`,
  });
  if (rights?.mayChange) {
    throw new StoreError('denied', 'This role may change history and audit: connect as reglament_app (prepareDatabase gives its URL)');
  }
}
