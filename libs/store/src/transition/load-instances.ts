import { statement, type Queryable } from '../connection/queryable.js';
import { instanceColumns, loadedInstance, type InstanceColumns } from './instance-columns.js';
import type { LoadedInstance } from './loaded-task.js';

const load = statement('load-instances', `
  select ${instanceColumns}
  from process_instances i
  join organisations o on o.id = i.organisation
  where i.id = any($1::uuid[])`);

/** Instances for commands that name no task: timers, services, children, actions. By id; ids that do not exist are missing. */
export async function loadInstances(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, LoadedInstance>> {
  const rows = await db.query<InstanceColumns>(load, [ids]);
  return new Map(rows.map((row) => [row.instanceId, loadedInstance(row)]));
}

export async function loadInstance(db: Queryable, id: string): Promise<LoadedInstance | null> {
  return (await loadInstances(db, [id])).get(id) ?? null;
}
