import type { LocalizedText } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';

export interface RoleChoice { readonly key: string; readonly title: LocalizedText; readonly permissions: readonly string[] }
export interface PositionChoice { readonly key: string; readonly title: string }

// A role of an organisation holds in everything below it; the nearest one of a key wins.
const roles = statement('role-choices', `
  select distinct on (r.key) r.key, r.title, r.permissions from roles r where r.path = $1 or starts_with($1, r.path || '/') order by r.key, length(r.path) desc`);
const positions = statement('position-choices', `select key, title from positions where organisation = $1 order by title`);
const copyPositions = statement('positions-copy', `
  insert into positions (organisation, path, key, title, head)
  select o.id, o.path, p.key, p.title, p.head from positions p join organisations o on o.id = $2 where p.organisation = $1`);

/** Roles that may be given in the organisation of a path. */
export function roleChoices(db: Queryable, path: string): Promise<RoleChoice[]> {
  return db.query<RoleChoice>(roles, [path]);
}

export function positionChoices(db: Queryable, organisation: string): Promise<PositionChoice[]> {
  return db.query<PositionChoice>(positions, [organisation]);
}

/** A new organisation knows the positions of the one above it. */
export async function inheritPositions(db: Queryable, from: string, to: string): Promise<void> {
  await db.query(copyPositions, [from, to]);
}
