import { permittedPaths } from '@reglament/access';
import type { MailRow, MailSummary, Page, PageQuery } from '@reglament/contracts';
import { countMails, listMails as listStored, readMailServer, readMailSwitch, type MailRecord, type MailState } from '@reglament/store';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { callerSubject } from '../views/subject-of.js';
import { maskAddress } from './mask.js';
import { mailTitle } from './words.js';

export async function mailSummary(shell: Shell, caller: Caller): Promise<Answer<MailSummary>> {
  const paths = permittedPaths(await callerSubject(shell, caller), 'seeIncidents');
  const [on, counts, away] = await Promise.all([readMailSwitch(shell.store), countMails(shell.store, paths), readMailServer(shell.store)]);
  return ok({ on, ...counts, away: on ? away : null });
}

export async function listMails(shell: Shell, caller: Caller, filter: { readonly state?: MailState }, page: PageQuery): Promise<Answer<Page<MailRow>>> {
  const paths = permittedPaths(await callerSubject(shell, caller), 'seeIncidents');
  const found = await listStored(shell.store, { ...filter, paths }, page);
  return ok({ ...found, items: found.items.map((record) => mailRow(record, caller)) });
}

export function mailRow(mail: MailRecord, { locale }: Pick<Caller, 'locale'>): MailRow {
  const { id, kind, instance, task, state, attempts, createdAt, settledAt } = mail;
  return {
    id, kind, title: mailTitle(kind, locale), instance, task, address: mail.address === null ? null : maskAddress(mail.address), state, attempts, createdAt,
    nextAt: state === 'waiting' ? mail.dueAt : null, settledAt, answer: answerInWords(mail.answer, locale),
  };
}

/** Our own word for "there was nobody to ask"; everything else is the server's. */
function answerInWords(answer: string | null, locale: Caller['locale']): string | null {
  if (answer !== 'noAddress') return answer;
  return locale === 'ru' ? 'Адреса больше нет.' : 'There is no address any more.';
}
