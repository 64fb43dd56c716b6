import type { PartyReference } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';

export interface CommentRecord { readonly id: string; readonly instance: string; readonly task: string | null; readonly author: PartyReference; readonly at: string; readonly text: string }

const columns = 'c.id, c.instance, c.task, c.author, c.at, c.text';
const add = statement('add-comment', `
  insert into comments as c (id, instance, organisation, path, task, author, text)
  select $1, i.id, i.organisation, i.path, $3, $4, $5 from process_instances i where i.id = $2
  returning ${columns}`);
const list = statement('comments-of', `select ${columns} from comments c where c.instance = $1 order by c.at, c.id limit 1000`);

/** Null when there is no such case. */
export async function addComment(db: Queryable, comment: Omit<CommentRecord, 'at'>): Promise<CommentRecord | null> {
  const [added] = await db.query<CommentRecord>(add, [comment.id, comment.instance, comment.task, comment.author, comment.text]);
  return added ?? null;
}

export function commentsOf(db: Queryable, instance: string): Promise<CommentRecord[]> {
  return db.query<CommentRecord>(list, [instance]);
}
