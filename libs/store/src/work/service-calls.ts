import { statement, type Queryable } from '../connection/queryable.js';

export interface ServiceCall {
  readonly instance: string; readonly activity: number; readonly organisation: string; readonly path: string; readonly node: string;
  readonly handler: string; readonly input: { readonly [name: string]: unknown }; readonly retry: unknown; readonly attempts: number;
  /** Its case stands still: nothing is called for it now. */
  readonly suspended: boolean;
}

const find = statement('find-service-call', `
  select s.instance, s.activity, s.organisation, s.path, s.node, s.handler, s.input, s.retry, s.attempts, i.suspended_at is not null as suspended
  from service_calls s join process_instances i on i.id = s.instance where s.instance = $1 and s.activity = $2`);

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

const input = statement('change-service-input', `update service_calls set input = $3 where instance = $1 and activity = $2`);

/** What the service is given at its next attempt. */
export async function changeServiceInput(db: Queryable, instance: string, activity: number, given: { readonly [name: string]: unknown }): Promise<void> {
  await db.query(input, [instance, activity, JSON.stringify(given)]);
}
