import type { LocalizedText, PartyReference } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';

export interface ClaimedMigration { readonly id: string; readonly fence: number }

const claim = statement('claim-migration', `
  update migration_batches b set lease_until = now() + make_interval(secs => $1), fence = b.fence + 1
  from (
    select id from migration_batches where status in ('running', 'undoing') and (lease_until is null or lease_until < now()) order by at, id limit 1 for update skip locked
  ) due
  where b.id = due.id returning b.id, b.fence`);

/** The oldest order that nobody works on. @param lease seconds of real time, renewed by every item. */
export async function claimMigration(db: Queryable, lease: number): Promise<ClaimedMigration | null> {
  return (await db.query<ClaimedMigration>(claim, [lease]))[0] ?? null;
}

const renew = statement('renew-migration', `update migration_batches set lease_until = now() + make_interval(secs => $3) where id = $1 and fence = $2 returning id`);

/** False when the lease has passed to another: do nothing more. */
export async function renewMigration(db: Queryable, { id, fence }: ClaimedMigration, lease: number): Promise<boolean> {
  return (await db.query(renew, [id, fence, lease])).length > 0;
}

export interface WaitingItem { readonly seq: number; readonly instance: string; readonly move: string | null }

const waiting = statement('waiting-migration-items', `
  select t.seq, t.instance, t.move from migration_items t join migration_batches b on b.id = t.batch
  where t.batch = $1 and t.status = case b.status when 'undoing' then 'done' else 'waiting' end order by t.seq limit $2`);

/** The next cases to move; of an order that is taken back, those to move back. */
export function waitingItems(db: Queryable, batch: string, limit: number): Promise<readonly WaitingItem[]> {
  return db.query<WaitingItem>(waiting, [batch, limit]);
}

const settle = statement('settle-migration-item', `update migration_items set status = $3, move = coalesce($4, move), why = $5, at = now() where batch = $1 and seq = $2`);

export async function settleItem(db: Queryable, batch: string, seq: number, status: 'done' | 'refused' | 'undone' | 'kept', more: { readonly move?: string; readonly why?: LocalizedText } = {}): Promise<void> {
  await db.query(settle, [batch, seq, status, more.move ?? null, more.why === undefined ? null : JSON.stringify(more.why)]);
}

const finish = statement('finish-migration', `
  update migration_batches set status = case status when 'undoing' then 'undone' else 'finished' end, finished_at = now(), lease_until = null where id = $1 and fence = $2`);

export async function finishMigration(db: Queryable, { id, fence }: ClaimedMigration): Promise<void> {
  await db.query(finish, [id, fence]);
}

const undo = statement('undo-migration', `update migration_batches set status = 'undoing', undo_by = $2, undo_reason = $3, lease_until = null, finished_at = null where id = $1 and status = 'finished' returning id`);

/** False where it is still running, or has been taken back already. */
export async function beginUndo(db: Queryable, id: string, by: PartyReference, reason: string): Promise<boolean> {
  return (await db.query(undo, [id, by, reason])).length > 0;
}
