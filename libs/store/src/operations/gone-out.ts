import { statement, type Queryable } from '../connection/queryable.js';

const step = `(select min(h.recorded_at) from history h where h.instance = $1 and h.version >= $2)`;

const mails = statement('mails-since-step', `
  select count(*)::int as n from mails m where m.instance = $1 and m.created_at >= ${step} and (m.state = 'sent' or m.lease_until >= now())`);

/** Mails of a case that have gone out, or are going out now, and were made in a step of it or since. */
export async function mailsSentSince(db: Queryable, instance: string, version: number): Promise<number> {
  return (await db.query<{ n: number }>(mails, [instance, version]))[0]?.n ?? 0;
}

const numbers = statement('numbers-since-step', `select count(*)::int as n from journal_entries j where j.instance = $1 and j.at >= ${step}`);

/** Numbers of journals that a case has taken in a step or since. */
export async function numbersTakenSince(db: Queryable, instance: string, version: number): Promise<number> {
  return (await db.query<{ n: number }>(numbers, [instance, version]))[0]?.n ?? 0;
}
