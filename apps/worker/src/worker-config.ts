import { readMailSettings, type MailSettings } from '@reglament/runtime';

/** What the worker is told by its environment. Read once, here and nowhere else. */
export interface WorkerConfig {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly concurrency: number;
  /** `SMTP_URL`, `MAIL_FROM`, `REGLAMENT_URL`, the same as the API process has. Null: mail is off. */
  readonly mail: MailSettings | null;
  /** For chaos tests: the place at which the process kills itself. */
  readonly crashAt: string | undefined;
}

const CONCURRENCY = 8;
const MAX_CONCURRENCY = 100;

export function readWorkerConfig(env: NodeJS.ProcessEnv): WorkerConfig {
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl) throw new Error('Переменная окружения DATABASE_URL: ожидается postgres://user:password@host:port/database. / Environment variable DATABASE_URL is expected.');
  const concurrency = env['REGLAMENT_CONCURRENCY'] ? Number(env['REGLAMENT_CONCURRENCY']) : CONCURRENCY;
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > MAX_CONCURRENCY) throw new Error(`REGLAMENT_CONCURRENCY: 1–${MAX_CONCURRENCY}`);
  return { databaseUrl, redisUrl: env['REDIS_URL'] || null, concurrency, mail: readMailSettings(env), crashAt: env['REGLAMENT_CRASH_AT'] };
}
