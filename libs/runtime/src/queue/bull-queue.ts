import { createPostgresBackend, Queue, runMigrations, withBackend, Worker, type Job } from 'bullmq';
import { createHash } from 'node:crypto';
import { Redis, type RedisOptions } from 'ioredis';
import pg from 'pg';
import type { WakeUp, WakeUpQueue } from './wake-up-queue.js';

export interface BullQueueOptions {
  /** Set: Redis carries the jobs. Otherwise PostgreSQL does. */
  readonly redisUrl?: string | undefined;
  /** The owner's or app's URL of the database in which schema `bullmq` lies. */
  readonly databaseUrl: string;
  readonly concurrency?: number;
  readonly onError: (error: unknown) => void;
}

/** One queue for everything: each BullMQ queue and worker keeps connections of its own (stack.md §4). */
const QUEUE = 'reglament';
/** A job that is done or has failed leaves nothing behind: its row says what became of the work. */
const KEEP_NOTHING = { removeOnComplete: true, removeOnFail: true } as const;
const CONCURRENCY = 8;
const LOCK_MS = 30_000;
const ERROR_INTERVAL_MS = 5_000;

interface Carrier {
  readonly queue: { addBulk(jobs: { name: string; data: WakeUp; opts: { jobId: string; removeOnComplete: true; removeOnFail: true } }[]): Promise<unknown>; getWaitingCount(): Promise<number>; close(): Promise<void> };
  worker(run: (job: Job<WakeUp>) => Promise<void>): CarrierWorker;
  /** Whether what carries the jobs cannot be asked at this moment. */
  isAway(): boolean;
  /** Makes everything that is still asked of it fail. */
  cut(): void;
}

interface CarrierWorker { on(event: 'error', listener: (error: Error) => void): unknown; close(): Promise<void>; waitUntilReady(): Promise<unknown> }

/**
 * BullMQ 6 as carrier. Its PostgreSQL backend commits asynchronously here: a lost job costs a few seconds, since the sweep finds its
 * row again. Make the schema first with `prepareQueue`.
 */
export function createBullQueue(given: BullQueueOptions): WakeUpQueue {
  const options = { ...given, onError: nowAndThen(given.onError) };
  const carrier = options.redisUrl === undefined ? onPostgres(options) : onRedis(options.redisUrl, options);
  let worker: CarrierWorker | null = null;
  const runs = new Set<Promise<void>>();
  const tracked = (run: Promise<void>): Promise<void> => {
    runs.add(run);
    const over = (): void => { runs.delete(run); };
    run.then(over, over);
    return run;
  };
  return {
    async publish(jobs) {
      if (jobs.length === 0) return;
      await carrier.queue.addBulk(jobs.map((job) => ({ name: job.kind, data: job, opts: { jobId: job.id, ...KEEP_NOTHING } })));
    },
    waiting: () => carrier.queue.getWaitingCount(),
    async work(run) {
      worker = carrier.worker((job) => tracked(run(job.data)));
      worker.on('error', options.onError);
      await worker.waitUntilReady();
    },
    async close() {
      if (worker) await endWorker(worker.close(), carrier, runs);
      await carrier.queue.close();
    },
  };
}

const LOOK_AGAIN_MS = 50;

/**
 * BullMQ's worker ends by telling its carrier what became of the last jobs. When the carrier goes away meanwhile there is nobody to tell, and
 * it would wait for ever: our own work is waited for, its bookkeeping is not, since every row's lease brings back what was not settled.
 */
async function endWorker(closing: Promise<void>, carrier: Carrier, runs: ReadonlySet<unknown>): Promise<void> {
  let ended = false;
  const over = closing.then(() => { ended = true; }, () => { ended = true; });
  while (!ended && (runs.size > 0 || !carrier.isAway())) await new Promise((resolve) => { setTimeout(resolve, LOOK_AGAIN_MS); });
  if (!ended) carrier.cut();
  await over;
}

/** While its database is away BullMQ reports it some twenty times a second: once in a while says as much. */
function nowAndThen(tell: (error: unknown) => void): (error: unknown) => void {
  let silentUntil = 0;
  return (error) => {
    const now = Date.now();
    if (now < silentUntil) return;
    silentUntil = now + ERROR_INTERVAL_MS;
    tell(error);
  };
}

