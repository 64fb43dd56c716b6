import type { Queryable } from '../connection/queryable.js';
import { addScope, addSearch, conditions } from '../lists/conditions.js';
import { listPage, type ListDefinition, type PageOf, type PageRequest } from '../lists/page.js';
import type { AuditEntry } from './append-audit.js';

export const auditColumns = `a.seq, a.at, a.actor, a.action, a.object_type as "objectType", a.object_id as "objectId", a.organisation, a.path, a.data, a.hash`;

const list: ListDefinition = {
  columns: auditColumns,
  from: 'audit a',
  id: { sql: 'a.seq', type: 'bigint' },
  sorts: { at: { sql: 'a.at', type: 'timestamptz' } },
  defaultSort: 'at',
  defaultOrder: 'desc',
};

export interface AuditFilter {
  readonly paths: readonly string[]; readonly actor?: string; readonly action?: string; readonly objectType?: string; readonly objectId?: string;
  readonly from?: string; readonly to?: string;
  /** Part of the name of whoever did it, or of the person it was done to. */
  readonly q?: string;
  /** False: without who signed in and out. Default true. */
  readonly signIns?: boolean;
}

export function listAudit(db: Queryable, filter: AuditFilter, page: PageRequest = {}): Promise<PageOf<AuditEntry>> {
  const where = conditions();
  addScope(where, 'a.path', filter.paths);
  if (filter.actor !== undefined) where.add('a.actor = ?', filter.actor);
  if (filter.action !== undefined) where.add('a.action = ?', filter.action);
  if (filter.objectType !== undefined) where.add('a.object_type = ?', filter.objectType);
  if (filter.objectId !== undefined) where.add('a.object_id = ?', filter.objectId);
  if (filter.from !== undefined) where.add('a.at >= ?', filter.from);
  if (filter.to !== undefined) where.add('a.at < ?', filter.to);
  if (filter.signIns === false) where.add(`a.object_type <> 'session'`);
  if (filter.q?.trim()) {
    const named = conditions();
    addSearch(named, ['p.full_name'], filter.q);
    where.add(`exists (select from people p ${named.text().replace(/\$\d+/g, '?')} and (a.actor = 'person:' || p.id or (a.object_type = 'person' and a.object_id = p.id::text)))`, ...named.values());
  }
  return listPage(db, list, where, page);
}
