import type { PersonEmail, SetEmail } from '@reglament/contracts';
import { appendAuditIn, inTransaction, setEmail as setStored } from '@reglament/store';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import { managedPerson } from '../people/managed-person.js';
import type { Shell } from '../shell.js';

/** A whole address is shown to those who manage the person, and to nobody else. */
export async function readEmail(shell: Shell, caller: Caller, id: string): Promise<Answer<PersonEmail>> {
  const found = await managedPerson(shell, caller, id);
  return found.ok ? ok({ email: found.value.person.email }) : found;
}

/** Where the person's notifications go as mail from now on. The audit says that it changed, never to what (decision 18). */
export async function setEmail(shell: Shell, caller: Caller, { id, body }: { readonly id: string; readonly body: SetEmail }): Promise<Answer<PersonEmail>> {
  const found = await managedPerson(shell, caller, id);
  if (!found.ok) return found;
  const { organisation, path } = found.value.person;
  await inTransaction(shell.store, async (tx) => {
    await setStored(tx, id, body.email);
    await appendAuditIn(tx, [{ actor: caller.person, action: 'person.email', objectType: 'person', objectId: id, organisation, path, data: {} }]);
  });
  return ok({ email: body.email });
}
