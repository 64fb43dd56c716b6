import { statement, type Queryable } from '../connection/queryable.js';

const set = statement('set-person-email', `update people set email = $2 where id = $1 and erased_at is null returning id`);

/** Where a person's mail goes; null: nowhere. False for nobody, and for a person who was erased. */
export async function setEmail(db: Queryable, person: string, email: string | null): Promise<boolean> {
  return (await db.query(set, [person, email])).length > 0;
}
