import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0005 · not breaking · a case whose values were erased says so; what is published moves with its organisation. */
export class Erasure1764000000005 implements MigrationInterface {
  readonly name = 'Erasure1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const sql = `
alter table process_instances add column erased_at timestamptz;
create index process_instances_retention on process_instances (retain_until) where retain_until is not null and erased_at is null;

grant update (path) on process_definitions, forms, configuration_items, signatures to reglament_app;
`;
