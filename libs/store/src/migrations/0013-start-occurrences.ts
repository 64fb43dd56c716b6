import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0013 · not breaking · start events by a timer: which occurrence has begun a case already. */
export class StartOccurrences1764000000013 implements MigrationInterface {
  readonly name = 'StartOccurrences1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const sql = `
-- One row for each organisation in which a start event comes round. \`last_at\`: business time up to which every occurrence has been seen to.
create table start_occurrences (
  organisation uuid not null,
  path text collate "C" not null,
  definition_key text collate "C" not null,
  start_event text collate "C" not null,
  last_at timestamptz not null,
  primary key (organisation, definition_key, start_event)
);

grant select, insert, update, delete on start_occurrences to reglament_app;
`;
