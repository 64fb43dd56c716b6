import { statement, type Queryable } from '../connection/queryable.js';
import type { WorklistFilter } from './list-tasks.js';

export interface WorklistCounts { readonly mine: number; readonly available: number; readonly overdue: number }

const countSql = statement('count-tasks', `
  select
    count(*) filter (where mine)::int as mine,
    count(*) filter (where not mine)::int as available,
    count(*) filter (where mine and due_at < $4)::int as overdue
  from (
    select t.due_at, t.assignee is not null or t.performers && $2 as mine
    from tasks t
    where t.status = 'open' and not t.excluded && array[$5]
      and (t.assignee = any($3) or (t.assignee is null and t.performers && $1))
    limit 1001
  ) as seen`);

/** What the badges show, each capped at 1000 together. The same predicate as the lists `mine` and `available`. */
export async function countTasks(db: Queryable, { person, keys, now }: Pick<WorklistFilter, 'person' | 'keys'> & { readonly now: string }): Promise<WorklistCounts> {
  const byName = keys.filter((key) => key.startsWith('person:') || key.startsWith('position:'));
  const persons = keys.filter((key) => key.startsWith('person:'));
  const [row] = await db.query<WorklistCounts>(countSql, [keys, byName, persons, now, person]);
  return row ?? { mine: 0, available: 0, overdue: 0 };
}
