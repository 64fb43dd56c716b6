import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0015 · not breaking · what became known after a document was signed stands beside it. */
export class DocumentRemarks1764000000015 implements MigrationInterface {
  readonly name = 'DocumentRemarks1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const sql = `
-- Words of a package with the values that fill them. The signed content stays what it was: this stands beside it.
create table document_remarks (
  id bigint generated always as identity primary key,
  document uuid not null references documents (id),
  at timestamptz not null,
  words jsonb not null
);
create index document_remarks_document on document_remarks (document, id);

grant select, insert on document_remarks to reglament_app;
`;
