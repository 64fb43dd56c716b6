import { randomUUID } from 'node:crypto';
import { decide } from '@reglament/access';
import { textIn, type AddOrganisation, type OrganisationChoices, type OrganisationRow } from '@reglament/contracts';
import { addOrganisation as addStored, appendAuditIn, inheritPositions, inTransaction, positionChoices, roleChoices, type Organisation } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { configurationChanged } from '../live/settings-channel.js';
import type { Shell } from '../shell.js';
import { callerSubject } from '../views/subject-of.js';
import { fieldRefused } from './managed-person.js';

/** An organisation below another one. It begins with the zone, calendar, kind and positions of the one above. */
export async function addOrganisation(shell: Shell, caller: Caller, body: AddOrganisation): Promise<Answer<OrganisationRow>> {
  const above = await managedOrganisation(shell, caller, body.parent);
  if (!above.ok) return above;
  const { value: parent } = above;
  const [shortName, fullName] = [body.shortName.trim(), body.fullName.trim()];
  const timeZone = body.timeZone ?? parent.timeZone;
  if (!isZone(timeZone)) return fieldRefused('/timeZone', 'unknownZone', 'Такого часового пояса нет.', 'There is no such time zone.', caller.locale);
  const siblings = shell.organisations.all().filter((each) => each.parent === parent.id);
  if (siblings.some((each) => each.shortName.toLowerCase() === shortName.toLowerCase())) return fieldRefused('/shortName', 'organisationExists', 'Здесь уже есть организация с таким названием.', 'There is an organisation of this name here already.', caller.locale);
  const id = randomUUID();
  await inTransaction(shell.store, async (tx) => {
    const path = await addStored(tx, { id, parent: parent.id, shortName, fullName, kind: parent.kind, timeZone, calendar: parent.calendar });
    await inheritPositions(tx, parent.id, id);
    await appendAuditIn(tx, [{ actor: caller.person, action: 'organisation.added', objectType: 'organisation', objectId: id, organisation: id, path, data: { old: null, new: { parent: parent.id, kind: parent.kind, timeZone, calendar: parent.calendar } } }]);
  });
  await configurationChanged(shell, 'organisations');
  return ok({ id, parent: parent.id, shortName, fullName, kind: parent.kind, timeZone, calendar: parent.calendar, status: 'active' });
}

/** Roles and positions that may be given in an organisation. */
export async function organisationChoices(shell: Shell, caller: Caller, id: string): Promise<Answer<OrganisationChoices>> {
  const found = await managedOrganisation(shell, caller, id);
  if (!found.ok) return found;
  const [roles, positions] = await Promise.all([roleChoices(shell.store, found.value.path), positionChoices(shell.store, found.value.id)]);
  const byTitle = (one: { readonly title: string }, other: { readonly title: string }): number => one.title.localeCompare(other.title, caller.locale);
  return ok({ roles: roles.map(({ key, title }) => ({ key, title: textIn(title, caller.locale) })).sort(byTitle), positions });
}

async function managedOrganisation(shell: Shell, caller: Caller, id: string): Promise<Answer<Organisation>> {
  const organisation = shell.organisations.record(id);
  if (!organisation) return refuse(notFound());
  const decision = decide('person.manage', await callerSubject(shell, caller), { type: 'organisation', path: organisation.path });
  return decision.allowed ? ok(organisation) : refuse(noAccess(decision));
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
