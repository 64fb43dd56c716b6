import { StoreError } from '@reglament/store';

/** One sentence about why the product does not start, for the person at the terminal. */
export function explain(error: unknown): string {
  if (error instanceof StoreError) return ofStore(error);
  if (hasCode(error, 'EADDRINUSE')) return 'Порт занят другой программой: укажите свободный, npm start -- --port 3001. / The port is taken: name a free one.';
  if (hasCode(error, 'ENOSPC')) return 'Кончилось место на диске. / The disk is full.';
  return error instanceof Error ? error.message : String(error);
}

function ofStore(error: StoreError): string {
  switch (error.code) {
    case 'unavailable': return 'База данных не отвечает: проверьте DATABASE_URL. / The database does not answer: check DATABASE_URL.';
    case 'olderServer': return `Нужен PostgreSQL 15 или новее. / PostgreSQL 15 or newer is needed. (${error.message})`;
    case 'newerDatabase': return `База сделана более новой версией программы. / The database was made by a later release. (${error.message})`;
    case 'diskFull': return 'Кончилось место на диске базы данных. / The disk of the database is full.';
    default: return error.message;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
