import { readMailSettings, type MailSettings } from '@reglament/runtime';

/** What the process is told by its environment. Read once, here and nowhere else. */
export interface Config {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly port: number;
  readonly host: string;
  /** `--empty`: no demo data, first-run page. */
  readonly empty: boolean;
  /** Whether a demo base is filled with living cases on its first run; off for browser tests, which make their own. */
  readonly demoCases: boolean;
  /** Holds the accounts file of a demo base. */
  readonly dataDir: string;
  /** The repository: `workflows/`, `forms/` and the built panel lie under it. */
  readonly root: string;
  /** The session cookie is `Secure` where the product is served over TLS by a proxy. */
  readonly secureCookie: boolean;
  readonly logLevel: string;
  /** Background work in this process too (`npm start`), or in apps/worker alone. */
  readonly background: boolean;
  /** Failed sign-ins that one account and one address may make in a quarter of an hour. */
  readonly signInAttempts: number;
  /** `SMTP_URL`, `MAIL_FROM`, `REGLAMENT_URL`. Null: mail is off. */
  readonly mail?: MailSettings | null | undefined;
  /** For chaos tests: the place at which the process kills itself. */
  readonly crashAt?: string | undefined;
}

export class ConfigError extends Error {
  constructor(readonly variable: string, expected: string) {
    super(`Переменная окружения ${variable}: ожидается ${expected}. / Environment variable ${variable}: expected ${expected}.`);
  }
}

export function readConfig(env: NodeJS.ProcessEnv, root: string): Config {
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl) throw new ConfigError('DATABASE_URL', 'postgres://user:password@host:port/database');
  return {
    databaseUrl,
    redisUrl: env['REDIS_URL'] || null,
    port: wholeNumber(env, 'REGLAMENT_PORT', 3000),
    host: env['REGLAMENT_HOST'] || '127.0.0.1',
    empty: Boolean(env['REGLAMENT_EMPTY']),
    demoCases: env['REGLAMENT_DEMO_CASES'] !== 'off',
    dataDir: env['REGLAMENT_DATA_DIR'] || `${root}/.data`,
    root,
    secureCookie: Boolean(env['REGLAMENT_SECURE_COOKIE']),
    logLevel: env['REGLAMENT_LOG_LEVEL'] || 'info',
    background: env['REGLAMENT_BACKGROUND'] !== 'off',
    signInAttempts: wholeNumber(env, 'REGLAMENT_SIGN_IN_ATTEMPTS', 10),
    mail: readMailSettings({ REGLAMENT_URL: `http://localhost:${wholeNumber(env, 'REGLAMENT_PORT', 3000)}`, ...env }),
    crashAt: env['REGLAMENT_CRASH_AT'],
  };
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65535) throw new ConfigError(name, '0–65535');
  return value;
}
