import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 0002 · not breaking · packages, process definitions, forms, and what else is configured.
 *
 * Versions are immutable: content is found by its hash and never changed. `origin` tells what came in a package from what was made in
 * the panel, which a package must not overwrite (decision 9). `visible_below`, `copyable` and `overridable` say what organisations
 * below the owner may do with it (decision 19).
 */
export class Configuration1764000000002 implements MigrationInterface {
  readonly name = 'Configuration1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const shared = `
  organisation uuid not null references organisations,
  path text collate "C" not null,
  key text not null,
  version integer not null check (version > 0),
  hash text not null,
  title jsonb not null,
  content jsonb not null,
  status text not null default 'published' check (status in ('published', 'retired')),
  origin text not null check (origin in ('package', 'panel')),
  package text,
  published_at timestamptz not null default now(),
  published_by text,
  visible_below boolean not null default true,
  copyable boolean not null default true,
  overridable boolean not null default true,`;

const tables = `
create table packages (
  organisation uuid not null references organisations,
  path text collate "C" not null,
  key text not null,
  version text not null,
  hash text not null,
  content jsonb not null,
  loaded_at timestamptz not null default now(),
  primary key (organisation, key, hash)
);

create table process_definitions (${shared}
  -- Hashes of the forms, tables, templates and called definitions that this version was published with.
  pins jsonb not null default '{}',
  diagram jsonb,
  primary key (organisation, key, version),
  unique (organisation, key, hash)
);
create index process_definitions_hash on process_definitions (hash);

create table forms (${shared}
  -- The standalone validator served to the browser as a module (decision 10).
  validator_module text,
  primary key (organisation, key, version),
  unique (organisation, key, hash)
);
create index forms_hash on forms (hash);

-- Document kinds, journals, calendars, layout profiles, decision tables, document templates: content found by hash, or by key.
create table configuration_items (
  type text not null,${shared}
  primary key (organisation, type, key, version),
  unique (organisation, type, key, hash)
);
create index configuration_items_hash on configuration_items (type, hash);

grant select, insert, update, delete on packages to reglament_app;
-- A published version may be retired or get a new diagram; its content stays.
grant select, insert on process_definitions, forms, configuration_items to reglament_app;
grant update (status, diagram, visible_below, copyable, overridable) on process_definitions to reglament_app;
grant update (status, validator_module, visible_below, copyable, overridable) on forms to reglament_app;
grant update (status, visible_below, copyable, overridable) on configuration_items to reglament_app;
`;
