import { statement, type Queryable } from '../connection/queryable.js';

export interface RoleAssignment { readonly id: string; readonly person: string; readonly organisation: string; readonly path: string; readonly role: string; readonly from: string | null; readonly to: string | null }

const columns = `id, person, organisation, path, role, valid_from as "from", valid_to as "to"`;
const ofPerson = statement('role-assignments-of', `select ${columns} from role_assignments where person = $1`);
const end = statement('role-assignment-end', `update role_assignments set valid_to = $2 where id = $1 and coalesce(valid_from <= $2, true)`);
const remove = statement('role-assignment-remove', `delete from role_assignments where id = $1 and valid_from > $2`);

/** Everything that a person was ever given. */
export function roleAssignmentsOf(db: Queryable, person: string): Promise<RoleAssignment[]> {
  return db.query<RoleAssignment>(ofPerson, [person]);
}

/** Its last day is `last` (`YYYY-MM-DD`); one that would begin later never was. */
export async function endRoleAssignment(db: Queryable, id: string, last: string): Promise<void> {
  await db.query(remove, [id, last]);
  await db.query(end, [id, last]);
}
