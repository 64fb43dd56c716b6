import { statement, type Queryable } from '../connection/queryable.js';

/** What starting and running a case needs to know of its organisation; changes rarely, so callers may cache it for a minute. */
export interface OrganisationRecordFacts {
  readonly id: string;
  readonly path: string;
  readonly timeZone: string;
  /** Key of its working calendar. */
  readonly calendar: string;
  readonly journalSet: string | null;
  /** Nearest first, with the roles that somebody holds there on the date. */
  readonly superiors: readonly { readonly organisation: string; readonly roles: readonly string[] }[];
}

const find = statement('organisation-facts', `
  select o.id, o.path, o.time_zone as "timeZone", o.calendar, o.journal_set as "journalSet",
    coalesce((
      select json_agg(json_build_object('organisation', above.id, 'roles', array(
        select distinct a.role from role_assignments a join people p on p.id = a.person and p.status = 'active'
        where a.organisation = above.id and coalesce(a.valid_from <= $2, true) and coalesce($2 <= a.valid_to, true) order by a.role
      )) order by length(above.path) desc)
      from organisations above where starts_with(o.path, above.path || '/')
    ), '[]') as superiors
  from organisations o
  where o.id = any($1::uuid[])`);

/** @param on calendar date on which roles must be held. */
export async function organisationFacts(db: Queryable, ids: readonly string[], on: string): Promise<ReadonlyMap<string, OrganisationRecordFacts>> {
  const rows = await db.query<OrganisationRecordFacts>(find, [ids, on]);
  return new Map(rows.map((row) => [row.id, row]));
}
