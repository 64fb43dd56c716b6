import { statement, type Queryable } from '../connection/queryable.js';
import { StoreError } from '../connection/store-error.js';

export interface NewOrganisation {
  readonly id: string;
  readonly parent: string | null;
  readonly shortName: string;
  readonly fullName: string;
  readonly kind: string;
  /** IANA name, e.g. `Europe/Moscow`. */
  readonly timeZone: string;
  /** Key of its working calendar. */
  readonly calendar: string;
  readonly journalSet?: string | null;
}

const add = statement('add-organisation', `
  with fresh as (select nextval('organisations_number_seq')::int as number)
  insert into organisations (id, number, parent, path, short_name, full_name, kind, time_zone, calendar, journal_set)
  select $1, fresh.number, above.id, concat_ws('/', above.path, fresh.number), $3, $4, $5, $6, $7, $8
  from fresh left join organisations above on above.id = $2
  where $2::uuid is null or above.id is not null
  returning path`);

/** Adds an organisation below its parent and returns its path. @throws StoreError `reference` when the parent does not exist. */
export async function addOrganisation(db: Queryable, organisation: NewOrganisation): Promise<string> {
  const { id, parent, shortName, fullName, kind, timeZone, calendar, journalSet } = organisation;
  const [added] = await db.query<{ path: string }>(add, [id, parent, shortName, fullName, kind, timeZone, calendar, journalSet ?? null]);
  if (added === undefined) throw new StoreError('reference', `There is no organisation ${parent ?? ''} to add ${id} under`);
  return added.path;
}
