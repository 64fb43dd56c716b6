import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0004 · not breaking · comments, notifications, files, documents, journals of registration, audit. */
export class DocumentsAndAudit1764000000004 implements MigrationInterface {
  readonly name = 'DocumentsAndAudit1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(messages);
    await runner.query(files);
    await runner.query(documents);
    await runner.query(journals);
    await runner.query(audit);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const messages = `
create table comments (
  id uuid primary key,
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  task text,
  author text not null,
  at timestamptz not null default now(),
  text text not null,
  retain_until date,
  legal_hold boolean not null default false
);
create index comments_instance on comments (instance, at);

create table notifications (
  id bigint generated always as identity primary key,
  organisation uuid not null,
  path text collate "C" not null,
  recipients text[] not null,
  kind text not null,
  instance uuid,
  task text,
  node text,
  at timestamptz not null
);
create index notifications_recipients on notifications using gin (recipients);
create index notifications_at on notifications using brin (at);

create table notification_reads (
  person text collate "C" not null,
  notification bigint not null references notifications on delete cascade,
  primary key (person, notification)
);
create index notification_reads_notification on notification_reads (notification);

grant select, insert, update, delete on comments, notifications, notification_reads to reglament_app;
`;

const files = `
-- Bytes by content: the same scan attached twice is kept once. Already compressed formats are the rule, so no compression here.
create table files (
  hash text primary key,
  size integer not null check (size between 0 and 104857600),
  type text not null,
  bytes bytea not null,
  created_at timestamptz not null default now()
);
alter table files alter column bytes set storage external;

-- A name under which a file was added somewhere; what people are given to open. A link to nothing yet is an upload.
create table file_links (
  id uuid primary key,
  organisation uuid not null,
  path text collate "C" not null,
  hash text not null references files,
  name text not null,
  instance uuid,
  added_by text not null,
  added_at timestamptz not null default now(),
  retain_until date,
  legal_hold boolean not null default false
);
create index file_links_instance on file_links (instance) where instance is not null;
create index file_links_hash on file_links (hash);
create index file_links_upload on file_links (added_at) where instance is null;

grant select, insert, update, delete on files, file_links to reglament_app;
`;

const documents = `
create table documents (
  id uuid primary key,
  organisation uuid not null,
  path text collate "C" not null,
  period date not null,
  instance uuid,
  kind text not null,
  kind_hash text,
  title text collate "ru-x-icu" not null,
  state text not null,
  version integer not null,
  content_hash text not null,
  template_hash text,
  author text,
  signer text,
  parties text[] not null default '{}',
  journal text,
  number text,
  date date,
  rendering text not null default 'none' check (rendering in ('none', 'pending', 'ready', 'failed')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  retain_until date,
  legal_hold boolean not null default false
);
create index documents_instance on documents (instance);
create index documents_updated on documents (updated_at desc, id);
create index documents_parties on documents using gin (parties);
create index documents_title on documents using gin (title gin_trgm_ops);
create index documents_number on documents using gin (number gin_trgm_ops);

create table document_versions (
  document uuid not null references documents,
  version integer not null,
  content jsonb,
  content_hash text not null,
  at timestamptz not null,
  by_party text,
  erased_at timestamptz,
  primary key (document, version)
);

create table document_files (
  document uuid not null,
  version integer not null,
  format text not null check (format in ('docx', 'pdf')),
  hash text not null references files,
  size integer not null,
  at timestamptz not null default now(),
  primary key (document, version, format),
  foreign key (document, version) references document_versions
);
create index document_files_hash on document_files (hash);

create table signatures (
  id uuid primary key,
  document uuid not null,
  version integer not null,
  organisation uuid not null,
  path text collate "C" not null,
  by_party text not null,
  right_used jsonb not null,
  at timestamptz not null,
  code text not null,
  content_hash text not null,
  template_hash text,
  foreign key (document, version) references document_versions
);
create index signatures_document on signatures (document);

create table document_relations (
  document uuid not null references documents,
  type text not null check (type in ('amends', 'repeals')),
  target uuid not null references documents,
  at timestamptz not null default now(),
  primary key (document, type, target)
);
create index document_relations_target on document_relations (target);

grant select, insert, update, delete on documents, document_files, document_relations to reglament_app;
grant select, insert on document_versions, signatures to reglament_app;
-- Erasing takes the content and leaves the hash.
grant update (content, erased_at) on document_versions to reglament_app;
`;

const journals = `
-- The last number taken. The row is locked by whoever takes the next, until the commit: that is what makes a journal gapless.
create table journal_sequences (
  organisation uuid not null,
  journal text not null,
  year integer not null,
  last_seq integer not null,
  last_date date not null,
  primary key (organisation, journal, year)
);

-- One row per number, whether registered, reserved or void: gapless means that every number can be seen.
create table journal_entries (
  id uuid primary key,
  organisation uuid not null,
  path text collate "C" not null,
  journal text not null,
  year integer not null,
  seq integer not null,
  suffix text not null default '',
  number text not null,
  date date not null,
  status text not null check (status in ('registered', 'reserved', 'void')),
  document uuid references documents,
  instance uuid,
  title text,
  signer text,
  executor text,
  recipients text,
  control boolean not null default false,
  case_index text,
  reason text,
  registered_by text not null,
  at timestamptz not null default now(),
  unique (organisation, journal, year, seq, suffix),
  check (suffix = '' or reason is not null),
  check (status <> 'void' or reason is not null)
);
create index journal_entries_document on journal_entries (document);
create index journal_entries_number on journal_entries using gin (number gin_trgm_ops);

grant select, insert, update on journal_sequences, journal_entries to reglament_app;
`;

const audit = `
create table audit (
  seq bigint primary key,
  at timestamptz not null,
  actor text,
  action text not null,
  object_type text not null,
  object_id text,
  organisation uuid,
  path text collate "C" not null,
  data jsonb not null,
  hash text not null
);
create index audit_at on audit (at desc, seq desc);
create index audit_object on audit (object_type, object_id);

-- Where the audit's chain stands; locked by whoever appends.
create table audit_head (
  "only" boolean primary key default true check ("only"),
  seq bigint not null,
  hash text not null
);
insert into audit_head (seq, hash) values (0, '');

grant select, insert on audit to reglament_app;
grant select, update on audit_head to reglament_app;
`;
