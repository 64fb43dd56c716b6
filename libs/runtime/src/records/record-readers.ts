import { isWithin, type Subject } from '@reglament/access';
import type { PartyReference } from '@reglament/contracts';
import type { RecordScope } from '@reglament/store';
import type { Shell } from '../shell.js';
import type { Registry } from './registry.js';

/** Where the person reads records of the registry: the organisations in which one of its roles is held, and those below them. */
export function readScope(shell: Shell, subject: Subject, { definition }: Registry): RecordScope {
  return { paths: pathsOfRoles(shell, subject, definition.read), upTo: [] };
}

/** Which records the person may name in a form: those that the person reads, and with a role of `lookup` those of the whole line. */
export function lookupScope(shell: Shell, subject: Subject, { definition }: Registry): RecordScope {
  const paths = pathsOfRoles(shell, subject, [...definition.read, ...(definition.lookup ?? [])]);
  return { paths, upTo: paths };
}

/** Whoever holds one of these reads the record: the same rule as `readScope`, asked of one record. */
export function readersOf(shell: Shell, { definition }: Registry, path: string): readonly PartyReference[] {
  return shell.organisations.all().filter((organisation) => isWithin(path, organisation.path)).flatMap(({ id }) => definition.read.map((role) => `role:${role}@${id}`));
}

function pathsOfRoles(shell: Shell, subject: Subject, roles: readonly string[]): readonly string[] {
  return [...new Set(subject.keys.flatMap(({ key }) => {
    const [role = '', organisation = ''] = key.startsWith('role:') ? key.slice('role:'.length).split('@') : [];
    const found = roles.includes(role) ? shell.organisations.record(organisation) : null;
    return found ? [found.path] : [];
  }))];
}
