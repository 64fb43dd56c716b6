import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0010 · not breaking · records of registries, and which case wrote each of their versions. */
export class Records1764000000010 implements MigrationInterface {
  readonly name = 'Records1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const sql = `
create table records (
  id uuid primary key,
  organisation uuid not null references organisations,
  path text collate "C" not null,
  period date not null,
  registry text not null,
  -- Of the registry, with its form, by which the version at hand was judged.
  definition_hash text not null,
  -- sha256 of the values that make two records the same one; null once the values are erased.
  natural_key text,
  version integer not null check (version > 0),
  data jsonb,
  title text collate "ru-x-icu",
  -- Set where the record is called what a party is called.
  title_party text,
  -- What the list shows of it, for finding it by a part of any of that.
  search text,
  -- Everybody whom the data names.
  parties text[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retain_until date,
  legal_hold boolean not null default false,
  erased_at timestamptz
);
create unique index records_natural_key on records (organisation, registry, natural_key);
create index records_updated on records (registry, updated_at, id) where erased_at is null;
create index records_title on records (registry, (coalesce(title, '') collate "ru-x-icu"), id) where erased_at is null;
create index records_path on records (path text_pattern_ops);
create index records_search on records using gin (search gin_trgm_ops);
create index records_data on records using gin (data jsonb_path_ops);
create index records_parties on records using gin (parties);
create index records_retention on records (retain_until) where retain_until is not null and erased_at is null;

-- One row per version. A service of a case writes once: its second delivery finds its row. Without a case: brought with sample data.
create table record_writes (
  record uuid not null references records,
  version integer not null,
  instance uuid,
  activity integer,
  node text,
  at timestamptz not null,
  primary key (record, version)
);
create unique index record_writes_activity on record_writes (instance, activity) where instance is not null;

grant select, insert, update, delete on records to reglament_app;
grant select, insert on record_writes to reglament_app;
`;
