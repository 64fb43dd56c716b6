import type { PartyView } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';
import { businessDateIn } from '../settings/business-date.js';

// A position or a role is named with its organisation: the same words elsewhere mean another party.
const titles = statement('party-titles', `
  with asked as (
    select r as reference, split_part(r, ':', 1) as kind, split_part(split_part(r, ':', 2), '@', 1) as key, nullif(split_part(r, '@', 2), '') as organisation
    from unnest($1::text[]) r)
  select a.reference, coalesce(p.full_name, '') as title, nullif(concat_ws(', ', w.position, w.organisation), '') as subtitle
  from asked a join people p on a.kind = 'person' and p.id::text = a.key
  left join lateral (
    select pos.title as position, o.short_name as organisation from employments e
    join positions pos on pos.organisation = e.organisation and pos.key = e.position join organisations o on o.id = e.organisation
    where e.person = p.id and coalesce(e.valid_to >= ${businessDateIn('o.time_zone')}, true) order by e.main desc, e.valid_from desc nulls last limit 1) w on true
  union all
  select a.reference, o.short_name, o.full_name from asked a join organisations o on a.kind = 'organisation' and o.id::text = a.key
  union all
  select a.reference, pos.title, o.short_name from asked a join positions pos on a.kind = 'position' and pos.key = a.key and pos.organisation::text = a.organisation join organisations o on o.id = pos.organisation
  union all
  select a.reference, case when r.title_party is null then r.title else coalesce(p.full_name, o.short_name, '') end, home.short_name
  from asked a join records r on a.kind = 'record' and r.id::text = a.key and r.erased_at is null join organisations home on home.id = r.organisation
  left join people p on r.title_party = 'person:' || p.id left join organisations o on r.title_party = 'organisation:' || o.id
  union all
  select a.reference, case $2 when 'en' then 'by personal link' else 'по личной ссылке' end, o.short_name from asked a join organisations o on a.kind = 'invitation' and o.id::text = a.organisation
  union all
  select a.reference, coalesce(r.title ->> $2, r.title ->> 'ru', r.title #>> '{}'), o.short_name from asked a join organisations o on a.kind = 'role' and o.id::text = a.organisation
  join lateral (select title from roles r where r.key = a.key and (r.path = o.path or starts_with(o.path, r.path || '/')) order by length(r.path) desc limit 1) r on true`);

/** What people call the given parties, or records of registries. A reference that names nobody is absent; an erased person has an empty title. */
export async function partyTitles(db: Queryable, references: readonly string[], locale: 'ru' | 'en'): Promise<ReadonlyMap<string, PartyView>> {
  if (references.length === 0) return new Map();
  const rows = await db.query<{ reference: string; title: string; subtitle: string | null }>(titles, [[...new Set(references)], locale]);
  return new Map(rows.map(({ reference, title, subtitle }) => [reference, { reference, title, ...(subtitle && { subtitle }) }]));
}
