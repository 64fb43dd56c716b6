import { initialsOf, surnameFormsOf, type StaffMember } from '@reglament/documents';
import type { CheckPorts } from '@reglament/handlers';
import { findPeople, holdersOf, openCasesBefore, type Person } from '@reglament/store';
import type { Shell } from '../shell.js';
import { directory } from './directory.js';

/** What submission checks may read. */
export function checkPorts(shell: Shell): CheckPorts {
  return {
    settings: { documentKind: (key, organisation) => Promise.resolve(shell.settings.documentKind(key, shell.organisations.record(organisation)?.path ?? '')) },
    directory: directory(shell),
    cases: { openBefore: (query) => openCasesBefore(shell.store, query) },
    staff: {
      async staff(_organisation, named) {
        const people = await findPeople(shell.store, named.map((party) => party.slice('person:'.length)));
        return Promise.all([...people.values()].map((person) => staffMember(shell, person)));
      },
      async existing(parties) {
        const held = await holdersOf(shell.store, parties, shell.clock.now().slice(0, 10));
        return new Set(held.keys());
      },
    },
  };
}

/** Whoever was dismissed, or holds no position any more, is told with the last day of work. */
export async function staffMember(shell: Shell, person: Person): Promise<StaffMember> {
  const name = { surname: person.surname ?? '', name: person.givenName ?? '', ...(person.patronymic !== null && { patronymic: person.patronymic }) };
  return {
    party: `person:${person.id}`, surname: name.surname, initials: initialsOf(name),
    ...(person.surname !== null && { surnameForms: surnameFormsOf(name) }),
    ...(person.status === 'dismissed' && { dismissedOn: shell.clock.now().slice(0, 10) }),
  };
}
