import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandRefusal } from './command.js';

/** The repository, seen from `dist/` and from `src/` alike. */
export const HOME = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** The database's owner. `tools/reglament.mjs` sets it to the embedded one where nobody else has. */
export function databaseUrl(env: NodeJS.ProcessEnv): string {
  const url = env['DATABASE_URL'];
  if (url) return url;
  throw new CommandRefusal('Укажите DATABASE_URL: postgres://user:password@host:port/database.', 'Set DATABASE_URL: postgres://user:password@host:port/database.');
}

export function dataDir(env: NodeJS.ProcessEnv): string {
  return path.resolve(env['REGLAMENT_DATA_DIR'] || path.join(HOME, '.data'));
}
