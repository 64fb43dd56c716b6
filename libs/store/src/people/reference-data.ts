import type { Positions, Roles } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';

const roles = statement('roles-put', `
  insert into roles (organisation, path, key, title, permissions)
  select o.id, o.path, x.key, x.title, array(select jsonb_array_elements_text(coalesce(x.permissions, '[]')))
  from jsonb_to_recordset($2) as x(key text, title jsonb, permissions jsonb) join organisations o on o.id = $1
  on conflict (organisation, key) do update set title = excluded.title, permissions = excluded.permissions`);
const positions = statement('positions-put', `
  insert into positions (organisation, path, key, title, head)
  select o.id, o.path, x.key, x.title, coalesce(x.head, false)
  from organisations o cross join jsonb_to_recordset($1) as x(key text, title text, head boolean)
  on conflict (organisation, key) do update set title = excluded.title, head = excluded.head`);

/** Roles of the root organisation hold in the whole tree below it. */
export async function putRoles(db: Queryable, organisation: string, given: Roles): Promise<void> {
  await db.query(roles, [organisation, JSON.stringify(given)]);
}

/** Every organisation gets every position: which of them are staffed is said by employments. */
export async function putPositions(db: Queryable, given: Positions): Promise<void> {
  await db.query(positions, [JSON.stringify(given)]);
}
