import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0007 · not breaking · children of a forEach that could not be started wait apart, so that the others go on. */
export class SetAsideChildren1764000000007 implements MigrationInterface {
  readonly name = 'SetAsideChildren1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const sql = `
-- Each has an incident; \`asked\` is set when an operator wants it tried again. The item may hold personal values.
create table set_aside_children (
  instance uuid not null,
  activity integer not null,
  index integer not null,
  organisation uuid not null,
  path text collate "C" not null,
  node text not null,
  item jsonb not null,
  attempts integer not null default 1,
  asked boolean not null default false,
  primary key (instance, activity, index)
);

grant select, insert, update, delete on set_aside_children to reglament_app;
`;
