import { createHash, randomBytes } from 'node:crypto';
import type { Locale } from '@reglament/contracts';
import { countLinkAttempts, findInvitation, findInvitationByToken, noteLinkAttempt, startInvitationSession, useInvitationSession, type InvitationRecord } from '@reglament/store';
import { ok, refuse, type Answer, type RefusalAnswer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { hashLinkToken, makeLinkToken } from './link-token.js';
import { linkClosed, linkExpired, linkSessionOver, linkUnknown, linkUsed, linkWithdrawn, tooManyLinks } from './link-refusals.js';

/** Somebody who came by a link: a session of its own, for one task. */
export interface Respondent { readonly invitation: InvitationRecord; readonly csrfToken: string }

export interface OpenedLink { readonly sessionToken: string; readonly respondent: Respondent }

export const RESPONDENT_IDLE_MINUTES = 60;
export const RESPONDENT_MAX_HOURS = 12;
/** Links that were none, from one address in a quarter of an hour. */
const ALLOWED_ATTEMPTS = 20;

/** Exchanges the secret of a link for a session. What does not work says so, and nothing of the case. */
export async function openLink(shell: Shell, given: { readonly token: string; readonly address: string }): Promise<Answer<OpenedLink>> {
  const address = createHash('sha256').update(given.address).digest('hex');
  if ((await countLinkAttempts(shell.store, address)) >= ALLOWED_ATTEMPTS) return refuse(tooManyLinks());
  const found = await findInvitationByToken(shell.store, hashLinkToken(given.token));
  if (!found) {
    await noteLinkAttempt(shell.store, address);
    return refuse(linkUnknown());
  }
  const shut = found.withdrawn ? linkWithdrawn() : whyShut(shell, found);
  if (shut) return refuse(shut);
  const { token: sessionToken, hash: tokenHash } = makeLinkToken();
  const csrfToken = randomBytes(24).toString('base64url');
  await startInvitationSession(shell.store, { tokenHash, invitation: found.id, csrfToken, idleMinutes: RESPONDENT_IDLE_MINUTES, maxHours: RESPONDENT_MAX_HOURS });
  return ok({ sessionToken, respondent: { invitation: found, csrfToken } });
}

/** Who is behind a session's secret; refused where it has ended, whatever became of the task. */
export async function respondentOf(shell: Shell, sessionToken: string): Promise<Answer<Respondent>> {
  const session = await useInvitationSession(shell.store, hashLinkToken(sessionToken), RESPONDENT_IDLE_MINUTES);
  const invitation = session ? await findInvitation(shell.store, session.invitation) : null;
  return session && invitation ? ok({ invitation, csrfToken: session.csrfToken }) : refuse(linkSessionOver());
}

/** Why a link leads nowhere as things stand now; null where it works. */
export function whyShut(shell: Pick<Shell, 'clock'>, { party, taskStatus, completedBy, expiresAt }: InvitationRecord): RefusalAnswer | null {
  if (taskStatus === 'completed') return completedBy?.startsWith('invitation:') === true ? linkUsed() : linkClosed();
  if (taskStatus === 'cancelled' || party === null) return linkClosed();
  return expiresAt <= shell.clock.now() ? linkExpired() : null;
}

/** The respondent as use cases of tasks take a caller: no person, but whoever holds the link. Only for a link that is not shut. */
export function respondentCaller({ invitation }: Respondent, { locale, address }: { readonly locale: Locale; readonly address: string | null }): Caller {
  return { person: invitation.party ?? 'invitation:', locale, address };
}
