import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0018 · not breaking · living cases taken to another version of their process, and back. */
export class CaseMigrations1764000000018 implements MigrationInterface {
  readonly name = 'CaseMigrations1764000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const sql = `
-- One order to move the living cases of a version. \`migration\` says how; it may hold values that were given to all of them.
create table migration_batches (
  id uuid primary key,
  organisation uuid not null,
  path text collate "C" not null,
  definition_key text not null,
  from_version integer not null,
  from_hash text not null,
  to_version integer not null,
  to_hash text not null,
  migration jsonb not null,
  reason text not null,
  by_party text not null,
  -- Who has ordered that it be taken back, and why.
  undo_by text,
  undo_reason text,
  status text not null default 'running' check (status in ('running', 'undoing', 'finished', 'undone')),
  total integer not null,
  at timestamptz not null default now(),
  finished_at timestamptz,
  -- Real time; \`fence\` is raised by every claim.
  lease_until timestamptz,
  fence integer not null default 0
);
create index migration_batches_at on migration_batches (definition_key, at desc, id);
create index migration_batches_running on migration_batches (at) where status in ('running', 'undoing');

create table migration_items (
  batch uuid not null references migration_batches on delete cascade,
  seq integer not null,
  instance uuid not null,
  status text not null default 'waiting' check (status in ('waiting', 'done', 'refused', 'undone', 'kept')),
  move uuid,
  why jsonb,
  at timestamptz,
  primary key (batch, seq)
);
create index migration_items_waiting on migration_items (batch, seq) where status = 'waiting';

-- A case, or a part of one that went with it under the same \`move\`. \`snapshot\`: as it stood before, while it can be taken back; it holds
-- what the case held, and goes when that is erased.
create table case_moves (
  move uuid not null,
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  root uuid not null,
  from_version integer not null,
  from_hash text not null,
  to_version integer not null,
  to_hash text not null,
  -- Of the instance, as the move left it: while it is still that, nothing has happened since.
  version integer not null,
  snapshot jsonb,
  by_party text not null,
  at timestamptz not null,
  undone_at timestamptz,
  primary key (move, instance)
);
create index case_moves_instance on case_moves (instance, at desc);

grant select, insert, update, delete on migration_batches, migration_items, case_moves to reglament_app;
`;
