import { statement, type Queryable } from '../connection/queryable.js';
import { taskListColumns, type TaskListRow } from './list-tasks.js';

const from = 'from tasks t join process_instances i on i.id = t.instance';
const byId = statement('tasks-by-id', `select ${taskListColumns} ${from} where t.id = any($1)`);
const ofInstance = statement('tasks-of-instance', `select ${taskListColumns} ${from} where t.instance = $1 order by t.opened_at, t.id`);
const openOf = statement('open-tasks-of-instances', `
  select ${taskListColumns} ${from} where t.instance = any($1::uuid[]) and t.status = 'open' order by t.due_at nulls last, t.id`);

export async function findTasks(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, TaskListRow>> {
  const rows = await db.query<TaskListRow>(byId, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** All tasks of a case, in the order in which they were opened. */
export function tasksOf(db: Queryable, instance: string): Promise<TaskListRow[]> {
  return db.query<TaskListRow>(ofInstance, [instance]);
}

export function openTasksOf(db: Queryable, instances: readonly string[]): Promise<TaskListRow[]> {
  return db.query<TaskListRow>(openOf, [instances]);
}
