import { createHash } from 'node:crypto';
import { statement, type Queryable } from '../connection/queryable.js';
import type { Check, Finding } from './check.js';

/** One line for outside: who keeps it elsewhere can show later that not even the owner of the database has rewritten a day. */
export interface Anchor { readonly day: string; readonly instances: number; readonly auditSeq: number; readonly hash: string }

// The last row of each instance that was recorded on the day, and the last row of the audit up to its end.
const heads = statement('heads-of-day', `
  select distinct on (h.instance) h.instance, h.hash
  from history h
  where h.recorded_at >= $1::date and h.recorded_at < $1::date + 1
  order by h.instance, h.seq desc`);
const auditAt = statement('audit-at-end-of-day', `select seq, hash from audit where at < $1::date + 1 order by seq desc limit 1`);
const previous = statement('anchor-before', `select hash from anchors where day < $1 order by day desc limit 1`);
const insert = statement('add-anchor', `insert into anchors (day, instances, audit_seq, hash) values ($1, $2, $3, $4) on conflict (day) do nothing`);
const missing = statement('days-without-anchor', `
  select distinct (recorded_at at time zone 'UTC')::date as day from history
  where recorded_at < (now() at time zone 'UTC')::date and not exists (select from anchors a where a.day >= (recorded_at at time zone 'UTC')::date)
  order by day`);

async function anchorOf(db: Queryable, day: string): Promise<Anchor> {
  const rows = await db.query<{ instance: string; hash: string }>(heads, [day]);
  const [audit] = await db.query<{ seq: number; hash: string }>(auditAt, [day]);
  const [before] = await db.query<{ hash: string }>(previous, [day]);
  const hash = createHash('sha256').update(before?.hash ?? '').update(day);
  for (const row of rows) hash.update(row.instance).update(row.hash);
  hash.update(String(audit?.seq ?? 0)).update(audit?.hash ?? '');
  return { day, instances: rows.length, auditSeq: audit?.seq ?? 0, hash: hash.digest('hex') };
}

/** Anchors every past day (UTC, real time) that has none, and returns the new ones, to be exported. To be called once a day. */
export async function anchorPastDays(db: Queryable): Promise<readonly Anchor[]> {
  const days = await db.query<{ day: string }>(missing);
  const added: Anchor[] = [];
  for (const { day } of days) {
    const anchor = await anchorOf(db, day);
    await db.query(insert, [anchor.day, anchor.instances, anchor.auditSeq, anchor.hash]);
    added.push(anchor);
  }
  return added;
}

async function* brokenAnchors(db: Queryable): AsyncGenerator<Finding> {
  const kept = await db.query<Anchor>({ text: `select day, instances, audit_seq as "auditSeq", hash from anchors order by day` });
  for (const anchor of kept) {
    const now = await anchorOf(db, anchor.day);
    if (now.hash !== anchor.hash) yield { subject: anchor.day, detail: `history or audit of this day are not those that were anchored (${now.instances} instances, ${anchor.instances} then)` };
  }
}

export const anchorChecks: readonly Check[] = [
  { invariant: 'I8', name: 'anchors', holds: 'History and audit of every anchored day are those that were anchored', run: brokenAnchors },
];
