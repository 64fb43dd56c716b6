import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0011 · not breaking · notifications also go out as e-mail. */
export class Mail1764000000011 implements MigrationInterface {
  readonly name = 'Mail1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const sql = `
-- Set by whoever writes a notification while mail is on; taken away by the sweep that has made the mails of it. What was written while
-- mail was off is never mailed later.
alter table notifications add column mail_due boolean not null default false;
create index notifications_mail_due on notifications (id) where mail_due;

-- One for each person whom a notification reaches. Holds no address: that is read from the person when the mail goes out, so an erased
-- person gets none.
create table mails (
  id uuid primary key default gen_random_uuid(),
  organisation uuid not null,
  path text collate "C" not null,
  notification bigint references notifications on delete cascade,
  person uuid references people,
  kind text not null,
  instance uuid,
  task text collate "C",
  locale text not null check (locale in ('ru', 'en')),
  -- The same in every attempt: a server or a mail program that gets it twice can tell.
  message_id text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  lease_until timestamptz,
  fence integer not null default 0,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  -- What the server said last, without addresses.
  answer text,
  unique (notification, person)
);
create index mails_due on mails (due_at, id) where state = 'waiting';
create index mails_created on mails (created_at desc, id);
create index mails_failed on mails (created_at desc, id) where state = 'failed';

grant select, insert, update, delete on mails to reglament_app;
`;
