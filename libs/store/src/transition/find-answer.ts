import { statement, type Queryable } from '../connection/queryable.js';

const findSql = statement('find-answer', `select request_hash as "requestHash", response from idempotency where actor = $1 and key = $2`);

/** What was answered to this key of this actor, for commands that load no task (a start, an action); null when it is new. */
export async function findAnswer(db: Queryable, { actor, key }: { readonly actor: string; readonly key: string }): Promise<{ readonly requestHash: string; readonly response: unknown } | null> {
  return (await db.query<{ requestHash: string; response: unknown }>(findSql, [actor, key]))[0] ?? null;
}

const recordSql = statement('record-answer', `
  insert into idempotency (actor, key, request_hash, response) values ($1, $2, $3, $4) on conflict do nothing returning key`);

/** For commands that write no transition (a comment, a substitution). False when the key was taken meanwhile: roll back and answer as found. */
export async function recordAnswer(db: Queryable, record: { actor: string; key: string; requestHash: string; response: unknown }): Promise<boolean> {
  return (await db.query(recordSql, [record.actor, record.key, record.requestHash, JSON.stringify(record.response)])).length > 0;
}

const sweepSql = statement('sweep-idempotency', `delete from idempotency where at < now() - make_interval(hours => $1)`);

/** @param hours after which a key may be used anew. Default 72: longer than any client tries again. */
export async function sweepAnswers(db: Queryable, hours = 72): Promise<void> {
  await db.query(sweepSql, [hours]);
}
