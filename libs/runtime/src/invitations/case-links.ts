import { decide } from '@reglament/access';
import { textIn, type InvitationRow, type LocalizedText, type RenewedLink } from '@reglament/contracts';
import { addInvitationToken, appendAuditIn, findInvitation, inTransaction, invitationsOf, withdrawLinks, type InvitationListRow } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { maskAddress } from '../mail/mask.js';
import type { Shell } from '../shell.js';
import { caseObject } from '../tasks/task-object.js';
import { isId, readableCase } from '../views/instance-view.js';
import { linkPath, makeLinkToken } from './link-token.js';
import { whyShut } from './open-link.js';

/** Links of a case and of its parts, for those who look after it; others who may read the case see none. */
export async function listInvitations(shell: Shell, caller: Caller, instance: string): Promise<Answer<readonly InvitationRow[]>> {
  const readable = await readableCase(shell, caller, instance);
  if (!readable.ok) return readable;
  const { loaded, live, context, subject } = readable.value;
  if (!decide('case.invite', subject, caseObject(loaded, live, context)).allowed) return ok([]);
  const now = shell.clock.now();
  return ok((await invitationsOf(shell.store, instance)).map((row): InvitationRow => ({
    id: row.id, task: row.task, taskTitle: textIn(row.taskTitle as LocalizedText, caller.locale), part: row.childTitle, address: row.address === null ? null : maskAddress(row.address),
    state: stateOf(row, now), mail: row.mail, openedAt: row.openedAt, expiresAt: row.expiresAt,
  })));
}

/** A link to hand over. Whatever was mailed or handed over before stops working at once. */
export async function renewLink(shell: Shell, caller: Caller, id: string): Promise<Answer<RenewedLink>> {
  const invitation = isId(id) ? await findInvitation(shell.store, id) : null;
  if (!invitation) return refuse(notFound());
  const readable = await readableCase(shell, caller, invitation.instance);
  if (!readable.ok) return readable;
  const { loaded, live, context, subject } = readable.value;
  const decision = decide('case.invite', subject, caseObject(loaded, live, context));
  if (!decision.allowed) return refuse(noAccess(decision));
  const shut = whyShut(shell, invitation);
  if (shut) return refuse({ ...shut, status: 409 });
  const { token, hash } = makeLinkToken();
  await inTransaction(shell.store, async (tx) => {
    await withdrawLinks(tx, id);
    await addInvitationToken(tx, id, hash);
    await appendAuditIn(tx, [{ actor: caller.person, action: 'invitation.renewed', objectType: 'invitation', objectId: id, organisation: invitation.organisation, path: invitation.path, data: { instance: invitation.instance, task: invitation.task } }]);
  });
  return ok({ path: linkPath(token), expiresAt: invitation.expiresAt });
}

function stateOf({ taskStatus, completedBy, expiresAt }: InvitationListRow, now: string): InvitationRow['state'] {
  if (taskStatus === 'completed') return completedBy?.startsWith('invitation:') === true ? 'answered' : 'closed';
  return taskStatus === 'cancelled' ? 'closed' : expiresAt <= now ? 'expired' : 'open';
}
