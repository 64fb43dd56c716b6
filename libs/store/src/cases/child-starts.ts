import { statement, type Queryable, type Tx } from '../connection/queryable.js';

export interface ChildItem { readonly index: number; readonly variables: { readonly [name: string]: unknown }; readonly title: string | null }

export interface ChildBatch {
  readonly node: string;
  readonly items: readonly ChildItem[];
  /** Items after this batch; 0: it is the last one. */
  readonly left: number;
}

const lock = statement('lock-child-starts', `
  select node, started, total,
    array(select e from jsonb_array_elements(items) with ordinality as x (e, n) where n > started and n <= started + $3 order by n) as items
  from child_starts where instance = $1 and activity = $2 for update`);
const advance = statement('advance-child-starts', `update child_starts set started = started + $3 where instance = $1 and activity = $2`);
const finish = statement('finish-child-starts', `delete from child_starts where instance = $1 and activity = $2`);

/**
 * The next children to start, at most 500, taken in the transaction that starts them: either both happen or neither. Null when there
 * are none left, or the activity was left meanwhile.
 */
export async function takeChildStarts(tx: Tx, instance: string, activity: number, limit = 500): Promise<ChildBatch | null> {
  const [row] = await tx.query<{ node: string; started: number; total: number; items: ChildItem[] }>(lock, [instance, activity, Math.min(limit, 500)]);
  if (row === undefined) return null;
  const left = row.total - row.started - row.items.length;
  if (left > 0) await tx.query(advance, [instance, activity, row.items.length]);
  else await tx.query(finish, [instance, activity]);
  return { node: row.node, items: row.items, left };
}

/** When the activity is left before all of its children were started. */
export async function dropChildStarts(db: Queryable, instance: string, activity: number): Promise<void> {
  await db.query(finish, [instance, activity]);
}
