import { statement, type Queryable } from '../connection/queryable.js';

export interface NewInvitationSession { readonly tokenHash: string; readonly invitation: string; readonly csrfToken: string; readonly idleMinutes: number; readonly maxHours: number }
export interface InvitationSession { readonly invitation: string; readonly csrfToken: string }

const start = statement('start-invitation-session', `
  with opened as (update invitations set opened_at = coalesce(opened_at, now()) where id = $2)
  insert into invitation_sessions (token_hash, invitation, csrf_token, idle_expires_at, expires_at)
  values ($1, $2, $3, now() + make_interval(mins => $4), now() + make_interval(hours => $5))`);

export async function startInvitationSession(db: Queryable, { tokenHash, invitation, csrfToken, idleMinutes, maxHours }: NewInvitationSession): Promise<void> {
  await db.query(start, [tokenHash, invitation, csrfToken, idleMinutes, maxHours]);
}

const use = statement('use-invitation-session', `
  update invitation_sessions set idle_expires_at = now() + make_interval(mins => $2)
  where token_hash = $1 and least(idle_expires_at, expires_at) > now()
  returning invitation, csrf_token as "csrfToken"`);

/** The session, kept alive by being asked for; null where it has ended. */
export async function useInvitationSession(db: Queryable, tokenHash: string, idleMinutes: number): Promise<InvitationSession | null> {
  return (await db.query<InvitationSession>(use, [tokenHash, idleMinutes]))[0] ?? null;
}

const note = statement('note-link-attempt', `insert into link_attempts (address_hash) values ($1)`);

/** Notes that somebody at an address tried a link that there is not. */
export async function noteLinkAttempt(db: Queryable, addressHash: string): Promise<void> {
  await db.query(note, [addressHash]);
}

const count = statement('count-link-attempts', `select count(*)::int as count from link_attempts where address_hash = $1 and at > now() - interval '15 minutes'`);

/** How many were tried from an address in the last quarter of an hour. */
export async function countLinkAttempts(db: Queryable, addressHash: string): Promise<number> {
  return (await db.query<{ count: number }>(count, [addressHash]))[0]?.count ?? 0;
}

const sweepSessions = statement('sweep-invitation-sessions', `delete from invitation_sessions where least(idle_expires_at, expires_at) < now()`);
const sweepAttempts = statement('sweep-link-attempts', `delete from link_attempts where at < now() - interval '1 day'`);

export async function sweepInvitationSessions(db: Queryable): Promise<void> {
  await db.query(sweepSessions);
  await db.query(sweepAttempts);
}
