import pg from 'pg';
import { statement, type Queryable } from './queryable.js';
import type { StoreOptions } from './connect-store.js';

const notify = statement('announce', `select pg_notify($1, $2)`);

/**
 * Tells the other processes. After the commit and coalesced, never inside a transaction: NOTIFY takes a lock that only one commit at a
 * time can hold (decision 25).
 *
 * @param payload at most 8000 bytes.
 */
export async function announce(db: Queryable, channel: string, payload: string): Promise<void> {
  await db.query(notify, [channel, payload]);
}

export interface Subscription { close(): Promise<void> }

/** How long after a lost connection it is opened again, in milliseconds, and how often a silent one is asked whether it lives. */
const RECONNECT = 1000;
const HEARTBEAT = 10_000;

/**
 * Listens on a connection of its own, and opens it again when it is lost. What was announced meanwhile is lost too, so
 * `onReconnected` is called: listeners read everything again.
 */
export async function subscribe(
  { url, role }: Pick<StoreOptions, 'url' | 'role'>, channel: string, onMessage: (payload: string) => void, onReconnected: () => void,
): Promise<Subscription> {
  let closed = false;
  let client: pg.Client | null = null;
  let waiting: NodeJS.Timeout | null = null;

  const open = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, application_name: 'reglament-listen', keepAlive: true, query_timeout: HEARTBEAT, ...(role && { options: `-c role=${role}` }) });
    fresh.on('error', () => { retry(fresh); });
    fresh.on('end', () => { retry(fresh); });
    fresh.on('notification', (message) => { onMessage(message.payload ?? ''); });
    await fresh.connect();
    await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
    client = fresh;
  };

  const retry = (lost: pg.Client): void => {
    if (closed || waiting !== null || (client !== null && client !== lost)) return;
    client = null;
    waiting = setTimeout(() => {
      waiting = null;
      open().then(onReconnected, () => { void close(lost); retry(lost); });
    }, RECONNECT);
  };

  // A connection that is dead without a word would stay silent for an hour: it is asked, and given up when it does not answer.
  const heartbeat = setInterval(() => {
    const asked = client;
    asked?.query('select 1').catch(() => { void close(asked); retry(asked); });
  }, HEARTBEAT);
  heartbeat.unref();

  await open();
  return {
    async close() {
      closed = true;
      clearInterval(heartbeat);
      if (waiting !== null) clearTimeout(waiting);
      if (client !== null) await close(client);
    },
  };
}

async function close(client: pg.Client): Promise<void> {
  await client.end().catch(() => undefined);
}
