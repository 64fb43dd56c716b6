import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 0006 · not breaking · what a command was given that neither history nor a submission keeps, so that a case can be replayed.
 *
 * A case of before has no such rows and cannot be replayed: `inputs_kept` tells the two apart. The default is changed after the column
 * was added, so that no row is rewritten.
 */
export class CommandInputs1764000000006 implements MigrationInterface {
  readonly name = 'CommandInputs1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const sql = `
-- Results of services, facts that the system established, what a child was given: one row a transition that had any. May hold personal
-- values, so it goes with the case when that is erased.
create table command_inputs (
  instance uuid not null,
  version integer not null,
  organisation uuid not null,
  path text collate "C" not null,
  period date not null,
  inputs jsonb not null,
  primary key (instance, version)
);

alter table process_instances add column inputs_kept boolean not null default false;
alter table process_instances alter column inputs_kept set default true;

grant select, insert, update, delete on command_inputs to reglament_app;
`;
