import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0017 · not breaking · operations on live cases: suspension, children left out, batches over many cases. */
export class Operations1764000000017 implements MigrationInterface {
  readonly name = 'Operations1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(suspension);
    await runner.query(batches);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const suspension = `
-- Since when the case stands still; null while it runs. What the snapshot says, for lists.
alter table process_instances add column suspended_at timestamptz;
create index process_instances_suspended on process_instances (suspended_at desc, id) where suspended_at is not null;

-- An operator has decided that the forEach goes on without it: it counts as cancelled.
alter table set_aside_children add column left_out boolean not null default false;
`;

const batches = `
-- One operation over many cases. \`reason\` stands in each case's own record too; \`values\` may hold personal values.
create table operation_batches (
  id uuid primary key,
  organisation uuid not null,
  path text collate "C" not null,
  kind text not null check (kind in ('suspend', 'resume', 'cancel', 'retry', 'setVariables')),
  filter jsonb not null,
  reason text not null,
  values jsonb,
  by_party text not null,
  locale text not null,
  status text not null default 'running' check (status in ('running', 'stopped', 'finished')),
  total integer not null,
  at timestamptz not null default now(),
  finished_at timestamptz,
  -- Real time; \`fence\` is raised by every claim.
  lease_until timestamptz,
  fence integer not null default 0
);
create index operation_batches_at on operation_batches (at desc, id);
create index operation_batches_running on operation_batches (at) where status = 'running';

create table operation_items (
  batch uuid not null references operation_batches on delete cascade,
  seq integer not null,
  instance uuid not null,
  status text not null default 'waiting' check (status in ('waiting', 'done', 'refused', 'left')),
  code text,
  why jsonb,
  at timestamptz,
  primary key (batch, seq)
);
create index operation_items_instance on operation_items (instance);

grant select, insert, update, delete on operation_batches, operation_items to reglament_app;
`;
