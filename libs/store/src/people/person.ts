import type { Queryable } from '../connection/queryable.js';
import { statement } from '../connection/queryable.js';

/** Personal values: null after erasure. */
export interface Person {
  readonly id: string;
  readonly organisation: string;
  readonly path: string;
  readonly fullName: string | null;
  readonly surname: string | null;
  readonly givenName: string | null;
  readonly patronymic: string | null;
  readonly gender: 'male' | 'female' | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly status: 'active' | 'dismissed';
}

const columns = `id, organisation, path, full_name as "fullName", surname, given_name as "givenName", patronymic, gender, email, phone, status`;

const find = statement('find-people', `select ${columns} from people where id = any($1::uuid[])`);

export async function findPeople(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const rows = await db.query<Person>(find, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}
