import type { Queryable } from '../connection/queryable.js';
import { statement } from '../connection/queryable.js';
import { isConnectionLoss, StoreError } from '../connection/store-error.js';
import { batcher } from './batcher.js';
import { loadTasks, type LoadTaskRequest } from './load-task.js';
import type { LoadedTask } from './loaded-task.js';
import { rowsOf } from './rows-of.js';
import type { TransitionRows } from './rows.js';
import { isTaken, saveBatch } from './save-transition.js';
import { headOf } from './transition-row.js';
import type { SaveResult, Transition } from './transition.js';

/** Most commands of one commit. Beyond it a batch gains nothing and holds its row locks longer. */
const BATCH_LIMIT = 200;

/** How long a lost connection is waited for before the outcome is given up as unknown, in steps of milliseconds. */
const LOOK_AGAIN_AFTER = [20, 50, 100, 200, 400, 800, 1600, 1600];

export interface GroupCommit {
  readonly load: (request: LoadTaskRequest) => Promise<LoadedTask | null>;
  readonly save: (transition: Transition) => Promise<SaveResult>;
}

/**
 * The two hot operations. Nothing above this file knows that commands go in batches.
 *
 * - Loads of one task are not put together: each has its own idempotency key.
 * - A batch never carries two commands of one instance: the second would meet the first's version and always lose.
 * - A statement that fails as a whole is run again row by row, so only the guilty row fails.
 */
export function groupCommit(db: Queryable, lanes: number): GroupCommit {
  const load = batcher<LoadTaskRequest, LoadedTask | null>({ run: (requests) => loadTasks(db, requests), lanes, limit: BATCH_LIMIT, keyOf: (request) => request.task });
  const save = batcher<TransitionRows, Outcome>({ run: (batch) => saveAll(db, batch), lanes, limit: BATCH_LIMIT, keyOf: (rows) => rows.transition.id });
  return {
    load,
    save: async (transition) => {
      const outcome = await save(rowsOf(transition));
      if ('error' in outcome) throw outcome.error;
      return outcome;
    },
  };
}

type Outcome = SaveResult | { readonly error: unknown };

async function saveAll(db: Queryable, batch: readonly TransitionRows[]): Promise<readonly Outcome[]> {
  try {
    return await saveBatch(db, batch);
  } catch (error) {
    if (isConnectionLoss(error)) return Promise.all(batch.map((rows) => afterConnectionLoss(db, rows, error)));
    if (!mayBeOneRows(error)) return batch.map(() => ({ error }));
    if (batch.length === 1) return [isTaken(error) || isLost(error) ? { kind: 'conflict' } : { error }];
    const outcomes: Outcome[] = [];
    for (const rows of batch) outcomes.push(...(await saveAll(db, [rows])));
    return outcomes;
  }
}

/** Whether the fault can lie in one row. A full disk or a server that is too slow would only be asked again for each of them. */
function mayBeOneRows(error: unknown): boolean {
  return !(error instanceof StoreError) || !['diskFull', 'timeout', 'denied'].includes(error.code);
}

/** Deadlock with another process, which wrote one of our instances: its version has moved. */
function isLost(error: unknown): boolean {
  return error instanceof StoreError && error.code === 'conflict';
}

const findHash = statement('find-history-hash', `select hash from history where instance = $1 and seq = $2`);

/**
 * The connection died while the statement was under way: it may have been committed. The hash of our last row of history is ours
 * alone, so it tells. Only when it is not there the statement is run again; its guard makes that safe even if the lost one commits
 * in between, and then the hash is there at the next look.
 */
async function afterConnectionLoss(db: Queryable, rows: TransitionRows, lost: unknown): Promise<Outcome> {
  for (const pause of LOOK_AGAIN_AFTER) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      if (await wasSaved(db, rows)) return { kind: 'saved', head: headOf(rows.transition) };
      const [result] = await saveBatch(db, [rows]);
      if (result?.kind === 'saved' || (await wasSaved(db, rows))) return { kind: 'saved', head: headOf(rows.transition) };
      return { kind: 'conflict' };
    } catch (error) {
      if (isTaken(error)) return (await wasSaved(db, rows)) ? { kind: 'saved', head: headOf(rows.transition) } : { kind: 'conflict' };
      if (!isConnectionLoss(error)) return { error };
    }
  }
  return { error: new StoreError('outcomeUnknown', 'The connection was lost while saving, and the database does not answer', { cause: lost }) };
}

async function wasSaved(db: Queryable, { transition, history }: TransitionRows): Promise<boolean> {
  const last = history[history.length - 1];
  if (last === undefined) return false;
  const [found] = await db.query<{ hash: string }>(findHash, [transition.id, last.seq]);
  return found?.hash === last.hash;
}
