import { permittedPaths } from '@reglament/access';
import type { PartyView, PersonRow } from '@reglament/contracts';
import { listPeople, type PersonListRow } from '@reglament/store';
import type { Caller } from '../caller.js';
import { localDate } from '../clock/local-date.js';
import type { Shell } from '../shell.js';
import { callerSubject } from '../views/subject-of.js';

/** People as lists and pages show them: organisations and roles by name. */
export async function personRows(shell: Shell, caller: Caller, rows: readonly PersonListRow[]): Promise<readonly PersonRow[]> {
  const roleOf = ({ role, organisation }: PersonListRow['roles'][number]): string => `role:${role}@${organisation}`;
  const titles = await shell.people.titles(rows.flatMap(({ organisation, roles }) => [
    `organisation:${organisation}`, ...roles.flatMap((held) => [roleOf(held), `organisation:${held.organisation}`]),
  ]), caller.locale);
  const party = (reference: string): PartyView => titles.get(reference) ?? { reference, title: '—' };
  const now = shell.clock.now();
  // By the business date where the person works: the database's own day began elsewhere, and a role that was taken today would still be shown.
  const today = (organisation: string): string => localDate(now, shell.organisations.record(organisation)?.timeZone ?? 'UTC');
  return rows.map((row) => ({
    id: row.id, fullName: row.fullName, position: row.position, organisation: party(`organisation:${row.organisation}`), login: row.login, blocked: row.blocked, status: row.status,
    roles: row.roles.filter(({ to }) => to === null || to >= today(row.organisation)).map((held) => ({ id: held.id, role: held.role, title: party(roleOf(held)).title, organisation: party(`organisation:${held.organisation}`), from: held.from, to: held.to })),
  }));
}

/** A person whom the caller may see; null for everybody else. */
export async function personRow(shell: Shell, caller: Caller, id: string): Promise<PersonRow | null> {
  const paths = permittedPaths(await callerSubject(shell, caller), 'seePeople');
  const [row] = await personRows(shell, caller, (await listPeople(shell.store, { paths, id }, { limit: 1 })).items);
  return row ?? null;
}
