import { statement, type Queryable } from '../connection/queryable.js';

export interface OpenCasesQuery {
  readonly process: string;
  readonly organisation: string;
  /** The case that asks: only those that were begun before it are found. */
  readonly before: string;
  readonly limit: number;
}

// The id breaks a tie, so that of two that were begun in one moment exactly one is the former.
const openBefore = statement('open-cases-before', `
  select c.subject from process_instances c join process_instances self on self.id = $3
  where c.definition_key = $1 and c.organisation = $2 and c.status = 'active' and c.scope_node is null and c.parent is null and (c.started_at, c.id) < (self.started_at, self.id)
  order by c.started_at, c.id limit $4`);

/** Open cases of a process in an organisation, the oldest first; parts and called cases are left out. */
export function openCasesBefore(db: Queryable, { process, organisation, before, limit }: OpenCasesQuery): Promise<{ readonly subject: string | null }[]> {
  return db.query<{ subject: string | null }>(openBefore, [process, organisation, before, limit]);
}
