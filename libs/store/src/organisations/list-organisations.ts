import { statement, type Queryable } from '../connection/queryable.js';
import { organisationColumns, type Organisation } from './organisation.js';

const below = statement('organisations-below', `
  select ${organisationColumns} from organisations o
  where exists (select from unnest($1::text[]) scope where o.path = scope or starts_with(o.path, scope || '/') or starts_with(scope, o.path || '/'))
  order by length(o.path), o.short_name collate "ru-x-icu", o.id limit $2`);
const all = statement('organisations-all', `select ${organisationColumns} from organisations o order by length(o.path), o.id`);

/** The trees and the way up from them, so that the tree can be drawn. */
export function listOrganisations(db: Queryable, paths: readonly string[], limit = 5000): Promise<Organisation[]> {
  return db.query<Organisation>(below, [paths, limit]);
}

/** Every organisation: what a process keeps in memory. */
export function findAllOrganisations(db: Queryable): Promise<Organisation[]> {
  return db.query<Organisation>(all);
}
