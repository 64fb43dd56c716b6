import { statement, type Queryable } from '../connection/queryable.js';

export interface NewSession {
  /** sha256 of the cookie's token: a stolen table signs nobody in. */
  readonly tokenHash: string;
  readonly person: string;
  readonly csrfToken: string;
  /** Minutes without a request after which it ends. */
  readonly idleMinutes: number;
  /** Hours after which it ends in any case. */
  readonly maxHours: number;
}

export interface SessionRecord {
  readonly tokenHash: string;
  readonly csrfToken: string;
  readonly person: string;
  readonly organisation: string;
  readonly path: string;
  readonly timeZone: string;
  readonly login: string;
  readonly locale: 'ru' | 'en';
}

// Real time of the database throughout: the business clock of a demo base must not end sessions (decision 7).
const insert = statement('session-start', `
  insert into sessions (token_hash, person, csrf_token, idle_expires_at, expires_at)
  values ($1, $2, $3, now() + make_interval(mins => $4), now() + make_interval(hours => $5))`);
const read = statement('session-read', `
  select s.token_hash as "tokenHash", s.csrf_token as "csrfToken", a.person, a.organisation, a.path, o.time_zone as "timeZone", a.login, a.locale
  from sessions s
  join accounts a on a.person = s.person and a.disabled_at is null
  join people p on p.id = a.person and p.status = 'active'
  join organisations o on o.id = a.organisation
  where s.token_hash = $1 and now() < least(s.idle_expires_at, s.expires_at)`);
// Not at every request: a minute's precision of the idle limit costs a write a minute, not one a click.
const touch = statement('session-touch', `
  update sessions set seen_at = now(), idle_expires_at = now() + make_interval(mins => $2)
  where token_hash = $1 and seen_at < now() - interval '1 minute'`);
const end = statement('session-end', `delete from sessions where token_hash = $1`);
const endOthers = statement('session-end-others', `delete from sessions where person = $1 and token_hash <> $2`);
const sweep = statement('session-sweep', `delete from sessions where least(idle_expires_at, expires_at) < now()`);

export async function startSession(db: Queryable, session: NewSession): Promise<void> {
  await db.query(insert, [session.tokenHash, session.person, session.csrfToken, session.idleMinutes, session.maxHours]);
}

/** Null where it never was, has ended, or its account was disabled or its person dismissed. */
export async function readSession(db: Queryable, tokenHash: string): Promise<SessionRecord | null> {
  const [found] = await db.query<SessionRecord>(read, [tokenHash]);
  return found ?? null;
}

export async function touchSession(db: Queryable, tokenHash: string, idleMinutes: number): Promise<void> {
  await db.query(touch, [tokenHash, idleMinutes]);
}

export async function endSession(db: Queryable, tokenHash: string): Promise<void> {
  await db.query(end, [tokenHash]);
}

/** After a change of password: whoever else is signed in as this person is no longer. */
export async function endOtherSessions(db: Queryable, person: string, keepTokenHash: string): Promise<void> {
  await db.query(endOthers, [person, keepTokenHash]);
}

export async function sweepSessions(db: Queryable): Promise<void> {
  await db.query(sweep);
}
