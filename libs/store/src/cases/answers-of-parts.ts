import { statement, type Queryable } from '../connection/queryable.js';

/** A part of a case that asks somebody, and the last that was sent at the named steps in it. */
export interface PartAnswer {
  readonly part: string;
  readonly node: string;
  readonly activity: number;
  readonly index: number;
  readonly title: string | null;
  readonly status: 'active' | 'completed' | 'cancelled';
  readonly result: string | null;
  readonly state: string | null;
  readonly endedAt: string | null;
  /** Earliest term of its open work. */
  readonly dueAt: string | null;
  /** Node of its open work. */
  readonly openAt: string | null;
  /** Whom it asks; null where the part does not say. */
  readonly who: string | null;
  readonly submission: string | null;
  /** Null where nothing was sent yet, and after erasure. */
  readonly data: { readonly [field: string]: unknown } | null;
  readonly at: string | null;
}

export interface PartsQuery {
  readonly parent: string;
  /** Steps that started the parts. */
  readonly nodes: readonly string[];
  /** Steps inside a part whose form is the answer. */
  readonly from: readonly string[];
  /** Variable of a part that says whom it asks. */
  readonly who: string;
  /** Without it the answers themselves are not read, only that they are there. */
  readonly withData: boolean;
  /** Only the parts that ask these; left out, all. */
  readonly of?: readonly string[];
}

const ofParts = statement('answers-of-parts', `
  select c.id as part, c.scope_node as node, c.parent_activity as activity, c.parent_index as index, c.child_title as title, c.status, c.result, c.state,
    c.ended_at as "endedAt", work.due_at as "dueAt", work.node as "openAt", c.snapshot->'variables'->>$4 as who,
    s.id as submission, case when $5 then s.data end as data, s.at
  from process_instances c
  left join lateral (
    select x.id, x.data, x.at from submissions x
    where x.instance = c.id and x.node = any($3::text[]) and x.data is not null order by x.at desc, x.id desc limit 1) s on true
  left join lateral (
    select t.due_at, t.node from tasks t where t.instance = c.id and t.status = 'open' order by t.due_at nulls last limit 1) work on c.status = 'active'
  where c.parent = $1 and c.scope_node = any($2::text[]) and ($6::text[] is null or c.snapshot->'variables'->>$4 = any($6::text[]))
  order by c.parent_activity, c.parent_index`);

/** Every part that the steps have started, in the order in which they were started. */
export function answersOfParts(db: Queryable, { parent, nodes, from, who, withData, of }: PartsQuery): Promise<PartAnswer[]> {
  return db.query<PartAnswer>(ofParts, [parent, nodes, from, who, withData, of ?? null]);
}

const chosen = statement('submissions-by-ids', `select id, data from submissions where id = any($1::uuid[]) and data is not null`);

/** What was sent, by id; what has been erased is left out. */
export async function submissionData(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly [field: string]: unknown }>> {
  const rows = await db.query<{ id: string; data: { readonly [field: string]: unknown } }>(chosen, [ids]);
  return new Map(rows.map(({ id, data }) => [id, data]));
}