/** Makes BullMQ's tables, once at start, with a role that may. No-op for Redis. */
export async function prepareQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client);
    // BullMQ makes a sequence per queue when it is first used, so the app role may create there, and only there.
    await client.query('grant usage, create on schema bullmq to reglament_app');
    await client.query('grant select, insert, update, delete on all tables in schema bullmq to reglament_app');
    await client.query('grant usage, select, update on all sequences in schema bullmq to reglament_app');
    await client.query('grant execute on all functions in schema bullmq to reglament_app');
  } finally {
    await client.end();
  }
}

function onPostgres(options: BullQueueOptions): Carrier {
  const { Queue: PostgresQueue, Worker: PostgresWorker } = withBackend(createPostgresBackend);
  const connection = { ...connectionParts(options.databaseUrl), max: 2, options: '-c synchronous_commit=off' };
  const queue = new PostgresQueue<WakeUp>(QUEUE, { connection });
  queue.on('error', options.onError);
  return {
    queue: queue as unknown as Carrier['queue'],
    worker: (run) => new PostgresWorker<WakeUp>(QUEUE, run as never, { connection, concurrency: options.concurrency ?? CONCURRENCY, lockDuration: LOCK_MS }) as unknown as CarrierWorker,
    // Its pool gives up by itself.
    isAway: () => false,
    cut: () => undefined,
  };
}

/**
 * The connections are ours, since BullMQ ends one by asking Redis, and a process must be able to stop while Redis is away. For the
 * publisher a failure is told at once and the row's lease brings the work back; a command kept for later would hold up the relay.
 */
function onRedis(redisUrl: string, options: BullQueueOptions): Carrier {
  const prefix = prefixOf(options.databaseUrl);
  const clients: Redis[] = [];
  const kept = (made: Redis): Redis => {
    made.on('error', options.onError);
    clients.push(made);
    // The worker waits for jobs on a second connection, made like the first.
    const duplicate = made.duplicate.bind(made);
    made.duplicate = (more) => kept(duplicate(more));
    return made;
  };
  const client = (more: RedisOptions): Redis => kept(new Redis(redisUrl, { maxRetriesPerRequest: null, ...more }));
  const queue = new Queue<WakeUp>(QUEUE, { connection: client({ enableOfflineQueue: false, lazyConnect: true }), prefix });
  queue.on('error', options.onError);
  return {
    queue: {
      addBulk: (jobs) => queue.addBulk(jobs),
      getWaitingCount: () => queue.getWaitingCount(),
      async close() {
        if (!clients.some(({ status }) => AWAY.has(status))) await queue.close();
        for (const each of clients) each.disconnect();
      },
    },
    worker: (run) => new Worker<WakeUp>(QUEUE, run as never, { connection: client({}), prefix, concurrency: options.concurrency ?? CONCURRENCY, lockDuration: LOCK_MS }) as unknown as CarrierWorker,
    isAway: () => clients.some(({ status }) => AWAY.has(status)),
    cut() {
      for (const each of clients) {
        each.disconnect();
        // ioredis leaves what waits for a lost connection waiting: only an attempt that fails makes it give up.
        if (each.status === 'reconnecting') each.connect().catch(() => undefined);
      }
    },
  };
}

/** Between the loss of a connection and the next one. */
const AWAY: ReadonlySet<string> = new Set(['close', 'reconnecting', 'connecting']);

/** One Redis may carry for several databases: a job must not reach a process that works on another one. */
function prefixOf(databaseUrl: string): string {
  const { host, port, database } = connectionParts(databaseUrl);
  return `reglament-${createHash('sha256').update(`${host}:${port}/${database}`).digest('hex').slice(0, 12)}`;
}

/** As parts, not as a URL: `?options=` inside a URL would override BullMQ's own search path (stack.md §4). */
function connectionParts(url: string): { host: string; port: number; user: string; password: string; database: string } {
  const parsed = new URL(url);
  return {
    host: parsed.searchParams.get('host') ?? parsed.hostname, port: Number(parsed.port || 5432), user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password), database: decodeURIComponent(parsed.pathname.slice(1)),
  };
}
