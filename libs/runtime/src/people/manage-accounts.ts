import { randomUUID } from 'node:crypto';
import { decide } from '@reglament/access';
import type { AddPerson, BlockAccount, OpenAccount, PersonAccount } from '@reglament/contracts';
import { addAccount, addEmployments, addPeople, appendAuditIn, changePassword, disableAccount, endOtherSessions, findAccount, findAccountOf, inTransaction, positionChoices, type Tx } from '@reglament/store';
import { hashPassword, makePassword } from '../accounts/passwords.js';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { partsOfName } from '../demo/full-name.js';
import { configurationChanged } from '../live/settings-channel.js';
import type { Shell } from '../shell.js';
import { callerSubject } from '../views/subject-of.js';
import { fieldRefused, managedAccount, notOneself } from './managed-person.js';
import { personRow } from './person-row.js';

interface About { readonly id: string; readonly organisation: string; readonly path: string }

/** Adds a person to an organisation, with an account where a login is given. */
export async function addPerson(shell: Shell, caller: Caller, body: AddPerson): Promise<Answer<PersonAccount>> {
  const organisation = shell.organisations.record(body.organisation);
  if (!organisation) return refuse(notFound());
  const decision = decide('person.manage', await callerSubject(shell, caller), { type: 'organisation', path: organisation.path });
  if (!decision.allowed) return refuse(noAccess(decision));
  const name = partsOfName(body.fullName);
  if (!name) return fieldRefused('/fullName', 'nameIncomplete', 'Укажите фамилию и имя, отчество — если есть.', 'Give surname and first name, and the patronymic where there is one.', caller.locale);
  if (body.position !== undefined && !(await positionChoices(shell.store, organisation.id)).some(({ key }) => key === body.position)) {
    return fieldRefused('/position', 'unknownPosition', 'Такой должности в организации нет.', 'The organisation has no such position.', caller.locale);
  }
  if (body.login !== undefined && (await findAccount(shell.store, body.login))) return loginTaken(caller);
  const about: About = { id: randomUUID(), organisation: organisation.id, path: organisation.path };
  const password = body.login === undefined ? null : makePassword();
  const passwordHash = password === null ? null : await hashPassword(password);
  await inTransaction(shell.store, async (tx) => {
    const { surname, givenName, patronymic, gender } = name;
    await addPeople(tx, [{ id: about.id, organisation: about.organisation, surname, givenName, patronymic, gender }]);
    if (body.position !== undefined) await addEmployments(tx, [{ id: randomUUID(), person: about.id, organisation: about.organisation, position: body.position, from: null, to: null }]);
    if (body.login !== undefined && passwordHash !== null) await addAccount(tx, { person: about.id, organisation: about.organisation, login: body.login, passwordHash, locale: 'ru' });
    await note(tx, caller, 'person.added', about, { old: null, new: { organisation: about.organisation, position: body.position ?? null, account: body.login === undefined ? null : 'open' } });
  });
  return answer(shell, caller, about.id, password);
}

/** An account for somebody who has none. */
export async function openAccount(shell: Shell, caller: Caller, { id, body }: { readonly id: string; readonly body: OpenAccount }): Promise<Answer<PersonAccount>> {
  const found = await managedAccount(shell, caller, id);
  if (!found.ok) return found;
  const { person } = found.value;
  if (await findAccountOf(shell.store, id)) return refuse({ status: 409, code: 'accountExists', text: { ru: 'Учётная запись у этого человека уже есть.', en: 'This person has an account already.' } });
  if (await findAccount(shell.store, body.login)) return loginTaken(caller);
  const password = makePassword();
  const passwordHash = await hashPassword(password);
  await inTransaction(shell.store, async (tx) => {
    await addAccount(tx, { person: id, organisation: person.organisation, login: body.login, passwordHash, locale: 'ru' });
    await note(tx, caller, 'account.opened', person, { old: { account: null }, new: { account: 'open' } });
  });
  return answer(shell, caller, id, password);
}

/** A new first password; whoever was signed in with the old one is no longer. */
export async function resetPassword(shell: Shell, caller: Caller, id: string): Promise<Answer<PersonAccount>> {
  const found = await managedAccount(shell, caller, id);
  if (!found.ok) return found;
  if (caller.person === `person:${id}`) return notOneself();
  if (!(await findAccountOf(shell.store, id))) return refuse(notFound());
  const password = makePassword();
  const passwordHash = await hashPassword(password);
  await inTransaction(shell.store, async (tx) => {
    await changePassword(tx, id, passwordHash);
    await endOtherSessions(tx, id, '');
    await note(tx, caller, 'password.reset', found.value.person);
  });
  return answer(shell, caller, id, password);
}

/** A blocked account signs in nowhere; the person's work stays where it is. */
export async function blockAccount(shell: Shell, caller: Caller, { id, body }: { readonly id: string; readonly body: BlockAccount }): Promise<Answer<PersonAccount>> {
  const found = await managedAccount(shell, caller, id);
  if (!found.ok) return found;
  if (caller.person === `person:${id}`) return notOneself();
  if (!(await findAccountOf(shell.store, id))) return refuse(notFound());
  await inTransaction(shell.store, async (tx) => {
    await disableAccount(tx, id, body.blocked);
    await note(tx, caller, body.blocked ? 'account.blocked' : 'account.unblocked', found.value.person, body.blocked ? { old: { account: 'open' }, new: { account: 'blocked' } } : { old: { account: 'blocked' }, new: { account: 'open' } });
  });
  return answer(shell, caller, id, null);
}

const loginTaken = ({ locale }: Caller): ReturnType<typeof refuse> => fieldRefused('/login', 'loginTaken', 'Это имя для входа уже занято.', 'This login is taken.', locale);

/** Ids and keys alone (decision 18): neither the login nor the password. */
async function note(tx: Tx, caller: Caller, action: string, { id, organisation, path }: About, data: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await appendAuditIn(tx, [{ actor: caller.person, action, objectType: 'person', objectId: id, organisation, path, data }]);
}

async function answer(shell: Shell, caller: Caller, id: string, password: string | null): Promise<Answer<PersonAccount>> {
  await configurationChanged(shell, 'people');
  const person = await personRow(shell, caller, id);
  return person ? ok({ person, password }) : refuse(notFound());
}
