import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0014 · not breaking · summaries of what the parts of a case answered; parts that are for those alone who have a part in them. */
export class Summaries1764000000014 implements MigrationInterface {
  readonly name = 'Summaries1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const sql = `
-- What a step has summed, each time it did: version 2 stands beside version 1. Holds figures and references, and why it was done again.
create table summaries (
  instance uuid not null,
  node text collate "C" not null,
  version integer not null,
  organisation uuid not null,
  path text collate "C" not null,
  period date not null,
  at timestamptz not null,
  reason text,
  data jsonb not null,
  -- Which answer of whom went in: what a figure opens.
  sources jsonb not null,
  primary key (instance, node, version)
);

-- A part of a case that gives its people no look at the case or at the other parts.
alter table process_instances add column apart boolean not null default false;

grant select, insert, update, delete on summaries to reglament_app;
`;
