import type { PartyView } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';

export interface PartySearch {
  readonly text: string;
  readonly types: readonly ('person' | 'organisation' | 'position')[];
  /** Only people who hold this role. */
  readonly role: string | null;
  /** Roots of the trees in which to look; a path and everything below it. */
  readonly paths: readonly string[];
  /** Organisation whose people come first. */
  readonly near: string;
  readonly on: string;
}

const inScope = (path: string): string => `exists (select from unnest($3::text[]) s where ${path} = s or starts_with(${path}, s || '/'))`;

// Each word of the query must begin a word of the name or be alike (pg_trgm), so that «луг мар» finds «Лугова Мария».
const search = statement('party-search', `
  with words as (select w from regexp_split_to_table(lower(trim($1)), '\\s+') w where w <> '')
  select reference, title, subtitle from (
    select 'person:' || p.id as reference, p.full_name as title, nullif(concat_ws(', ', w.position, w.organisation), '') as subtitle, (w.organisation_id is distinct from $4::uuid)::int as far
    from people p
    left join lateral (
      select pos.title as position, o.short_name as organisation, o.id as organisation_id from employments e
      join positions pos on pos.organisation = e.organisation and pos.key = e.position join organisations o on o.id = e.organisation
      where e.person = p.id and coalesce(e.valid_to >= $5::date, true) order by e.main desc, e.valid_from desc nulls last limit 1) w on true
    where 'person' = any($2) and p.status = 'active' and p.full_name is not null and ${inScope('p.path')}
      and not exists (select from words where (' ' || lower(p.full_name) || ' ' || lower(coalesce(w.position, ''))) not like '% ' || words.w || '%')
      and ($6::text is null or exists (select from role_assignments a where a.person = p.id and a.role = $6 and coalesce(a.valid_from <= $5::date, true) and coalesce(a.valid_to >= $5::date, true)))
    union all
    select 'organisation:' || o.id, o.short_name, o.full_name, 1 from organisations o
    where 'organisation' = any($2) and o.status = 'active' and ${inScope('o.path')}
      and not exists (select from words where (' ' || lower(o.short_name) || ' ' || lower(o.full_name)) not like '%' || words.w || '%')
    union all
    select 'position:' || pos.key || '@' || pos.organisation, pos.title, o.short_name, (o.id <> $4::uuid)::int from positions pos join organisations o on o.id = pos.organisation
    where 'position' = any($2) and ${inScope('pos.path')} and exists (select from employments e where e.organisation = pos.organisation and e.position = pos.key)
      and not exists (select from words where (' ' || lower(pos.title) || ' ' || lower(o.short_name)) not like '% ' || words.w || '%')
  ) found order by far, title collate "ru-x-icu", reference limit 20`);

/** At most 20, those of the near organisation first. */
export async function searchParties(db: Queryable, { text, types, role, paths, near, on }: PartySearch): Promise<PartyView[]> {
  const literal = text.slice(0, 100).replace(/[\\%_]/g, '\\$&');
  const rows = await db.query<{ reference: string; title: string; subtitle: string | null }>(search, [literal, types, paths, near, on, role]);
  return rows.map(({ reference, title, subtitle }) => ({ reference, title, ...(subtitle && { subtitle }) }));
}
