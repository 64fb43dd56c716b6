import type { Store } from '../connection/connect-store.js';
import type { Queryable, Tx } from '../connection/queryable.js';
import { StoreError } from '../connection/store-error.js';
import { rowsOf } from './rows-of.js';
import { saveRows } from './save-statement.js';
import type { TransitionRows } from './rows.js';
import { headOf } from './transition-row.js';
import type { SaveResult, Transition } from './transition.js';

/**
 * Writes a transition whole, in one statement and one commit, together with others that are waiting; guarded by the instance's
 * version. A lost connection is looked into: the answer is `saved` only if it was.
 *
 * @throws StoreError when the row cannot be written, or when the database cannot be reached to find out (`outcomeUnknown`).
 */
export function saveTransition(store: Store, transition: Transition): Promise<SaveResult> {
  return store.batched.save(transition);
}

/** The same within a transaction of the caller's, for commands that take a number or write records of their own. */
export async function saveTransitionIn(tx: Tx, transition: Transition): Promise<SaveResult> {
  const [result] = await saveTransitionsIn(tx, [transition]);
  return result as SaveResult;
}

/** Several instances in one statement: children are started and cancelled by the hundred. */
export async function saveTransitionsIn(tx: Tx, transitions: readonly Transition[]): Promise<readonly SaveResult[]> {
  const rows = transitions.map(rowsOf);
  try {
    return resultsOf(rows, await saveRows(tx, rows));
  } catch (error) {
    // The idempotency key is taken, or the instance exists: the transaction is lost, and the caller loads again.
    if (isTaken(error)) throw new StoreError('conflict', 'Another command was faster', { cause: error });
    throw error;
  }
}

/** One batch outside a transaction; used by the group commit alone. */
export async function saveBatch(db: Queryable, rows: readonly TransitionRows[]): Promise<readonly SaveResult[]> {
  return resultsOf(rows, await saveRows(db, rows));
}

/** Unique violations that mean that somebody was faster, not that the data are wrong. */
export function isTaken(error: unknown): boolean {
  return error instanceof StoreError && error.code === 'duplicate'
    && ['idempotency_pkey', 'process_instances_pkey', 'process_instances_child'].includes(error.constraint ?? '');
}

function resultsOf(rows: readonly TransitionRows[], written: ReadonlySet<string>): readonly SaveResult[] {
  return rows.map(({ transition }) => (written.has(transition.id) ? { kind: 'saved', head: headOf(transition) } : { kind: 'conflict' }));
}
