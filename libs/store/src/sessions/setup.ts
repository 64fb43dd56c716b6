import { statement, type Queryable, type Tx } from '../connection/queryable.js';

const done = statement('setup-done', `select exists (select from setup) or exists (select from accounts) as done`);
const claim = statement('setup-claim', `insert into setup (person) values ($1) on conflict do nothing returning person`);

/** Whether the base still has nobody who could sign in. */
export async function setupNeeded(db: Queryable): Promise<boolean> {
  const [found] = await db.query<{ done: boolean }>(done);
  return found?.done === false;
}

/** True for the one who came first: the second of two that race meets the row (and waits for the first to commit). */
export async function claimSetup(tx: Tx, person: string): Promise<boolean> {
  return (await tx.query<{ person: string }>(claim, [person])).length === 1;
}
