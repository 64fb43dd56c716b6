import { statement, type Queryable } from '../connection/queryable.js';
import type { OutboxKind } from '../transition/rows.js';

export interface ClaimedMessage {
  readonly id: number;
  readonly instance: string;
  readonly kind: OutboxKind;
  readonly activity: number;
  readonly fence: number;
  /** This attempt included. */
  readonly attempts: number;
}

// What tells a parent of its children is carried by one worker at a time: all tell the same row, and would only run against one another. What
// comes meanwhile waits, and then goes together.
const claim = statement('claim-outbox', `
  update outbox o
  set lease_until = now() + make_interval(secs => $2), fence = o.fence + 1, attempts = o.attempts + 1
  from (
    select id from outbox
    where due_at <= now() and (lease_until is null or lease_until < now())
      and (kind <> 'childrenChanged' or instance not in (select told.instance from outbox told where told.kind = 'childrenChanged' and told.lease_until >= now()))
    order by due_at, id limit $1
    for update skip locked
  ) due
  where o.id = due.id
  returning o.id, o.instance, o.kind, (o.payload ->> 'activity')::int as activity, o.fence, o.attempts`);

/** Claims messages that are due, oldest first. @param lease seconds of real time within which they must be settled. */
export async function claimOutbox(db: Queryable, limit = 200, lease = 60): Promise<ClaimedMessage[]> {
  const rows = await db.query<ClaimedMessage>(claim, [limit, lease]);
  return rows.sort((a, b) => a.id - b.id);
}

type Claim = Pick<ClaimedMessage, 'id' | 'fence'>;

const settle = statement('settle-outbox', `
  delete from outbox o using unnest($1::bigint[], $2::int[]) as done (id, fence) where o.id = done.id and o.fence = done.fence returning o.id`);

/** Takes messages off that have been carried out. Returns the ids that were ours to take: the others are another worker's now. */
export async function settleOutbox(db: Queryable, claims: readonly Claim[]): Promise<readonly number[]> {
  if (claims.length === 0) return [];
  return (await db.query<{ id: number }>(settle, [claims.map((each) => each.id), claims.map((each) => each.fence)])).map((row) => row.id);
}

const ends = statement('outbox-child-ends', `select id from outbox where instance = $1 and kind = 'childrenChanged' and (payload ->> 'activity')::int = $2`);

/** Messages that children of a parent have ended, whoever holds them: asked before the children are counted, each of these is in the count. */
export async function findChildEnds(db: Queryable, instance: string, activity: number): Promise<readonly number[]> {
  return (await db.query<{ id: number }>(ends, [instance, activity])).map(({ id }) => id);
}

const settleEnds = statement('settle-child-ends', `delete from outbox where id = any($1::bigint[])`);

/** Takes them off, in the commit in which the parent was told the count. */
export async function settleChildEnds(db: Queryable, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await db.query(settleEnds, [ids]);
}

const postpone = statement('postpone-outbox', `
  update outbox set due_at = now() + make_interval(secs => $3), lease_until = null where id = $1 and fence = $2 returning id`);

/** Tries again after `seconds`. False when the lease has passed to another. */
export async function postponeOutbox(db: Queryable, claim: Claim, seconds: number): Promise<boolean> {
  return (await db.query(postpone, [claim.id, claim.fence, seconds])).length > 0;
}

/** Seconds after which a held message is looked at again, should nobody have woken it. */
const HELD = 3600;

/** Leaves a message of a suspended case where it is: the resumption wakes it. */
export function holdOutbox(db: Queryable, claim: Claim): Promise<boolean> {
  return postponeOutbox(db, claim, HELD);
}

const wake = statement('wake-outbox', `update outbox set due_at = now(), attempts = 0 where instance = $1 and lease_until is null and kind in ('callService', 'startChildren')`);

/** A resumed case: what was held goes on at once. */
export async function wakeOutbox(db: Queryable, instance: string): Promise<void> {
  await db.query(wake, [instance]);
}

const wakeEnds = statement('wake-child-ends', `update outbox set due_at = now() where instance = $1 and lease_until is null and kind = 'childrenChanged'`);

/** What the end of a child had to wait for has come. */
export async function wakeChildEnds(db: Queryable, instance: string): Promise<void> {
  await db.query(wakeEnds, [instance]);
}

const add = statement('add-outbox', `
  insert into outbox (instance, organisation, path, kind, payload)
  select i.id, i.organisation, i.path, $2, jsonb_build_object('activity', $3::int) from process_instances i where i.id = $1`);

/** A message that no transition wrote: the retry of an incident, the next batch of children. */
export async function addOutbox(db: Queryable, message: { readonly instance: string; readonly kind: OutboxKind; readonly activity: number }): Promise<void> {
  await db.query(add, [message.instance, message.kind, message.activity]);
}
