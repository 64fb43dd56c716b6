import type { PartyReference } from '@reglament/contracts';
import { statement, type Queryable, type Tx } from '../connection/queryable.js';

export interface ChildRow {
  readonly id: string; readonly activity: number; readonly node: string | null; readonly index: number; readonly title: string | null; readonly status: 'active' | 'completed' | 'cancelled';
  readonly result: string | null; readonly performers: readonly PartyReference[]; readonly dueAt: string | null; readonly endedAt: string | null;
}

const list = statement('children-of', `
  select c.id, c.parent_activity as activity, c.scope_node as node, c.parent_index as index, coalesce(c.child_title, case when c.scope_node is null then c.subject end) as title, c.status, c.result, c.ended_at as "endedAt", work.due_at as "dueAt",
    coalesce(work.performers, (select t.performers from tasks t where t.instance = c.id order by t.opened_at, t.id limit 1), '{}') as performers
  from process_instances c
  left join lateral (select t.performers, t.due_at from tasks t where t.instance = c.id and t.status = 'open' order by t.due_at nulls last limit 1) work on true
  where c.parent = $1 and ($2::int is null or c.parent_activity = $2) and c.parent_index > $3
  order by c.parent_activity, c.parent_index limit $4`);

export interface ChildrenPage {
  /** Default: of all activities. */
  readonly activity?: number;
  /** Index of the last one known. Default: from the beginning. */
  readonly after?: number;
  /** Default and most: 1000. */
  readonly limit?: number;
}

/**
 * Children of a case by activity and place among the items; a case of another process that was called has no `node`, and its subject as title. Performers are those whose turn it is; of a child that has ended, those
 * whom it was given to first: who did a task on control, not who removed it.
 */
export function childrenOf(db: Queryable, parent: string, { activity, after, limit }: ChildrenPage = {}): Promise<ChildRow[]> {
  return db.query<ChildRow>(list, [parent, activity ?? null, after ?? -1, Math.min(limit ?? 1000, 1000)]);
}

export interface CountedChildren { readonly total: number; readonly active: number; readonly completed: number; readonly cancelled: number; readonly results: { readonly [result: string]: number } }

const count = statement('count-children', `
  select coalesce(sum(n), 0)::int as total,
    coalesce(sum(n) filter (where status = 'active'), 0)::int as active,
    coalesce(sum(n) filter (where status = 'completed'), 0)::int as completed,
    coalesce(sum(n) filter (where status = 'cancelled'), 0)::int as cancelled,
    coalesce(jsonb_object_agg(result, done) filter (where result is not null and done > 0), '{}') as results
  from (
    select status, result, count(*) as n, count(*) filter (where status = 'completed') as done
    from process_instances where parent = $1 and parent_activity = $2 group by status, result
    union all
    select 'cancelled', null, count(*), 0 from set_aside_children where instance = $1 and activity = $2 and left_out having count(*) > 0
  ) as counted`);

/** How the children of an activity stand now: what the parent's one coalesced command is told. */
export async function countChildren(db: Queryable, parent: string, activity: number): Promise<CountedChildren> {
  const [row] = await db.query<CountedChildren>(count, [parent, activity]);
  return row ?? { total: 0, active: 0, completed: 0, cancelled: 0, results: {} };
}

const failed = statement('failed-child', `
  select snapshot -> 'error' as error from process_instances
  where parent = $1 and parent_activity = $2 and status = 'completed' and snapshot ? 'error' order by parent_index limit 1`);

/** The error by which a child ended that caught it nowhere: the first of them by its place; null where none did. */
export async function errorOfChild(db: Queryable, parent: string, activity: number): Promise<unknown> {
  return (await db.query<{ error: unknown }>(failed, [parent, activity]))[0]?.error ?? null;
}

const active = statement('active-children', `
  select id from process_instances where parent = $1 and parent_activity = $2 and status = 'active' order by parent_index limit $3`);

/** The next children to cancel. @param limit at most 500 go in one statement. */
export async function activeChildren(db: Queryable, parent: string, activity: number, limit = 500): Promise<readonly string[]> {
  return (await db.query<{ id: string }>(active, [parent, activity, Math.min(limit, 500)])).map((row) => row.id);
}

const unaligned = statement('unaligned-children', `
  select id from process_instances
  where parent = $1 and parent_activity = $2 and status = 'active' and coalesce(snapshot -> 'suspended' -> 'withParent', 'false') <> to_jsonb($3::boolean)
  order by parent_index limit $4`);

/** The next children that are still to follow their parent. @param suspended whether the parent stands still. @param limit at most 500. */
export async function unalignedChildren(db: Queryable, parent: string, activity: number, suspended: boolean, limit = 500): Promise<readonly string[]> {
  return (await db.query<{ id: string }>(unaligned, [parent, activity, suspended, Math.min(limit, 500)])).map((row) => row.id);
}

const holdParent = statement('hold-parent', `select suspended_at is not null as suspended from process_instances where id = $1 for share`);

/** Whether a case stands still, held so until the transaction ends: nobody suspends or resumes it meanwhile. */
export async function holdSuspension(tx: Tx, instance: string): Promise<boolean> {
  return (await tx.query<{ suspended: boolean }>(holdParent, [instance]))[0]?.suspended ?? false;
}

const depth = statement('call-depth', `
  with recursive above as (
    select i.parent, 0 as depth from process_instances i where i.id = $1
    union all
    select p.parent, a.depth + 1 from above a join process_instances p on p.id = a.parent where a.depth < 1000)
  select max(depth) as depth from above`);

/** How many cases stand above this one: a case that nobody called has 0. */
export async function callDepth(db: Queryable, instance: string): Promise<number> {
  return (await db.query<{ depth: number | null }>(depth, [instance]))[0]?.depth ?? 0;
}
