import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0016 · not breaking · a message may be kept for who begins to wait for it later. */
export class KeptMessages1764000000016 implements MigrationInterface {
  readonly name = 'KeptMessages1764000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const sql = `
-- Until when (business time) a message that nobody has taken waits for somebody who begins to wait for it.
alter table sent_messages add column keep_until timestamptz;
create index sent_messages_kept on sent_messages (message, correlation) where keep_until is not null;
`;
