import type { LocalizedText } from '@reglament/contracts';
import { statement, type Queryable, type Tx } from '../connection/queryable.js';

export interface ClaimedBatch { readonly id: string; readonly fence: number }

const claim = statement('claim-batch', `
  update operation_batches b set lease_until = now() + make_interval(secs => $1), fence = b.fence + 1
  from (
    select id from operation_batches where status = 'running' and (lease_until is null or lease_until < now()) order by at, id limit 1 for update skip locked
  ) due
  where b.id = due.id returning b.id, b.fence`);

/** The oldest operation that nobody works on; null where there is none. @param lease seconds of real time, to be renewed. */
export async function claimBatch(db: Queryable, lease: number): Promise<ClaimedBatch | null> {
  return (await db.query<ClaimedBatch>(claim, [lease]))[0] ?? null;
}

const renew = statement('renew-batch', `
  update operation_batches set lease_until = now() + make_interval(secs => $3) where id = $1 and fence = $2 and status = 'running' returning id`);

/** False when the lease has passed to another or the operation was stopped: do nothing more. */
export async function renewBatch(db: Queryable, { id, fence }: ClaimedBatch, lease: number): Promise<boolean> {
  return (await db.query(renew, [id, fence, lease])).length > 0;
}

const next = statement('next-batch-items', `select seq, instance from operation_items where batch = $1 and status = 'waiting' order by seq limit $2`);

export function nextBatchItems(db: Queryable, batch: string, limit: number): Promise<{ readonly seq: number; readonly instance: string }[]> {
  return db.query(next, [batch, limit]);
}

const settle = statement('settle-batch-item', `
  update operation_items set status = $3, code = $4, why = $5, at = now() where batch = $1 and seq = $2 and status = 'waiting'`);

/** What became of one case. */
export async function settleBatchItem(db: Queryable, batch: string, seq: number, refused: { readonly code: string; readonly text: LocalizedText } | null): Promise<void> {
  await db.query(settle, [batch, seq, refused ? 'refused' : 'done', refused?.code ?? null, refused ? JSON.stringify(refused.text) : null]);
}

const finish = statement('finish-batch', `
  update operation_batches set status = 'finished', finished_at = now(), lease_until = null where id = $1 and fence = $2 and status = 'running'`);

export async function finishBatch(db: Queryable, { id, fence }: ClaimedBatch): Promise<void> {
  await db.query(finish, [id, fence]);
}

const stop = statement('stop-batch', `
  update operation_batches set status = 'stopped', finished_at = now(), lease_until = null where id = $1 and status = 'running' returning id`);
const leave = statement('leave-batch-items', `update operation_items set status = 'left' where batch = $1 and status = 'waiting'`);

/** Leaves the cases that it has not come to. False where it has ended already. */
export async function stopBatch(tx: Tx, id: string): Promise<boolean> {
  if ((await tx.query(stop, [id])).length === 0) return false;
  await tx.query(leave, [id]);
  return true;
}
