import type { Queryable } from '../connection/queryable.js';
import { addScope, addSearch, conditions } from '../lists/conditions.js';
import { listPage, type ListDefinition, type PageOf, type PageRequest } from '../lists/page.js';
import { businessDateIn } from '../settings/business-date.js';

/** A role that is held or will be; dates as calendar dates. */
export interface HeldRoleRecord { readonly id: string; readonly role: string; readonly organisation: string; readonly from: string | null; readonly to: string | null }

export interface PersonListRow {
  readonly id: string;
  /** Empty after erasure. */
  readonly fullName: string;
  readonly position: string | null;
  readonly organisation: string;
  readonly organisationTitle: string;
  readonly path: string;
  readonly roles: readonly HeldRoleRecord[];
  readonly login: string | null;
  readonly blocked: boolean;
  readonly status: 'active' | 'dismissed';
}

export interface PeopleFilter {
  readonly paths: readonly string[];
  readonly q?: string;
  readonly organisation?: string;
  readonly role?: string;
  readonly id?: string;
}

const list: ListDefinition = {
  columns: `p.id, coalesce(p.full_name, '') as "fullName", w.position, p.organisation, o.short_name as "organisationTitle", p.path, p.status, a.login,
    a.disabled_at is not null as blocked,
    (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'organisation', r.organisation, 'from', r.valid_from, 'to', r.valid_to) order by r.path, r.role, r.valid_from), '[]')
      from role_assignments r where r.person = p.id and coalesce(r.valid_to >= ${businessDateIn('o.time_zone')}, true)) as roles`,
  from: `people p
    join organisations o on o.id = p.organisation
    left join accounts a on a.person = p.id
    left join lateral (
      select pos.title as position from employments e join positions pos on pos.organisation = e.organisation and pos.key = e.position
      where e.person = p.id and coalesce(e.valid_to >= ${businessDateIn('o.time_zone')}, true) order by e.main desc, e.valid_from desc nulls last limit 1
    ) w on true`,
  id: { sql: 'p.id', type: 'uuid' },
  sorts: {
    fullName: { sql: `coalesce(p.full_name, '') collate "ru-x-icu"`, type: 'text' },
    organisation: { sql: 'o.short_name', type: 'text' },
  },
  defaultSort: 'fullName',
  defaultOrder: 'asc',
};

export function listPeople(db: Queryable, filter: PeopleFilter, page: PageRequest = {}): Promise<PageOf<PersonListRow>> {
  const where = conditions();
  addScope(where, 'p.path', filter.paths);
  addSearch(where, ['p.full_name', 'a.login'], filter.q);
  if (filter.id !== undefined) where.add('p.id = ?', filter.id);
  if (filter.organisation !== undefined) where.add('exists (select from employments e where e.person = p.id and e.organisation = ?)', filter.organisation);
  if (filter.role !== undefined) where.add('exists (select from role_assignments r where r.person = p.id and r.role = ?)', filter.role);
  return listPage(db, list, where, page);
}
