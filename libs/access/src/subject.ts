import type { PartyReference, Permission } from '@reglament/contracts';
import type { Right } from './right.js';
import type { AccessFacts, LocalDate } from './facts.js';
import { isWithin } from './organisation-path.js';
import { performerKeys, type PerformerKey } from './performer-keys.js';
import { holdsOn } from './period.js';

/** A person on a date, ready to be asked: what `decide` and the rules work on. Make it once per request. */
export interface Subject {
  readonly person: PartyReference;
  readonly keys: readonly PerformerKey[];
  readonly permissions: readonly { readonly permission: Permission; readonly path: string; readonly role: string }[];
}

export function subjectOf(facts: AccessFacts, at: LocalDate): Subject {
  return {
    person: facts.own.person,
    keys: performerKeys(facts, at),
    permissions: facts.own.roles
      .filter((held) => holdsOn(held, at))
      .flatMap((held) => held.permissions.map((permission) => ({ permission, path: held.path, role: held.role }))),
  };
}

/** The plainest right by which the subject answers to one of the parties; rights through a person in `except` do not count. */
export function rightTo(subject: Subject, parties: readonly PartyReference[], except: readonly PartyReference[] = []): PerformerKey | null {
  for (const each of subject.keys) {
    if (parties.includes(each.key) && !isThrough(each.right, except)) return each;
  }
  return null;
}

function isThrough(right: Right, persons: readonly PartyReference[]): boolean {
  return right.kind === 'substitute' && persons.includes(right.for);
}

/** The role through which the subject has a permission over an organisation. */
export function permissionRole(subject: Subject, wished: Permission, path: string): string | null {
  const found = subject.permissions.find((held) => held.permission === wished && isWithin(path, held.path));
  return found?.role ?? null;
}

/** Paths under which the subject has the permission: what a list is narrowed to. */
export function permittedPaths(subject: Subject, wished: Permission): readonly string[] {
  return [...new Set(subject.permissions.filter((held) => held.permission === wished).map((held) => held.path))];
}
