import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0012 · not breaking · personal links for respondents without an account. */
export class Invitations1764000000012 implements MigrationInterface {
  readonly name = 'Invitations1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const sql = `
-- One for each address that a task was opened for. The address is personal and goes with the case's values; null: nobody was named.
create table invitations (
  id uuid primary key default gen_random_uuid(),
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  task text collate "C" not null,
  slot integer not null,
  address text,
  grace_days integer not null,
  mail_due boolean not null default false,
  opened_at timestamptz,
  created_at timestamptz not null default now(),
  unique (task, slot)
);
create index invitations_instance on invitations (instance);
create index invitations_mail_due on invitations (id) where mail_due;

-- Hashes of the links' secrets: every mail carries a new one, and all of them work until somebody of the office makes one anew.
create table invitation_tokens (
  hash text collate "C" primary key,
  invitation uuid not null references invitations on delete cascade,
  created_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index invitation_tokens_invitation on invitation_tokens (invitation);

-- What a link was exchanged for: it opens one task and nothing else.
create table invitation_sessions (
  token_hash text collate "C" primary key,
  invitation uuid not null references invitations on delete cascade,
  csrf_token text not null,
  idle_expires_at timestamptz not null,
  expires_at timestamptz not null
);
create index invitation_sessions_invitation on invitation_sessions (invitation);
create index invitation_sessions_expiry on invitation_sessions (least(idle_expires_at, expires_at));

-- Links that were tried, by address of the connection, hashed.
create table link_attempts (
  id bigint generated always as identity primary key,
  address_hash text not null,
  at timestamptz not null default now()
);
create index link_attempts_address on link_attempts (address_hash, at);

alter table mails add column invitation uuid references invitations on delete cascade;
alter table mails add constraint mails_notification_invitation unique (notification, invitation);
create unique index mails_of_invitations on mails (invitation) where notification is null;

grant select, insert, update, delete on invitations, invitation_tokens, invitation_sessions, link_attempts to reglament_app;
`;
