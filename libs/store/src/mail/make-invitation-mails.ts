import { statement, type Queryable } from '../connection/queryable.js';
import type { MadeMails } from './make-mails.js';

const make = statement('make-invitation-mails', `
  with due as materialized (
    select i.id, i.organisation, i.path, i.instance, i.task, i.address from invitations i where i.mail_due order by i.id limit $1 for update skip locked
  ), taken as (
    update invitations i set mail_due = false from due where i.id = due.id
  ), made as (
    insert into mails (organisation, path, invitation, kind, instance, task, locale, message_id)
    select d.organisation, d.path, d.id, 'invitation', d.instance, d.task, 'ru', '<' || gen_random_uuid() || '@' || $2 || '>'
    from due d where d.address is not null
    on conflict do nothing
    returning id
  )
  select (select count(*)::int from due) as looked, (select count(*)::int from made) as made`);

/** A mail for each invitation that has none yet. @param domain that Message-IDs end with. */
export async function makeInvitationMails(db: Queryable, { domain, limit = 500 }: { readonly domain: string; readonly limit?: number }): Promise<MadeMails> {
  return (await db.query<MadeMails>(make, [limit, domain]))[0] ?? { looked: 0, made: 0 };
}
