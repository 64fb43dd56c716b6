import type { PartyReference, Permission } from '@reglament/contracts';
import type { ReasonKey } from './reasons.js';
import type { Right } from './right.js';
import { DIRECT } from './right.js';
import { permissionRole, rightTo, type Subject } from './subject.js';

/** What one rule says: a right with its reason, a refusal that ends the search, or nothing. */
export type Verdict =
  | { readonly grant: Right; readonly key: PartyReference | null; readonly because: ReasonKey }
  | { readonly refuse: ReasonKey }
  | null;

export type Rule<Target> = (subject: Subject, object: Target) => Verdict;

interface Placed { readonly path: string }

/** The subject answers to one of the parties that `pick` finds on the object. */
export function party<Target>(because: ReasonKey, pick: (object: Target) => readonly (PartyReference | null)[]): Rule<Target> {
  return (subject, object) => {
    const wanted = pick(object).filter((each) => each !== null);
    const found = rightTo(subject, wanted);
    return found && { grant: found.right, key: found.key, because };
  };
}

/** A role of the subject carries the permission where the object stands. A substitution never passes it on. */
export function permission<Target extends Placed>(wished: Permission): Rule<Target> {
  return (subject, object) => (permissionRole(subject, wished, object.path) === null ? null : { grant: DIRECT, key: null, because: 'permission' });
}

/** Everybody who has signed in. */
export function anybody<Target>(): Rule<Target> {
  return () => ({ grant: DIRECT, key: null, because: 'participant' });
}
