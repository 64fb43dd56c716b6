import type pg from 'pg';
import type { Store } from './connect-store.js';
import type { Queryable, Statement, Tx } from './queryable.js';
import { StoreError, storeError } from './store-error.js';
import { turns } from './turns.js';

/** Attempts at a transaction that lost against another one. Losing five times in a row means a hot spot, not bad luck. */
const MAX_ATTEMPTS = 5;
/**
 * Part of a pool's connections that transactions may hold. Some read beside themselves (a directory, a definition that is not cached): were every
 * connection a transaction's, each would wait for another to let go, and the timers of a moved clock did just that.
 */
const SHARE_OF_POOL = 0.6;
const turnsOf = new WeakMap<pg.Pool, ReturnType<typeof turns>>();

/**
 * Runs `work` in one transaction and commits it. `tx` is the only handle that `work` may use; what goes through the store would not
 * be rolled back with it. A transaction that lost against another (40001, 40P01, 55P03) is run again from the start, so `work` must do
 * nothing outside the database, and begin no transaction of its own: it waits for its turn among the others of this process.
 *
 * @throws StoreError `outcomeUnknown` when the connection died at the commit: the caller looks up what it wrote.
 */
export async function inTransaction<Result>(store: Pick<Store, 'pool'>, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTurn(store.pool, () => runOnce(store.pool, work));
    } catch (error) {
      const lost = error instanceof StoreError && error.code === 'conflict';
      if (!lost || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

function inTurn<Result>(pool: pg.Pool, work: () => Promise<Result>): Promise<Result> {
  const known = turnsOf.get(pool) ?? turns(Math.max(1, Math.floor(pool.options.max * SHARE_OF_POOL)));
  turnsOf.set(pool, known);
  return known(work);
}

async function runOnce<Result>(pool: pg.Pool, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const client = await connect(pool);
  // A connection that dies between two statements is reported by an event; without a listener it would end the process.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  let broken = false;
  try {
    await client.query('begin');
    const result = await work(transactionOn(client));
    await commit(client);
    return result;
  } catch (error) {
    const mapped = storeError(error);
    broken = mapped instanceof StoreError && (mapped.code === 'unavailable' || mapped.code === 'outcomeUnknown');
    if (!broken) await client.query('rollback').catch(() => { broken = true; });
    throw mapped;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw storeError(error);
  }
}

async function commit(client: pg.PoolClient): Promise<void> {
  let command: string;
  try {
    command = (await client.query('commit')).command;
  } catch (error) {
    const mapped = storeError(error);
    if (mapped instanceof StoreError && mapped.code === 'unavailable') {
      throw new StoreError('outcomeUnknown', 'The connection was lost at the commit', { cause: error });
    }
    throw mapped;
  }
  // COMMIT of a transaction that failed answers ROLLBACK, without an error: somebody swallowed the first one.
  if (command !== 'COMMIT') throw new StoreError('fault', 'The transaction had failed before its commit, and the error was swallowed');
}

function transactionOn(client: pg.PoolClient): Tx {
  const query = async function query<Row>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      const result = await client.query({ name: statement.name, text: statement.text, values: values as unknown[] });
      return result.rows as Row[];
    } catch (error) {
      throw storeError(error);
    }
  } satisfies Queryable['query'];
  return { query } as Tx;
}
