import {
  addInvitationToken, claimMails, dropInvitationToken, dropMail, makeInvitationMails, makeMails, postponeMail, readMailServer, releaseMail, settleMail, writeMailServer, writeMailSwitch,
  type ClaimedMail,
} from '@reglament/store';
import { pauseAfter } from '../background/back-off.js';
import type { Shell } from '../shell.js';
import { linkPath, makeLinkToken } from '../invitations/link-token.js';
import { domainOf, type MailSettings } from './mail-settings.js';
import { createMailTransport, type Attempt, type MailTransport } from './mail-transport.js';
import { mailWords, panelPath } from './words.js';

/** Sends what waits. A loop of its own and no job of the queue: a mail server that is slow must not hold up a case. */
export interface Mailer {
  /** Makes and sends what is due, at once, and resolves when nothing that is due is left. For tests, and for somebody who asks for it. */
  sweep(): Promise<void>;
  /** Takes nothing more; waits a little for what is on its way. What then has no answer is sent again after its lease. */
  stop(): Promise<void>;
}

const LOOK_MS = 2_000;
const MADE_AT_ONCE = 500;
/** Connections at a time. */
const SENT_AT_ONCE = 5;
/** Longer than a server can take over one mail: connecting, greeting and every answer have limits of their own. */
const LEASE_SECONDS = 300;
/** A refusal by 4xx is tried again after 1, 2, 4 … minutes, at most an hour apart: about four hours in all. */
const RETRY = { attempts: 10, backoff: { type: 'exponential', seconds: 60 } } as const;
/** While the server is away: 5, 10, 20 … seconds, at most five minutes. */
const AWAY_MS = { first: 5_000, longest: 300_000 } as const;
const STOP_MS = 5_000;
/** In place of a server's answer: the person has no address any more. */
const NO_ADDRESS = 'noAddress';

export async function startMailer(shell: Shell, settings: MailSettings, transport: MailTransport = createMailTransport(settings)): Promise<Mailer> {
  const domain = domainOf(settings.from) ?? 'localhost';
  let running: Promise<void> | null = null;
  let stopped = false;
  let lookAgainAt = 0;
  let pause = 0;
  let told = (await readMailServer(shell.store)) !== null;
  await writeMailSwitch(shell.store, true);

  const attemptOne = async (mail: ClaimedMail): Promise<Attempt> => {
    if (mail.address === null) return { kind: 'refused', forGood: true, answer: NO_ADDRESS };
    const secret = mail.invitation === null ? null : makeLinkToken();
    // Before it goes out: the server may have taken the mail when we never hear of it.
    if (mail.invitation !== null && secret) await addInvitationToken(shell.store, mail.invitation, secret.hash);
    const link = settings.panel + (secret ? linkPath(secret.token) : panelPath(mail));
    const attempt = await transport.send({ ...mailWords(mail.kind, mail.locale, link), to: mail.address, messageId: mail.messageId });
    if (attempt.kind === 'away' && secret) await dropInvitationToken(shell.store, secret.hash);
    shell.log.info('mail.attempted', { mail: mail.id, kind: attempt.kind, attempts: mail.attempts });
    return attempt;
  };
  const serverIsAway = async (answer: string): Promise<void> => {
    if (!told) await writeMailServer(shell.store, { since: new Date().toISOString(), answer });
    told = true;
  };
  const serverIsThere = async (): Promise<void> => {
    if (told) await writeMailServer(shell.store, null);
    told = false;
    pause = 0;
  };
  const make = async (): Promise<void> => {
    while (!stopped && (await makeInvitationMails(shell.store, { domain, limit: MADE_AT_ONCE })).looked === MADE_AT_ONCE);
    while (!stopped && (await makeMails(shell.store, { now: shell.clock.now(), domain, limit: MADE_AT_ONCE })).looked === MADE_AT_ONCE);
  };
  const send = async (): Promise<void> => {
    while (!stopped) {
      const mails = await claimMails(shell.store, SENT_AT_ONCE, LEASE_SECONDS);
      if (mails.length === 0) return;
      const attempts = await Promise.all(mails.map(attemptOne));
      const away = attempts.find(({ kind }) => kind === 'away');
      const spoke = attempts.some(({ kind, answer }) => kind !== 'away' && answer !== NO_ADDRESS);
      await Promise.all(mails.map((mail, i) => conclude(shell, mail, attempts[i]!, spoke)));
      if (spoke) await serverIsThere();
      if (spoke || away === undefined) continue;
      await serverIsAway(away.answer);
      pause = Math.min(AWAY_MS.longest, pause === 0 ? AWAY_MS.first : pause * 2);
      lookAgainAt = performance.now() + pause;
      return;
    }
  };
  const look = (): Promise<void> => (running ??= make().then(() => (performance.now() < lookAgainAt ? undefined : send()))
    .catch((error: unknown) => { shell.log.error('mail.failed', { error: String(error) }); })
    .finally(() => { running = null; }));
  const timer = setInterval(() => { void look(); }, LOOK_MS);
  return {
    async sweep() {
      await running;
      lookAgainAt = 0;
      await look();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.race([running, new Promise((resolve) => { setTimeout(resolve, STOP_MS).unref(); })]);
    },
  };
}

/**
 * `unknown` is tried again like a refusal for now: a notice that comes twice with one Message-ID does less harm than one that is lost. It is
 * the one case in which a mail can arrive twice, together with a process that dies between the server's answer and our mark.
 *
 * @param spoke whether the server said anything about a mail of this round; if not, it is away and nothing counts as an attempt.
 */
async function conclude(shell: Shell, mail: ClaimedMail, attempt: Attempt, spoke: boolean): Promise<void> {
  if (attempt.kind === 'sent') return void (await settleMail(shell.store, mail, 'sent', attempt.answer));
  if (mail.address === null && mail.invitation !== null) return void (await dropMail(shell.store, mail)); // the task is closed
  if (attempt.kind === 'away' && !spoke) return void (await releaseMail(shell.store, mail));
  const seconds = attempt.kind === 'refused' && attempt.forGood ? null : pauseAfter(mail.attempts, RETRY);
  if (seconds === null) await settleMail(shell.store, mail, 'failed', attempt.answer);
  else await postponeMail(shell.store, mail, seconds, attempt.answer);
}
