import type { PartyReference } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';

const find = statement('people-with-keys', `
  select 'role:' || a.role || '@' || a.organisation as key, a.person
  from role_assignments a join people p on p.id = a.person and p.status = 'active'
  where ('role:' || a.role || '@' || a.organisation) = any($1) and coalesce(a.valid_from <= $2, true) and coalesce($2 <= a.valid_to, true)
  union
  select k.key, e.person
  from employments e
  join people p on p.id = e.person and p.status = 'active'
  join positions s on s.organisation = e.organisation and s.key = e.position
  cross join lateral (values ('position:' || e.position || '@' || e.organisation), (case when s.head then 'organisation:' || e.organisation end)) as k (key)
  where k.key = any($1) and coalesce(e.valid_from <= $2, true) and coalesce($2 <= e.valid_to, true)`);

/** Ids of the people who answer to role, position and organisation references on a date; references that nobody answers to are missing. */
export async function holdersOf(db: Queryable, references: readonly PartyReference[], on: string): Promise<ReadonlyMap<PartyReference, readonly string[]>> {
  const rows = await db.query<{ key: string; person: string }>(find, [references, on]);
  const holders = new Map<string, string[]>();
  for (const { key, person } of rows) holders.set(key, [...(holders.get(key) ?? []), person]);
  return holders;
}
