/**
 * What can be wrong with the database, in terms of what the caller should do:
 * - `unavailable`: not reachable, starting, stopping, out of connections: answer "later" (503), try again;
 * - `outcomeUnknown`: the connection died while a commit was under way: look up what was meant to be written before trying again;
 * - `conflict`: another transaction was faster (serialisation failure, deadlock, lock timeout): run the transaction again;
 * - `duplicate`, `reference`, `check`: a constraint refused the row; `constraint` names it;
 * - `diskFull`: nothing was written and reading works: answer 507 until there is space;
 * - `timeout`: a statement ran longer than allowed; `invalidValue`: PostgreSQL cannot hold the value, e.g. a text with U+0000;
 * - `denied`: the role may not; `notEmpty`, `damagedBackup`: restore refuses; `newerDatabase`, `olderServer`: this release does not fit it;
 * - `fault`: anything else, a defect of ours.
 */
export type StoreErrorCode =
  | 'unavailable' | 'outcomeUnknown' | 'conflict' | 'duplicate' | 'reference' | 'check' | 'diskFull' | 'timeout' | 'invalidValue' | 'denied'
  | 'notEmpty' | 'damagedBackup' | 'newerDatabase' | 'olderServer' | 'fault';

export class StoreError extends Error {
  /** Name of the violated constraint, where there is one. */
  readonly constraint: string | null;

  constructor(readonly code: StoreErrorCode, message: string, options: { cause?: unknown; constraint?: string | null } = {}) {
    super(message, { cause: options.cause });
    this.name = 'StoreError';
    this.constraint = options.constraint ?? null;
  }
}

/** SQLSTATE (PostgreSQL, appendix A) to what it means for the caller. */
const BY_SQLSTATE: { readonly [sqlstate: string]: StoreErrorCode } = {
  '40001': 'conflict', // serialization_failure
  '40P01': 'conflict', // deadlock_detected
  '55P03': 'conflict', // lock_not_available
  '23505': 'duplicate', // unique_violation
  '23503': 'reference', // foreign_key_violation
  '23514': 'check', // check_violation
  '23502': 'check', // not_null_violation
  '53100': 'diskFull', // disk_full
  '53200': 'unavailable', // out_of_memory
  '53300': 'unavailable', // too_many_connections
  '57014': 'timeout', // query_canceled
  '57P01': 'unavailable', // admin_shutdown
  '57P02': 'unavailable', // crash_shutdown
  '57P03': 'unavailable', // cannot_connect_now
  '22P05': 'invalidValue', // untranslatable_character: \u0000 in jsonb
  '22021': 'invalidValue', // character_not_in_repertoire
  '42501': 'denied', // insufficient_privilege
};

const NETWORK_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** node-postgres gives these without a code. */
const CONNECTION_MESSAGES = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed/;

/** Every fault of the driver as a StoreError; a StoreError passes unchanged, what is no fault of the database too. */
export function storeError(error: unknown): unknown {
  if (error instanceof StoreError || typeof error !== 'object' || error === null) return error;
  const { code, constraint, message } = error as { code?: unknown; constraint?: unknown; message?: unknown };
  const text = typeof message === 'string' ? message : '';
  const known = codeOf(typeof code === 'string' ? code : '', text);
  if (known === undefined) return error;
  return new StoreError(known, text, { cause: error, constraint: typeof constraint === 'string' ? constraint : null });
}

/** Whether the connection is gone, so that nothing is known of the statement that was under way. */
export function isConnectionLoss(error: unknown): boolean {
  return error instanceof StoreError && error.code === 'unavailable';
}

function codeOf(code: string, message: string): StoreErrorCode | undefined {
  const named = BY_SQLSTATE[code];
  if (named !== undefined) return named;
  if (NETWORK_CODES.has(code) || code.startsWith('08') || CONNECTION_MESSAGES.test(message)) return 'unavailable';
  return /^[0-9A-Z]{5}$/.test(code) ? 'fault' : undefined;
}
