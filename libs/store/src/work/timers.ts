import { statement, type Queryable } from '../connection/queryable.js';

export interface ClaimedTimer {
  readonly id: string;
  readonly instance: string;
  readonly activity: number;
  readonly kind: string;
  /** Give it to the transition as `firedTimer`: after the lease it is refused. */
  readonly fence: number;
  readonly attempts: number;
  readonly at: string;
}

const claim = statement('claim-timers', `
  update timers t
  set lease_until = now() + make_interval(secs => $3), fence = t.fence + 1, attempts = t.attempts + 1
  from (
    select id from timers
    where at <= $1 and (lease_until is null or lease_until < now())
    order by at, id limit $2
    for update skip locked
  ) due
  where t.id = due.id
  returning t.id, t.instance, t.activity, t.kind, t.fence, t.attempts, t.at`);

/**
 * Claims timers that are due, earliest first. A row that another worker holds is skipped, one whose lease has run out is claimed
 * again under the next fence.
 *
 * @param now business time. @param limit of rows. @param lease seconds of real time; longer than the batch takes.
 */
export async function claimTimers(db: Queryable, now: string, limit = 500, lease = 60): Promise<ClaimedTimer[]> {
  const rows = await db.query<ClaimedTimer>(claim, [now, limit, lease]);
  return rows.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const drop = statement('drop-timer', `delete from timers where id = $1 and fence = $2 returning id`);

/** For a timer that has nothing to fire any more (its activity is gone). False when the lease has passed to another. */
export async function dropTimer(db: Queryable, timer: { readonly id: string; readonly fence: number }): Promise<boolean> {
  return (await db.query(drop, [timer.id, timer.fence])).length > 0;
}

const postpone = statement('postpone-timer', `update timers set lease_until = now() + make_interval(secs => $3) where id = $1 and fence = $2 returning id`);

/** Tries again after `seconds`; also to hand a claim back at once, with 0. */
export async function postponeTimer(db: Queryable, timer: { readonly id: string; readonly fence: number }, seconds: number): Promise<boolean> {
  return (await db.query(postpone, [timer.id, timer.fence, seconds])).length > 0;
}

const next = statement('next-timer', `select min(at) as at from timers where lease_until is null or lease_until < now()`);

/** Business time of the earliest timer that nobody holds; null when there is none. */
export async function nextTimerAt(db: Queryable): Promise<string | null> {
  return (await db.query<{ at: string | null }>(next))[0]?.at ?? null;
}
