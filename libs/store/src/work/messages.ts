import { statement, type Queryable, type Tx } from '../connection/queryable.js';

export interface SentMessage {
  readonly organisation: string; readonly message: string; readonly correlation: string; readonly data: unknown;
  /** Until when it is kept where nobody has taken it, ISO 8601 UTC of business time; null: not at all. */
  readonly keepUntil: string | null;
}

const find = statement('find-sent-message', `select organisation, message, correlation, data, keep_until as "keepUntil" from sent_messages where instance = $1 and id = $2`);

/** What a case sent, until it is delivered to everybody; null then. */
export async function findSentMessage(db: Queryable, instance: string, id: number): Promise<SentMessage | null> {
  const [row] = await db.query<Omit<SentMessage, 'keepUntil'> & { readonly keepUntil: Date | string | null }>(find, [instance, id]);
  return row ? { ...row, keepUntil: row.keepUntil === null ? null : new Date(row.keepUntil).toISOString() } : null;
}

export interface Subscriber { readonly id: string; readonly instance: string }

const waiting = statement('find-subscribers', `
  select s.id, s.instance from message_subscriptions s
  where s.message = $3 and s.correlation = $4 and s.id > $5
    and not exists (select from message_deliveries d where d.instance = $1 and d.id = $2 and d.subscription = s.id)
  order by s.id limit $6`);

/** Who waits for a message and has not got it yet, by id. @param after id of the last one known; empty: from the beginning. */
export function findSubscribers(db: Queryable, sent: { readonly instance: string; readonly id: number } & SentMessage, after: string, limit = 500): Promise<Subscriber[]> {
  return db.query<Subscriber>(waiting, [sent.instance, sent.id, sent.message, sent.correlation, after, limit]);
}

const deliver = statement('record-delivery', `insert into message_deliveries (instance, id, subscription) values ($1, $2, $3)`);

/** In the commit in which the receiver moves on: nobody gets one message twice. @throws StoreError `duplicate` when it has been delivered there. */
export async function recordDelivery(tx: Tx, instance: string, id: number, subscription: string): Promise<void> {
  await tx.query(deliver, [instance, id, subscription]);
}

const delivered = statement('message-delivered', `select 1 as there from message_deliveries where instance = $1 and id = $2 and subscription = $3`);

export async function isDelivered(db: Queryable, instance: string, id: number, subscription: string): Promise<boolean> {
  return (await db.query(delivered, [instance, id, subscription])).length > 0;
}

const under = statement('message-under-way', `select 1 as there from sent_messages where message = $1 limit 1`);

/** Whether something that was sent to an address is still to be delivered to somebody. */
export async function isUnderWay(db: Queryable, message: string): Promise<boolean> {
  return (await db.query(under, [message])).length > 0;
}

const forget = statement('forget-sent-message', `
  with gone as (delete from message_deliveries where instance = $1 and id = $2)
  delete from sent_messages where instance = $1 and id = $2`);

/** Everybody who waited has it. */
export async function forgetSentMessage(tx: Tx, instance: string, id: number): Promise<void> {
  await tx.query(forget, [instance, id]);
}
