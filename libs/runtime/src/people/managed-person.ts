import { decide } from '@reglament/access';
import { findPeople, roleAssignmentsOf, type Person, type RoleAssignment } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { invalidRequest, noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { localDate } from '../clock/local-date.js';
import type { Shell } from '../shell.js';
import { callerSubject } from '../views/subject-of.js';
import { isId } from '../views/instance-view.js';

export interface ManagedPerson { readonly person: Person; readonly roles: readonly RoleAssignment[]; /** Business date in the person's organisation. */ readonly today: string }

/** A person whom the caller may manage: find, give a role, open and block the account. */
export async function managedPerson(shell: Shell, caller: Caller, id: string): Promise<Answer<ManagedPerson>> {
  const person = isId(id) ? (await findPeople(shell.store, [id])).get(id) : undefined;
  if (!person) return refuse(notFound());
  const decision = decide('person.manage', await callerSubject(shell, caller), { type: 'organisation', path: person.path });
  if (!decision.allowed) return refuse(noAccess(decision));
  return ok({ person, roles: await roleAssignmentsOf(shell.store, id), today: localDate(shell.clock.now(), shell.organisations.record(person.organisation)?.timeZone ?? 'UTC') });
}

/**
 * The same for what gives power over the account. Whoever can make a person's password can act with all that the person holds: so every
 * organisation in which the person has a role must be the caller's to manage, not the person's own alone.
 */
export async function managedAccount(shell: Shell, caller: Caller, id: string): Promise<Answer<ManagedPerson>> {
  const found = await managedPerson(shell, caller, id);
  if (!found.ok) return found;
  const subject = await callerSubject(shell, caller);
  for (const { path } of found.value.roles.filter(({ to }) => to === null || to >= found.value.today)) {
    const decision = decide('person.manage', subject, { type: 'organisation', path });
    if (!decision.allowed) return refuse({ status: 403, code: 'forbidden', reason: 'forbidden', text: { ru: 'У этого человека есть роли в организациях, которыми вы не управляете.', en: 'This person has roles in organisations that you do not manage.' } });
  }
  return found;
}

/** Nobody shuts themselves out: another administrator does that. */
export function notOneself(): ReturnType<typeof refuse> {
  return refuse({ status: 409, code: 'oneself', text: { ru: 'Это ваша собственная учётная запись: обратитесь к другому администратору.', en: 'This is your own account: ask another administrator.' } });
}

export function fieldRefused(pointer: string, code: string, ru: string, en: string, locale: 'ru' | 'en'): ReturnType<typeof refuse> {
  return refuse(invalidRequest(code, ru, en, [{ pointer, code, message: locale === 'en' ? en : ru }]));
}
