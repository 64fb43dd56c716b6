import { statement, type Queryable } from '../connection/queryable.js';

export interface NewPerson {
  readonly id: string;
  readonly organisation: string;
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly gender: 'male' | 'female' | null;
}

export interface NewEmployment { readonly id: string; readonly person: string; readonly organisation: string; readonly position: string; readonly from: string | null; readonly to: string | null }
export interface NewRoleAssignment { readonly id: string; readonly person: string; readonly organisation: string; readonly role: string; readonly from: string | null; readonly to: string | null }

// Whole lists in one statement: a demo base or an import brings a thousand people.
const people = statement('people-add', `
  insert into people (id, organisation, path, full_name, surname, given_name, patronymic, gender)
  select x.id, o.id, o.path, concat_ws(' ', x.surname, x."givenName", x.patronymic), x.surname, x."givenName", x.patronymic, x.gender
  from jsonb_to_recordset($1) as x(id uuid, organisation uuid, surname text, "givenName" text, patronymic text, gender text)
  join organisations o on o.id = x.organisation`);
const employments = statement('employments-add', `
  insert into employments (id, person, organisation, path, position, valid_from, valid_to)
  select x.id, x.person, o.id, o.path, x.position, x.from, x.to
  from jsonb_to_recordset($1) as x(id uuid, person uuid, organisation uuid, position text, "from" date, "to" date)
  join organisations o on o.id = x.organisation`);
const roles = statement('role-assignments-add', `
  insert into role_assignments (id, person, organisation, path, role, valid_from, valid_to)
  select x.id, x.person, o.id, o.path, x.role, x.from, x.to
  from jsonb_to_recordset($1) as x(id uuid, person uuid, organisation uuid, role text, "from" date, "to" date)
  join organisations o on o.id = x.organisation`);

export async function addPeople(db: Queryable, added: readonly NewPerson[]): Promise<void> {
  await db.query(people, [JSON.stringify(added)]);
}

export async function addEmployments(db: Queryable, added: readonly NewEmployment[]): Promise<void> {
  await db.query(employments, [JSON.stringify(added)]);
}

export async function addRoleAssignments(db: Queryable, added: readonly NewRoleAssignment[]): Promise<void> {
  await db.query(roles, [JSON.stringify(added)]);
}
