import { statement, type Queryable } from '../connection/queryable.js';

export interface ClaimedMail {
  readonly id: string;
  readonly kind: string;
  readonly instance: string | null;
  readonly task: string | null;
  readonly locale: 'ru' | 'en';
  readonly messageId: string;
  readonly fence: number;
  /** This attempt included. */
  readonly attempts: number;
  /** The link that the mail is to carry; null: it leads to the panel. */
  readonly invitation: string | null;
  /** Null: the person has none any more, or was dismissed, or the task of the link is closed. Never to be logged. */
  readonly address: string | null;
}

const claim = statement('claim-mails', `
  update mails m set lease_until = now() + make_interval(secs => $2), fence = m.fence + 1, attempts = m.attempts + 1
  from (
    select id from mails
    where state = 'waiting' and due_at <= now() and (lease_until is null or lease_until < now())
    order by due_at, id limit $1
    for update skip locked
  ) due
  where m.id = due.id
  returning m.id, m.kind, m.instance, m.task, m.locale, m.message_id as "messageId", m.fence, m.attempts,
    m.invitation, case when m.invitation is null then (select p.email from people p where p.id = m.person and p.status = 'active')
      else (select i.address from invitations i join tasks t on t.id = i.task and t.status = 'open' where i.id = m.invitation) end as address`);

/** Claims mails that are due. @param lease seconds of real time, longer than a server may take: after it another worker sends the mail again. */
export function claimMails(db: Queryable, limit: number, lease: number): Promise<ClaimedMail[]> {
  return db.query<ClaimedMail>(claim, [limit, lease]);
}

type Claim = Pick<ClaimedMail, 'id' | 'fence'>;

const settle = statement('settle-mail', `
  update mails set state = $3, answer = left($4, 500), settled_at = now(), lease_until = null where id = $1 and fence = $2 and state = 'waiting' returning id`);

/** The end of a mail: taken by the server, or given up. False when the lease has passed to another. */
export async function settleMail(db: Queryable, { id, fence }: Claim, state: 'sent' | 'failed', answer: string): Promise<boolean> {
  return (await db.query(settle, [id, fence, state, answer])).length > 0;
}

const postpone = statement('postpone-mail', `
  update mails set due_at = now() + make_interval(secs => $3), answer = left($4, 500), lease_until = null
  where id = $1 and fence = $2 and state = 'waiting' returning id`);

/** Tries again after `seconds`. False when the lease has passed to another. */
export async function postponeMail(db: Queryable, { id, fence }: Claim, seconds: number, answer: string): Promise<boolean> {
  return (await db.query(postpone, [id, fence, seconds, answer])).length > 0;
}

const release = statement('release-mail', `
  update mails set lease_until = null, attempts = attempts - 1, due_at = now() where id = $1 and fence = $2 and state = 'waiting' returning id`);

/** Puts a mail back that no server has heard of, behind the others: the attempt does not count. */
export async function releaseMail(db: Queryable, { id, fence }: Claim): Promise<boolean> {
  return (await db.query(release, [id, fence])).length > 0;
}

const drop = statement('drop-mail', `delete from mails where id = $1 and fence = $2 and state = 'waiting' returning id`);

/** For a mail that nobody needs any more. False when the lease has passed to another. */
export async function dropMail(db: Queryable, { id, fence }: Claim): Promise<boolean> {
  return (await db.query(drop, [id, fence])).length > 0;
}

const again = statement('retry-mail', `
  update mails set state = 'waiting', attempts = 0, due_at = now(), settled_at = null where id = $1 and state = 'failed' returning id`);

/** Back into the queue with all its attempts. False when it has not failed, or somebody else was faster. */
export async function retryMail(db: Queryable, id: string): Promise<boolean> {
  return (await db.query(again, [id])).length > 0;
}

const sweep = statement('sweep-mails', `delete from mails where state <> 'waiting' and settled_at < now() - interval '90 days'`);

export async function sweepMails(db: Queryable): Promise<void> {
  await db.query(sweep);
}
