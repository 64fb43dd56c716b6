import { decide } from '@reglament/access';
import type { MailRow } from '@reglament/contracts';
import { appendAuditIn, findMail, inTransaction, retryMail as retryStored } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { callerSubject } from '../views/subject-of.js';
import { isId } from '../views/instance-view.js';
import { mailRow } from './list-mails.js';

/** Puts a mail that has failed back into the queue, with all its attempts. Of two who ask one does; the other is told. */
export async function retryMail(shell: Shell, caller: Caller, id: string): Promise<Answer<MailRow>> {
  const mail = isId(id) ? await findMail(shell.store, id) : null;
  if (!mail) return refuse(notFound());
  const decision = decide('mail.retry', await callerSubject(shell, caller), { type: 'organisation', path: mail.path });
  if (!decision.allowed) return refuse(noAccess(decision));
  const mine = await inTransaction(shell.store, async (tx) => {
    if (!(await retryStored(tx, id))) return false;
    await appendAuditIn(tx, [{ actor: caller.person, action: 'mail.retried', objectType: 'mail', objectId: id, organisation: mail.organisation, path: mail.path, data: { kind: mail.kind, instance: mail.instance } }]);
    return true;
  });
  if (!mine) return refuse({ status: 409, code: 'mailNotFailed', text: { ru: 'Письмо уже отправлено или ждёт отправки.', en: 'The mail has been sent or waits already.' } });
  const now = await findMail(shell.store, id);
  return now ? ok(mailRow(now, caller)) : refuse(notFound());
}
