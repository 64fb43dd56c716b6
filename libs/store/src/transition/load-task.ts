import type { Store } from '../connection/connect-store.js';
import { statement, type Queryable } from '../connection/queryable.js';
import { instanceColumns, loadedInstance, type InstanceColumns } from './instance-columns.js';
import type { LoadedTask, TaskRecord } from './loaded-task.js';
import { taskColumns, taskRecord } from './task-columns.js';

export interface LoadTaskRequest {
  readonly task: string;
  /** Who asks and under which key; null for a look without a command. */
  readonly idempotency: { readonly actor: string; readonly key: string } | null;
}

/** Task, instance, organisation and what was answered before, in one query; null when there is no such task. */
export function loadTask(store: Store, request: LoadTaskRequest): Promise<LoadedTask | null> {
  return store.batched.load(request);
}

const load = statement('load-task', `
  select ${taskColumns('t')}, ${instanceColumns}, k.request_hash as "requestHash", k.response
  from unnest($1::text[], $2::text[], $3::text[]) as wanted (task, actor, key)
  join tasks t on t.id = wanted.task
  join process_instances i on i.id = t.instance
  join organisations o on o.id = i.organisation
  left join idempotency k on k.actor = wanted.actor and k.key = wanted.key`);

type Row = TaskRecord & InstanceColumns & { readonly requestHash: string | null; readonly response: unknown };

/** The batch's one query; used by the group commit alone. Requests of one batch have different tasks. */
export async function loadTasks(db: Queryable, requests: readonly LoadTaskRequest[]): Promise<readonly (LoadedTask | null)[]> {
  const rows = await db.query<Row>(load, [
    requests.map((each) => each.task),
    requests.map((each) => each.idempotency?.actor ?? ''),
    requests.map((each) => each.idempotency?.key ?? ''),
  ]);
  const byTask = new Map(rows.map((row) => [row.id, row]));
  return requests.map((each) => {
    const row = byTask.get(each.task);
    if (row === undefined) return null;
    const answered = row.requestHash === null ? null : { requestHash: row.requestHash, response: row.response };
    return { ...loadedInstance(row), task: taskRecord(row), answered };
  });
}
