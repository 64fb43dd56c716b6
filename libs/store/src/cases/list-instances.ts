import type { PartyReference } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';
import { addSearch, conditions, scopeSql, type Conditions } from '../lists/conditions.js';
import { listPage, type ListDefinition, type PageOf, type PageRequest } from '../lists/page.js';

export interface InstanceListRow {
  readonly id: string;
  readonly organisation: string;
  readonly path: string;
  readonly subject: string | null;
  readonly businessKey: string | null;
  readonly definitionKey: string;
  readonly definitionVersion: number;
  readonly definitionHash: string;
  readonly status: 'active' | 'completed' | 'cancelled';
  /** Since when it stands still; null while it runs. */
  readonly suspendedAt: string | null;
  readonly result: string | null;
  readonly state: string | null;
  readonly starter: PartyReference | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** Of the case itself and of its children. */
  readonly openTasks: number;
  readonly nextDueAt: string | null;
  readonly incidents: number;
  readonly parent: string | null;
  /** Of a part: what it is called among its siblings. */
  readonly childTitle: string | null;
}

const columns = `i.id, i.organisation, i.path, i.subject, i.business_key as "businessKey", i.definition_key as "definitionKey",
  i.definition_version as "definitionVersion", i.definition_hash as "definitionHash", i.status, i.suspended_at as "suspendedAt", i.result, i.state, i.starter,
  i.started_at as "startedAt", i.ended_at as "endedAt", i.parent, i.child_title as "childTitle",
  coalesce(work.open, 0) as "openTasks", work.next_due as "nextDueAt",
  (select count(*)::int from incidents n where n.instance = i.id and n.status = 'open') as incidents`;

// Looked up for the rows of the page only: PostgreSQL evaluates it after the limit.
const from = `process_instances i
  left join lateral (
    select count(*)::int as open, min(t.due_at) as next_due
    from tasks t
    where t.status = 'open' and t.instance in (select i.id union all select c.id from process_instances c where c.parent = i.id and c.status = 'active')
  ) work on i.status = 'active'`;

const list: ListDefinition = {
  columns,
  from,
  id: { sql: 'i.id', type: 'uuid' },
  sorts: {
    startedAt: { sql: 'i.started_at', type: 'timestamptz' },
    endedAt: { sql: `coalesce(i.ended_at, 'infinity')`, type: 'timestamptz' },
    subject: { sql: `coalesce(i.subject, '') collate "ru-x-icu"`, type: 'text' },
    businessKey: { sql: `coalesce(i.business_key, '') collate "ru-x-icu"`, type: 'text' },
    nextDueAt: { sql: `coalesce(work.next_due, 'infinity')`, type: 'timestamptz' },
  },
  defaultSort: 'startedAt',
  defaultOrder: 'desc',
};

export interface InstanceFilter {
  /** Everything the person answers to. A case is seen by whoever has a part in it. */
  readonly keys: readonly PartyReference[];
  /** Paths whose cases are seen without a part in them. */
  readonly paths: readonly string[];
  /** Only cases in which the keys have a part. */
  readonly mine?: boolean;
  readonly q?: string;
  /** `suspended`: active, and standing still. */
  readonly status?: 'active' | 'suspended' | 'completed' | 'cancelled';
  readonly definition?: string;
  readonly version?: number;
  /** Dates of the start in a zone, both included. */
  readonly started?: { readonly from: string | null; readonly to: string | null; readonly zone: string };
  readonly incidents?: boolean;
  readonly state?: string;
  readonly organisation?: string;
  /** Due moment of open work before this business time. */
  readonly overdueAt?: string;
}

/** Cases, called ones too; children of a parallel forEach are shown inside their parent. */
export function listInstances(db: Queryable, filter: InstanceFilter, page: PageRequest = {}): Promise<PageOf<InstanceListRow>> {
  return listPage(db, list, instanceConditions(filter), page);
}

/** Which cases a filter means: the list's rows, and those of an operation over it. */
export function instanceConditions(filter: InstanceFilter): Conditions {
  const where = conditions(['i.scope_node is null']);
  addCaseScope(where, filter);
  addSearch(where, ['i.subject', 'i.business_key'], filter.q);
  if (filter.status !== undefined) where.add('i.status = ?', filter.status === 'suspended' ? 'active' : filter.status);
  if (filter.status === 'suspended') where.add('i.suspended_at is not null');
  if (filter.version !== undefined) where.add('i.definition_version = ?', filter.version);
  if (filter.started?.from) where.add('(i.started_at at time zone ?::text)::date >= ?::date', filter.started.zone, filter.started.from);
  if (filter.started?.to) where.add('(i.started_at at time zone ?::text)::date <= ?::date', filter.started.zone, filter.started.to);
  if (filter.incidents) where.add(`exists (select from incidents n where n.instance = i.id and n.status = 'open')`);
  if (filter.definition !== undefined) where.add('i.definition_key = ?', filter.definition);
  if (filter.state !== undefined) where.add('i.state = ?', filter.state);
  if (filter.organisation !== undefined) where.add('i.organisation = ?', filter.organisation);
  if (filter.overdueAt !== undefined) where.add('work.next_due < ?', filter.overdueAt);
  return where;
}

/** Who sees a case: who has a part in it or in one of its children, and who may look over its organisation. */
function addCaseScope(where: Conditions, { keys, paths, mine }: Pick<InstanceFilter, 'keys' | 'paths' | 'mine'>): void {
  const ofKeys = `i.id in (
    select p.instance from participations p where p.party = any(?)
    union select c.parent from participations p join process_instances c on c.id = p.instance where p.party = any(?) and c.parent is not null and not c.apart)`;
  // For whoever sees only their own cases this is the whole condition: PostgreSQL goes from the person to the cases, however many there are.
  if (mine || paths.length === 0) where.add(ofKeys, keys, keys);
  else where.add(`(${scopeSql('i.path', '?')} or ${ofKeys})`, paths, keys, keys);
}

const find = statement('find-instance-rows', `select ${columns} from ${from} where i.id = any($1::uuid[])`);

/** Rows of given cases, without a look at who asks. */
export async function findInstanceRows(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, InstanceListRow>> {
  const rows = await db.query<InstanceListRow>(find, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}
