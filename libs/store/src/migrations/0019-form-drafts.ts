import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0019 · not breaking · forms made in the panel: their drafts, and whom they were given to. */
export class FormDrafts1764000000019 implements MigrationInterface {
  readonly name = 'FormDrafts1764000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const sql = `
-- What is being changed, one for a form of an organisation; publishing makes a version of it and takes it away.
create table form_drafts (
  organisation uuid not null references organisations,
  path text collate "C" not null,
  key text not null,
  content jsonb not null,
  -- Changes with every saving: who read an older one is told instead of writing over it.
  etag text not null,
  -- The version that it was begun from; null: there is none yet.
  base_hash text,
  saved_at timestamptz not null default now(),
  saved_by text not null,
  primary key (organisation, key)
);

-- Cases that ask people to fill a form in, by the form. What they answered stands in the cases.
create table form_hand_outs (
  instance uuid primary key,
  organisation uuid not null references organisations,
  path text collate "C" not null,
  form_key text not null,
  form_hash text not null,
  people integer not null,
  working_days integer,
  at timestamptz not null
);
create index form_hand_outs_form on form_hand_outs (form_key, at desc);

grant select, insert, update, delete on form_drafts to reglament_app;
grant select, insert, update, delete on form_hand_outs to reglament_app;
`;
