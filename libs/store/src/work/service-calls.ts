import { statement, type Queryable } from '../connection/queryable.js';

export interface ServiceCall {
  readonly instance: string; readonly activity: number; readonly organisation: string; readonly path: string; readonly node: string;
  readonly handler: string; readonly input: { readonly [name: string]: unknown }; readonly retry: unknown; readonly attempts: number;
}

const find = statement('find-service-call', `
  select instance, activity, organisation, path, node, handler, input, retry, attempts from service_calls where instance = $1 and activity = $2`);

/** The call that an activity waits for; null when it is not open any more, and there is nothing to do. */
export async function findServiceCall(db: Queryable, instance: string, activity: number): Promise<ServiceCall | null> {
  return (await db.query<ServiceCall>(find, [instance, activity]))[0] ?? null;
}

const attempt = statement('count-service-attempt', `
  update service_calls set attempts = attempts + 1 where instance = $1 and activity = $2 returning attempts`);

/** Written down before the handler runs, so that one that kills the process counts too. Null when the call is gone. */
export async function countServiceAttempt(db: Queryable, instance: string, activity: number): Promise<number | null> {
  return (await db.query<{ attempts: number }>(attempt, [instance, activity]))[0]?.attempts ?? null;
}

const reset = statement('reset-service-attempts', `update service_calls set attempts = 0 where instance = $1 and activity = $2`);

export async function resetServiceAttempts(db: Queryable, instance: string, activity: number): Promise<void> {
  await db.query(reset, [instance, activity]);
}
