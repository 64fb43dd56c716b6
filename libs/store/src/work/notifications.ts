import type { PartyReference } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';
import { conditions } from '../lists/conditions.js';
import { listPage, type ListDefinition, type PageOf, type PageRequest } from '../lists/page.js';
import { mailIsOn } from '../mail/mail-is-on.js';

export interface NotificationRecord {
  readonly id: number; readonly kind: string; readonly instance: string | null; readonly task: string | null; readonly node: string | null; readonly at: string;
  readonly read: boolean; readonly subject: string | null; readonly definitionHash: string | null;
  /** Of the package, with the values that fill them; null for the kinds that the product words itself, and after erasure. */
  readonly words: unknown;
}

/** A bell goes back this far, in business time, from the latest notification; older ones are not counted. */
const RECENT = `n.at > (select at from notifications order by id desc limit 1) - interval '90 days'`;

const list: ListDefinition = {
  // $1 is the reader, put there by the list's first condition.
  columns: `n.id, n.kind, n.instance, n.task, n.node, n.at, n.words, i.subject, i.definition_hash as "definitionHash",
    exists (select from notification_reads r where r.person = $1 and r.notification = n.id) as read`,
  from: 'notifications n left join process_instances i on i.id = n.instance',
  id: { sql: 'n.id', type: 'bigint' },
  sorts: { at: { sql: 'n.at', type: 'timestamptz' } },
  defaultSort: 'at',
  defaultOrder: 'desc',
};

const add = statement('add-notification', `
  insert into notifications (organisation, path, recipients, kind, instance, node, at, words, mail_due)
  select o.id, o.path, $2, 'notice', $3, $4, $5, $6, ${mailIsOn} from organisations o where o.id = $1`);

export interface NewNotice {
  readonly organisation: string; readonly recipients: readonly PartyReference[]; readonly instance: string; readonly node: string; readonly at: string; readonly words: unknown;
}

/** A notification in words of a package, in the transaction of what it tells of. */
export async function addNotice(db: Queryable, { organisation, recipients, instance, node, at, words }: NewNotice): Promise<void> {
  await db.query(add, [organisation, recipients, instance, node, at, JSON.stringify(words)]);
}

export interface NotificationFilter { readonly person: PartyReference; readonly keys: readonly PartyReference[]; readonly unread?: boolean }

/** What concerns a person: sent to one of the keys the person answers to. */
export function listNotifications(db: Queryable, { person, keys, unread }: NotificationFilter, page: PageRequest = {}): Promise<PageOf<NotificationRecord>> {
  const where = conditions();
  where.add('?::text is not null', person);
  where.add('n.recipients && ?', keys);
  if (unread) where.add('not exists (select from notification_reads r where r.person = ? and r.notification = n.id)', person);
  return listPage(db, list, where, page);
}

const count = statement('count-unread-notifications', `
  select count(*)::int as unread from (
    select from notifications n
    where n.recipients && $2 and ${RECENT} and not exists (select from notification_reads r where r.person = $1 and r.notification = n.id)
    limit 1001
  ) as found`);

/** Capped at 1001. */
export async function countUnreadNotifications(db: Queryable, { person, keys }: Pick<NotificationFilter, 'person' | 'keys'>): Promise<number> {
  return (await db.query<{ unread: number }>(count, [person, keys]))[0]?.unread ?? 0;
}

const read = statement('read-notifications', `
  insert into notification_reads (person, notification)
  select $1, n.id from notifications n where n.recipients && $2 and ($3::bigint[] is null or n.id = any($3))
  on conflict do nothing`);

/** @param ids null: all of them. Ids of others' notifications are passed over. */
export async function markNotificationsRead(
  db: Queryable, { person, keys }: Pick<NotificationFilter, 'person' | 'keys'>, ids: readonly number[] | null,
): Promise<void> {
  await db.query(read, [person, keys, ids]);
}

const sweep = statement('sweep-notifications', `delete from notifications n where not (${RECENT})`);

export async function sweepNotifications(db: Queryable): Promise<void> {
  await db.query(sweep);
}
