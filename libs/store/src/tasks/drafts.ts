import { randomUUID } from 'node:crypto';
import { statement, type Queryable } from '../connection/queryable.js';

export interface Draft { readonly etag: string; readonly data: { readonly [field: string]: unknown }; readonly savedAt: string }

const findSql = statement('find-draft', `select etag, data, saved_at as "savedAt" from drafts where task = $1 and person = $2`);

/** What a person has typed into a task's form and not sent. */
export async function findDraft(db: Queryable, task: string, person: string): Promise<Draft | null> {
  return (await db.query<Draft>(findSql, [task, person]))[0] ?? null;
}

const findAllSql = statement('find-drafts', `select task, data from drafts where person = $1 and task = any($2)`);

/** What a person has typed into the forms of several tasks, by task; tasks without a draft are missing. */
export async function findDrafts(db: Queryable, person: string, tasks: readonly string[]): Promise<ReadonlyMap<string, Draft['data']>> {
  const rows = await db.query<{ readonly task: string; readonly data: Draft['data'] }>(findAllSql, [person, tasks]);
  return new Map(rows.map(({ task, data }) => [task, data]));
}

const insertSql = statement('insert-draft', `
  insert into drafts (task, person, instance, organisation, path, etag, data)
  select t.id, $2, t.instance, t.organisation, t.path, $3, $4 from tasks t where t.id = $1 and t.status = 'open'
  on conflict do nothing
  returning etag, data, saved_at as "savedAt"`);
const updateSql = statement('update-draft', `
  update drafts set data = $4, etag = $3, saved_at = now() where task = $1 and person = $2 and etag = $5
  returning etag, data, saved_at as "savedAt"`);

export type DraftResult =
  | { readonly kind: 'saved'; readonly draft: Draft }
  /** Another device has saved meanwhile: merge with this and save again under its etag. Null: the task is not open any more. */
  | { readonly kind: 'stale'; readonly current: Draft | null };

/**
 * Saves a draft if nobody has saved since `etag` was read.
 *
 * @param etag of the draft that the data was made from; null where there was none.
 */
export async function saveDraft(
  db: Queryable, given: { task: string; person: string; data: { readonly [field: string]: unknown }; etag: string | null },
): Promise<DraftResult> {
  const values = [given.task, given.person, randomUUID(), JSON.stringify(given.data)];
  const [draft] = given.etag === null ? await db.query<Draft>(insertSql, values) : await db.query<Draft>(updateSql, [...values, given.etag]);
  if (draft !== undefined) return { kind: 'saved', draft };
  return { kind: 'stale', current: await findDraft(db, given.task, given.person) };
}

const deleteSql = statement('delete-draft', `delete from drafts where task = $1 and person = $2`);

export async function deleteDraft(db: Queryable, task: string, person: string): Promise<void> {
  await db.query(deleteSql, [task, person]);
}

/** Days after which what was typed into a task that somebody else completed, or that was cancelled, goes. */
const KEPT_DAYS = 90;
const sweepSql = statement('sweep-drafts', `
  delete from drafts d using tasks t where t.id = d.task and t.status <> 'open'
    and (d.person = t.completed_by or greatest(d.saved_at, t.closed_at) < now() - make_interval(days => $1))`);

/** Drafts that nobody needs: of whoever completed the task, and old ones of tasks that ended otherwise. Until then their authors can read them on the task's page. */
export async function sweepDrafts(db: Queryable): Promise<void> {
  await db.query(sweepSql, [KEPT_DAYS]);
}
