import { statement, type Queryable, type Tx } from '../connection/queryable.js';
import type { ChildItem } from './child-starts.js';

/** A child that could not be started, with the times that it was tried. */
export interface SetAsideChild { readonly node: string; readonly item: ChildItem; readonly attempts: number }

const put = statement('set-child-aside', `
  insert into set_aside_children (instance, activity, index, organisation, path, node, item, attempts)
  select i.id, $2, $3, i.organisation, i.path, $4, $5, $6 from process_instances i where i.id = $1`);

/** Takes one out of the others' way: in the commit that would have started it. */
export async function setChildAside(tx: Tx, instance: string, activity: number, { node, item, attempts }: SetAsideChild): Promise<void> {
  await tx.query(put, [instance, activity, item.index, node, JSON.stringify(item), attempts]);
}

const ask = statement('ask-for-child', `update set_aside_children set asked = true where instance = $1 and activity = $2 and index = $3`);

/** An operator wants it tried again; the next look at the activity's children finds it. */
export async function askForChild(tx: Tx, instance: string, activity: number, index: number): Promise<void> {
  await tx.query(ask, [instance, activity, index]);
}

const leave = statement('leave-child-out', `
  update set_aside_children set left_out = true, item = jsonb_build_object('index', index, 'variables', '{}'::jsonb, 'title', null) where instance = $1 and activity = $2 and index = $3 and not asked and not left_out returning index`);

/** The forEach is to go on without it: that it was left out is kept, to be counted; what it would have begun with is not. False when it is being tried again, is left out already or is gone. */
export async function leaveChildOut(tx: Tx, instance: string, activity: number, index: number): Promise<boolean> {
  return (await tx.query(leave, [instance, activity, index])).length > 0;
}

const isLeft = statement('is-child-left-out', `select 1 as found from set_aside_children where instance = $1 and activity = $2 and index = $3 and left_out`);

export async function isChildLeftOut(db: Queryable, instance: string, activity: number, index: number): Promise<boolean> {
  return (await db.query(isLeft, [instance, activity, index])).length > 0;
}

const give = statement('give-child-values', `
  update set_aside_children set item = jsonb_set(item, '{variables}', (item -> 'variables') || $4::jsonb) where instance = $1 and activity = $2 and index = $3 and not left_out`);

/** What it will begin with instead of what kept it back. */
export async function giveChildValues(tx: Tx, instance: string, activity: number, index: number, values: { readonly [name: string]: unknown }): Promise<void> {
  await tx.query(give, [instance, activity, index, JSON.stringify(values)]);
}

const take = statement('take-asked-children', `
  delete from set_aside_children where (instance, activity, index) in (
    select instance, activity, index from set_aside_children where instance = $1 and activity = $2 and asked order by index limit $3 for update)
  returning node, item, attempts`);

/** Those that are to be tried again, taken in the transaction that tries it. */
export async function takeAskedChildren(tx: Tx, instance: string, activity: number, limit: number): Promise<SetAsideChild[]> {
  return tx.query<SetAsideChild>(take, [instance, activity, limit]);
}

const drop = statement('drop-set-aside-children', `delete from set_aside_children where instance = $1 and activity = $2`);
const settle = statement('settle-child-incidents', `
  update incidents set status = 'resolved', resolved_at = now()
  where instance = $1 and activity = $2 and source = 'outbox' and status = 'open' and starts_with(source_id, 'startChildren.')`);

/** When the activity is left: nobody starts them any more, and nobody need mend what kept them back. */
export async function dropSetAsideChildren(db: Queryable, instance: string, activity: number): Promise<void> {
  await db.query(drop, [instance, activity]);
  await db.query(settle, [instance, activity]);
}
