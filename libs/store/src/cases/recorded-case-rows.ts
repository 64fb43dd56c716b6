import { addScope, conditions } from '../lists/conditions.js';
import { listPage, type ListDefinition, type PageOf, type PageRequest } from '../lists/page.js';
import { statement, type Queryable } from '../connection/queryable.js';

/** A case that can be run again: what was given to it was kept and not erased. */
export interface RecordedCaseRow {
  readonly id: string;
  readonly organisation: string;
  readonly businessKey: string | null;
  readonly definitionVersion: number;
  readonly status: 'active' | 'completed' | 'cancelled';
  readonly startedAt: string;
}

export interface RecordedCaseFilter {
  /** Key of the process. */
  readonly process: string;
  readonly statuses?: readonly RecordedCaseRow['status'][];
  /** Business time of the beginning: from this moment, and before that one. */
  readonly from?: string;
  readonly to?: string;
  /** Paths of organisations, each with everything below it; left out, all. */
  readonly paths?: readonly string[];
}

const list: ListDefinition = {
  columns: `i.id, i.organisation, i.business_key as "businessKey", i.definition_version as "definitionVersion", i.status, i.started_at as "startedAt"`,
  from: 'process_instances i',
  id: { sql: 'i.id', type: 'uuid' },
  sorts: { startedAt: { sql: 'i.started_at', type: 'timestamptz' } },
  defaultSort: 'startedAt',
  defaultOrder: 'desc',
};

/** Cases of a process, the latest first, without the parts of a parallel forEach. */
export function recordedCaseRows(db: Queryable, filter: RecordedCaseFilter, page: PageRequest = {}): Promise<PageOf<RecordedCaseRow>> {
  const where = conditions(['i.scope_node is null', 'i.inputs_kept', 'i.erased_at is null']);
  where.add('i.definition_key = ?', filter.process);
  if (filter.statuses !== undefined) where.add('i.status = any(?)', filter.statuses);
  if (filter.from !== undefined) where.add('i.started_at >= ?', filter.from);
  if (filter.to !== undefined) where.add('i.started_at < ?', filter.to);
  if (filter.paths !== undefined) addScope(where, 'i.path', filter.paths);
  return listPage(db, list, where, page);
}

const parts = statement('parts-of-cases', `
  with recursive part as (
    select id, parent as whole from process_instances where parent = any($1::uuid[]) and scope_node is not null
    union all
    select c.id, p.whole from process_instances c join part p on c.parent = p.id where c.scope_node is not null
  )
  select id, whole from part order by whole, id limit $2`);

/** The parts of cases at any depth, by the case: at most `limit` of them together. */
export async function partsOfCases(db: Queryable, ids: readonly string[], limit: number): Promise<readonly { readonly id: string; readonly whole: string }[]> {
  return db.query<{ id: string; whole: string }>(parts, [ids, limit]);
}
