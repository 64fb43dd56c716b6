import { statement, type Queryable } from '../connection/queryable.js';
import { addScope, addSearch, conditions } from '../lists/conditions.js';
import { listPage, type ListDefinition, type PageOf, type PageRequest } from '../lists/page.js';

export interface Incident {
  readonly id: string; readonly instance: string; readonly organisation: string; readonly path: string; readonly node: string;
  readonly activity: number | null;
  /** What failed, and its id: a service call's activity, a timer, an outbox row. */
  readonly source: 'service' | 'timer' | 'outbox' | 'engine'; readonly sourceId: string;
  readonly code: string; readonly message: string; readonly attempts: number; readonly status: 'open' | 'resolved'; readonly at: string;
  readonly resolvedAt: string | null; readonly resolvedBy: string | null; readonly subject: string | null; readonly definitionHash: string;
}

const columns = `n.id, n.instance, n.organisation, n.path, n.node, n.activity, n.source, n.source_id as "sourceId", n.code, n.message, n.attempts, n.status,
  n.at, n.resolved_at as "resolvedAt", n.resolved_by as "resolvedBy", i.subject, i.definition_hash as "definitionHash"`;

const open = statement('open-incident', `
  insert into incidents (id, instance, organisation, path, node, activity, source, source_id, code, message, attempts)
  select $1, i.id, i.organisation, i.path, $3, $4, $5, $6, $7, left($8, 2000), $9 from process_instances i where i.id = $2
  on conflict (instance, source, source_id) where status = 'open' do update set attempts = excluded.attempts, message = excluded.message, code = excluded.code`);

export type NewIncident = Pick<Incident, 'id' | 'instance' | 'node' | 'activity' | 'source' | 'sourceId' | 'code' | 'message' | 'attempts'>;

/** Opens an incident; a source that has one open already keeps that one. The message must hold no personal value. */
export async function openIncident(db: Queryable, given: NewIncident): Promise<void> {
  await db.query(open, [given.id, given.instance, given.node, given.activity, given.source, given.sourceId, given.code, given.message, given.attempts]);
}

const resolve = statement('resolve-incident', `
  update incidents set status = 'resolved', resolved_at = now(), resolved_by = $2 where id = $1 and status = 'open' returning id`);

/** False when it has been resolved already: of two operators one wins, and the work is tried again once. */
export async function resolveIncident(db: Queryable, id: string, by: string | null): Promise<boolean> {
  return (await db.query(resolve, [id, by])).length > 0;
}

const find = statement('find-incident', `select ${columns} from incidents n join process_instances i on i.id = n.instance where n.id = $1`);

export async function findIncident(db: Queryable, id: string): Promise<Incident | null> {
  return (await db.query<Incident>(find, [id]))[0] ?? null;
}

const list: ListDefinition = {
  columns,
  from: 'incidents n join process_instances i on i.id = n.instance',
  id: { sql: 'n.id', type: 'uuid' },
  sorts: { at: { sql: 'n.at', type: 'timestamptz' } },
  defaultSort: 'at',
  defaultOrder: 'desc',
};

export interface IncidentFilter { readonly paths: readonly string[]; readonly status?: 'open' | 'resolved'; readonly instance?: string; readonly q?: string }

export function listIncidents(db: Queryable, filter: IncidentFilter, page: PageRequest = {}): Promise<PageOf<Incident>> {
  const where = conditions();
  addScope(where, 'n.path', filter.paths);
  addSearch(where, ['i.subject', 'n.code', 'n.message'], filter.q);
  if (filter.status !== undefined) where.add('n.status = ?', filter.status);
  if (filter.instance !== undefined) where.add('n.instance = ?', filter.instance);
  return listPage(db, list, where, page);
}
