import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0008 · not breaking · a notification may carry words of its package. */
export class WordsOfNotifications1764000000008 implements MigrationInterface {
  readonly name = 'WordsOfNotifications1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const sql = `
-- Title and body of the definition with the values that fill them; the values may be personal, so they go with the case when that is
-- erased.
alter table notifications add column words jsonb;
`;
