import { randomUUID } from 'node:crypto';
import { decide } from '@reglament/access';
import type { GiveRole, PersonRow } from '@reglament/contracts';
import { addRoleAssignments, appendAuditIn, endRoleAssignment, inTransaction, roleChoices } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { configurationChanged } from '../live/settings-channel.js';
import type { Shell } from '../shell.js';
import { callerSubject } from '../views/subject-of.js';
import { fieldRefused, managedPerson, notOneself } from './managed-person.js';
import { personRow } from './person-row.js';

const FOREVER = '9999-12-31';

/** Gives a person a role in an organisation, with the days on which it holds. The caller must manage both. */
export async function giveRole(shell: Shell, caller: Caller, { id, body }: { readonly id: string; readonly body: GiveRole }): Promise<Answer<PersonRow>> {
  const found = await managedPerson(shell, caller, id);
  if (!found.ok) return found;
  const organisation = shell.organisations.record(body.organisation);
  if (!organisation) return refuse(notFound());
  const decision = decide('person.manage', await callerSubject(shell, caller), { type: 'organisation', path: organisation.path });
  if (!decision.allowed) return refuse(noAccess(decision));
  if (!(await roleChoices(shell.store, organisation.path)).some(({ key }) => key === body.role)) return fieldRefused('/role', 'unknownRole', 'Такой роли в организации нет.', 'The organisation has no such role.', caller.locale);
  const { from = null, to = null } = body;
  if (from !== null && to !== null && to < from) return fieldRefused('/to', 'datesReversed', 'Окончание раньше начала.', 'The end is before the beginning.', caller.locale);
  const meets = found.value.roles.some((held) => held.role === body.role && held.organisation === organisation.id && (held.from ?? '') <= (to ?? FOREVER) && (from ?? '') <= (held.to ?? FOREVER));
  if (meets) return fieldRefused('/role', 'roleHeld', 'Эта роль на эти дни уже дана.', 'The role is held on these days already.', caller.locale);
  await inTransaction(shell.store, async (tx) => {
    await addRoleAssignments(tx, [{ id: randomUUID(), person: id, organisation: organisation.id, role: body.role, from, to }]);
    await appendAuditIn(tx, [{ actor: caller.person, action: 'role.given', objectType: 'person', objectId: id, organisation: organisation.id, path: organisation.path, data: { old: null, new: { role: body.role, organisation: organisation.id, from, to } } }]);
  });
  return answer(shell, caller, id);
}

/** Takes a role away from today on; that it was held before stays. */
export async function takeRole(shell: Shell, caller: Caller, { id, assignment }: { readonly id: string; readonly assignment: string }): Promise<Answer<PersonRow>> {
  const found = await managedPerson(shell, caller, id);
  if (!found.ok) return found;
  const held = found.value.roles.find((each) => each.id === assignment);
  if (!held || (held.to !== null && held.to < found.value.today)) return refuse(notFound());
  const subject = await callerSubject(shell, caller);
  const decision = decide('person.manage', subject, { type: 'organisation', path: held.path });
  if (!decision.allowed) return refuse(noAccess(decision));
  const choice = (await roleChoices(shell.store, held.path)).find(({ key }) => key === held.role);
  if (caller.person === `person:${id}` && choice?.permissions.includes('managePeople')) return notOneself();
  await inTransaction(shell.store, async (tx) => {
    const last = dayBefore(found.value.today);
    await endRoleAssignment(tx, assignment, last);
    await appendAuditIn(tx, [{ actor: caller.person, action: 'role.taken', objectType: 'person', objectId: id, organisation: held.organisation, path: held.path, data: { old: { role: held.role, organisation: held.organisation, from: held.from, to: held.to }, new: { role: held.role, organisation: held.organisation, from: held.from, to: last } } }]);
  });
  return answer(shell, caller, id);
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

async function answer(shell: Shell, caller: Caller, id: string): Promise<Answer<PersonRow>> {
  await configurationChanged(shell, 'people');
  const row = await personRow(shell, caller, id);
  return row ? ok(row) : refuse(notFound());
}
