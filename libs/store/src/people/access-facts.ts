import type { AccessFacts, Holdings, PositionHolding, RoleHolding, StandIn } from '@reglament/access';
import { statement, type Queryable } from '../connection/queryable.js';

const findStandIns = statement('access-stand-ins', `
  select p.id as person, s.id as substitution, s.absent, s.valid_from as "from", s.valid_to as "to", s.only_keys as only
  from people p
  left join substitutions s on s.substitute = p.id and s.cancelled_at is null and s.valid_to >= $2
  where p.id = $1 and p.status = 'active'
  order by s.valid_from, s.id`);

const findRoles = statement('access-roles', `
  select a.person, a.role, a.organisation, a.path, a.valid_from as "from", a.valid_to as "to",
    coalesce((
      select r.permissions from roles r
      where r.key = a.role and (a.path = r.path or starts_with(a.path, r.path || '/'))
      order by length(r.path) desc limit 1
    ), '{}') as permissions
  from role_assignments a
  where a.person = any($1::uuid[]) and coalesce(a.valid_to >= $2, true)
  order by a.role, a.organisation`);

const findPositions = statement('access-positions', `
  select e.person, e.position, e.organisation, e.path, e.valid_from as "from", e.valid_to as "to", p.head
  from employments e
  join positions p on p.organisation = e.organisation and p.key = e.position
  where e.person = any($1::uuid[]) and coalesce(e.valid_to >= $2, true)
  order by e.main desc, e.position, e.organisation`);

interface Held { readonly person: string }
type StandInRow = Held & { readonly [Column in 'substitution' | 'absent' | 'from' | 'to']: string | null } & { readonly only: readonly string[] | null };

/**
 * Everything a person holds, and what is held by those the person stands in for; which of it counts today is decided by `access`.
 * Callers cache it for seconds and drop it when people change. Null where there is no such person or the person was dismissed.
 *
 * @param on calendar date, `YYYY-MM-DD`: what ended before is left out.
 */
export async function accessFactsOf(db: Queryable, person: string, on: string): Promise<AccessFacts | null> {
  const rows = await db.query<StandInRow>(findStandIns, [person, on]);
  if (rows.length === 0) return null;
  const people = [person, ...new Set(rows.flatMap((row) => row.absent ?? []))];
  const roles = await db.query<RoleHolding & Held>(findRoles, [people, on]);
  const positions = await db.query<PositionHolding & Held>(findPositions, [people, on]);
  const holdingsOf = (holder: string): Holdings => ({
    person: `person:${holder}`,
    roles: roles.filter((row) => row.person === holder).map(({ role, organisation, path, permissions, from, to }) => (
      { role, organisation, path, permissions, from, to })),
    positions: positions.filter((row) => row.person === holder).map(({ position, organisation, path, head, from, to }) => ({ position, organisation, path, head, from, to })),
  });
  return {
    own: holdingsOf(person),
    standsInFor: rows.flatMap(({ substitution, absent, from, to, only }): StandIn[] => (
      substitution === null || absent === null ? [] : [{ substitution, from, to, only, absent: holdingsOf(absent) }])),
  };
}
