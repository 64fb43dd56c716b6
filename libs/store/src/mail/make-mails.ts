import { statement, type Queryable } from '../connection/queryable.js';

/**
 * A mail for everybody whom the notification reaches on the business date of its organisation, as the bell does: the person, the holders of
 * a role or a position, the head of an organisation, and whoever stands in for one of them. `via` is the role or position by which a person
 * is reached: a substitution may be for that alone. Whoever holds a personal link is told of everything but the task itself: of that the
 * invitation tells.
 */
const make = statement('make-mails', `
  with due as materialized (
    select n.id, n.organisation, n.path, n.recipients, n.kind, n.instance, n.task from notifications n
    where n.mail_due order by n.id limit $1 for update skip locked
  ), taken as (
    update notifications n set mail_due = false from due where n.id = due.id
  ), asked as (
    select d.id, k.key, split_part(k.key, ':', 1) as type, split_part(split_part(k.key, ':', 2), '@', 1) as name,
      case when k.key ~ '^(role|position):.*@[0-9a-f-]{36}$' then split_part(k.key, '@', 2)::uuid
        when k.key ~ '^(person|organisation):[0-9a-f-]{36}$' then split_part(k.key, ':', 2)::uuid end as of,
      ($2::timestamptz at time zone o.time_zone)::date as on_date
    from due d join organisations o on o.id = d.organisation cross join lateral unnest(d.recipients) as k (key)
  ), held as (
    select a.id, a.of as person, null::text as via, a.on_date from asked a where a.type = 'person'
    union all
    select a.id, r.person, r.role, a.on_date from asked a
    join role_assignments r on a.type = 'role' and r.organisation = a.of and r.role = a.name
      and coalesce(r.valid_from <= a.on_date, true) and coalesce(a.on_date <= r.valid_to, true)
    union all
    select a.id, e.person, e.position, a.on_date from asked a
    join employments e on a.type in ('position', 'organisation') and e.organisation = a.of
      and coalesce(e.valid_from <= a.on_date, true) and coalesce(a.on_date <= e.valid_to, true)
    join positions s on s.organisation = e.organisation and s.key = e.position
    where case a.type when 'position' then e.position = a.name else s.head end
  ), reached as (
    select h.id, h.person from held h
    union
    select h.id, s.substitute from held h
    join substitutions s on s.absent = h.person and s.cancelled_at is null and h.on_date between s.valid_from and s.valid_to
      and (s.only_keys is null or h.via = any(s.only_keys))
  ), told as (
    insert into mails (organisation, path, notification, invitation, kind, instance, task, locale, message_id)
    select d.organisation, d.path, d.id, i.id, d.kind, d.instance, d.task, 'ru', '<' || gen_random_uuid() || '@' || $3 || '>'
    from asked a join due d on d.id = a.id and d.kind <> 'taskAssigned'
    join invitations i on a.type = 'invitation' and i.task = a.name and i.address is not null
    on conflict do nothing
    returning id
  ), made as (
    insert into mails (organisation, path, notification, person, kind, instance, task, locale, message_id)
    select d.organisation, d.path, d.id, p.id, d.kind, d.instance, d.task, coalesce(a.locale, 'ru'), '<' || gen_random_uuid() || '@' || $3 || '>'
    from reached r join due d on d.id = r.id
    join people p on p.id = r.person and p.status = 'active' and p.email is not null
    left join accounts a on a.person = p.id
    on conflict (notification, person) do nothing
    returning id
  )
  select (select count(*)::int from due) as looked, (select count(*)::int from made) + (select count(*)::int from told) as made`);

export interface MadeMails { /** Notifications that were looked at. */ readonly looked: number; /** Mails that were made of them. */ readonly made: number }

/**
 * Makes the mails of notifications that have none yet, oldest first, in one statement: of two sweeps at once each takes its own.
 *
 * @param now business time. @param domain that Message-IDs end with. @param limit of notifications.
 */
export async function makeMails(db: Queryable, { now, domain, limit = 500 }: { readonly now: string; readonly domain: string; readonly limit?: number }): Promise<MadeMails> {
  return (await db.query<MadeMails>(make, [limit, now, domain]))[0] ?? { looked: 0, made: 0 };
}
