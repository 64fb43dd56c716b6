import { statement, type Queryable, type Tx } from '../connection/queryable.js';

const erase = statement('erase-record', `
  update records set data = null, title = null, title_party = null, search = null, natural_key = null, parties = '{}', erased_at = now()
  where id = $1 and erased_at is null and not legal_hold returning id`);
const retain = statement('retain-record', `update records set retain_until = $2, legal_hold = $3 where id = $1 returning id`);
const expired = statement('expired-records', `
  select id from records where retain_until < $1 and not legal_hold and erased_at is null order by retain_until, id limit $2`);

/** Takes the values out of a record; that it was there, and which cases wrote it, stays. False when it is erased already or held by law. */
export async function eraseRecord(tx: Tx, id: string): Promise<boolean> {
  return (await tx.query(erase, [id])).length > 0;
}

/** @param until calendar date up to which it is kept; null: not decided. @param hold a dispute forbids erasing, whatever the date. */
export async function retainRecord(db: Queryable, id: string, until: string | null, hold: boolean): Promise<boolean> {
  return (await db.query(retain, [id, until, hold])).length > 0;
}

/** Records whose term has passed on the date: what an erasure has to go through. */
export async function expiredRecords(db: Queryable, on: string, limit = 500): Promise<readonly string[]> {
  return (await db.query<{ id: string }>(expired, [on, limit])).map((row) => row.id);
}
