import { randomUUID } from 'node:crypto';
import { addEmployments, addPeople, addRoleAssignments, type Queryable } from '@reglament/store';

export interface PersonGiven {
  readonly surname?: string;
  readonly givenName?: string;
  readonly patronymic?: string | null;
  readonly gender?: 'male' | 'female' | null;
  /** Key of a position that the organisation has. */
  readonly position?: string;
  /** Keys of roles held in the organisation. */
  readonly roles?: readonly string[];
  readonly from?: string | null;
  readonly to?: string | null;
}

/** A person in the database, with the position and roles held in the organisation. Returns the reference, `person:<id>`. */
export async function personIn(db: Queryable, organisation: string, given: PersonGiven = {}): Promise<`person:${string}`> {
  const { surname = 'Лугова', givenName = 'Мария', patronymic = 'Ильинична', gender = 'female', position, roles = [], from = null, to = null } = given;
  const person = randomUUID();
  await addPeople(db, [{ id: person, organisation, surname, givenName, patronymic, gender }]);
  if (position !== undefined) await addEmployments(db, [{ id: randomUUID(), person, organisation, position, from, to }]);
  await addRoleAssignments(db, roles.map((role) => ({ id: randomUUID(), person, organisation, role, from, to })));
  return `person:${person}`;
}
