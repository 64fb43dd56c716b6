-- The schema that the migrations make (libs/store/src/migrations). Written by the spec beside dump-schema.ts with UPDATE_SCHEMA=1; not run by anything.
create table accounts (
  person uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  login text not null,
  password_hash text not null,
  locale text default 'ru'::text not null,
  disabled_at timestamp with time zone,
  password_changed_at timestamp with time zone default now() not null,
  created_at timestamp with time zone default now() not null,
  constraint accounts_pkey PRIMARY KEY (person),
  constraint accounts_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisations(id),
  constraint accounts_person_fkey FOREIGN KEY (person) REFERENCES people(id),
  constraint accounts_locale_check CHECK ((locale = ANY (ARRAY['ru'::text, 'en'::text])))
);
CREATE UNIQUE INDEX accounts_login ON public.accounts USING btree (lower(login));
grant delete, insert, select, update on accounts to reglament_app;

create table anchors (
  day date not null,
  instances integer not null,
  audit_seq bigint not null,
  hash text not null,
  at timestamp with time zone default now() not null,
  constraint anchors_pkey PRIMARY KEY (day)
);
grant insert, select on anchors to reglament_app;

create table audit (
  seq bigint not null,
  at timestamp with time zone not null,
  actor text,
  action text not null,
  object_type text not null,
  object_id text,
  organisation uuid,
  path text collate "C" not null,
  data jsonb not null,
  hash text not null,
  constraint audit_pkey PRIMARY KEY (seq)
);
CREATE INDEX audit_at ON public.audit USING btree (at DESC, seq DESC);
CREATE INDEX audit_object ON public.audit USING btree (object_type, object_id);
grant insert, select on audit to reglament_app;

create table audit_head (
  "only" boolean default true not null,
  seq bigint not null,
  hash text not null,
  constraint audit_head_pkey PRIMARY KEY ("only"),
  constraint audit_head_only_check CHECK ("only")
);
grant select, update on audit_head to reglament_app;

create table case_moves (
  move uuid not null,
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  root uuid not null,
  from_version integer not null,
  from_hash text not null,
  to_version integer not null,
  to_hash text not null,
  version integer not null,
  snapshot jsonb,
  by_party text not null,
  at timestamp with time zone not null,
  undone_at timestamp with time zone,
  constraint case_moves_pkey PRIMARY KEY (move, instance)
);
CREATE INDEX case_moves_instance ON public.case_moves USING btree (instance, at DESC);
grant delete, insert, select, update on case_moves to reglament_app;

create table child_starts (
  instance uuid not null,
  activity integer not null,
  organisation uuid not null,
  path text collate "C" not null,
  node text not null,
  items jsonb not null,
  total integer not null,
  started integer default 0 not null,
  constraint child_starts_pkey PRIMARY KEY (instance, activity)
);
grant delete, insert, select, update on child_starts to reglament_app;

create table command_inputs (
  instance uuid not null,
  version integer not null,
  organisation uuid not null,
  path text collate "C" not null,
  period date not null,
  inputs jsonb not null,
  constraint command_inputs_pkey PRIMARY KEY (instance, version)
);
grant delete, insert, select, update on command_inputs to reglament_app;

create table comments (
  id uuid not null,
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  task text,
  author text not null,
  at timestamp with time zone default now() not null,
  text text not null,
  retain_until date,
  legal_hold boolean default false not null,
  constraint comments_pkey PRIMARY KEY (id)
);
CREATE INDEX comments_instance ON public.comments USING btree (instance, at);
grant delete, insert, select, update on comments to reglament_app;

create table configuration_items (
  type text not null,
  organisation uuid not null,
  path text collate "C" not null,
  key text not null,
  version integer not null,
  hash text not null,
  title jsonb not null,
  content jsonb not null,
  status text default 'published'::text not null,
  origin text not null,
  package text,
  published_at timestamp with time zone default now() not null,
  published_by text,
  visible_below boolean default true not null,
  copyable boolean default true not null,
  overridable boolean default true not null,
  constraint configuration_items_organisation_type_key_hash_key UNIQUE (organisation, type, key, hash),
  constraint configuration_items_pkey PRIMARY KEY (organisation, type, key, version),
  constraint configuration_items_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisations(id),
  constraint configuration_items_origin_check CHECK ((origin = ANY (ARRAY['package'::text, 'panel'::text]))),
  constraint configuration_items_status_check CHECK ((status = ANY (ARRAY['published'::text, 'retired'::text]))),
  constraint configuration_items_version_check CHECK ((version > 0))
);
CREATE INDEX configuration_items_hash ON public.configuration_items USING btree (type, hash);
grant insert, select on configuration_items to reglament_app;
grant update (copyable, overridable, path, status, visible_below) on configuration_items to reglament_app;

create table document_files (
  document uuid not null,
  version integer not null,
  format text not null,
  hash text not null,
  size integer not null,
  at timestamp with time zone default now() not null,
  constraint document_files_pkey PRIMARY KEY (document, version, format),
  constraint document_files_document_version_fkey FOREIGN KEY (document, version) REFERENCES document_versions(document, version),
  constraint document_files_hash_fkey FOREIGN KEY (hash) REFERENCES files(hash),
  constraint document_files_format_check CHECK ((format = ANY (ARRAY['docx'::text, 'pdf'::text])))
);
CREATE INDEX document_files_hash ON public.document_files USING btree (hash);
grant delete, insert, select, update on document_files to reglament_app;

create table document_relations (
  document uuid not null,
  type text not null,
  target uuid not null,
  at timestamp with time zone default now() not null,
  constraint document_relations_pkey PRIMARY KEY (document, type, target),
  constraint document_relations_document_fkey FOREIGN KEY (document) REFERENCES documents(id),
  constraint document_relations_target_fkey FOREIGN KEY (target) REFERENCES documents(id),
  constraint document_relations_type_check CHECK ((type = ANY (ARRAY['amends'::text, 'repeals'::text])))
);
CREATE INDEX document_relations_target ON public.document_relations USING btree (target);
grant delete, insert, select, update on document_relations to reglament_app;

create table document_remarks (
  id bigint generated always as identity not null,
  document uuid not null,
  at timestamp with time zone not null,
  words jsonb not null,
  constraint document_remarks_pkey PRIMARY KEY (id),
  constraint document_remarks_document_fkey FOREIGN KEY (document) REFERENCES documents(id)
);
CREATE INDEX document_remarks_document ON public.document_remarks USING btree (document, id);
grant insert, select on document_remarks to reglament_app;

create table document_versions (
  document uuid not null,
  version integer not null,
  content jsonb,
  content_hash text not null,
  at timestamp with time zone not null,
  by_party text,
  erased_at timestamp with time zone,
  constraint document_versions_pkey PRIMARY KEY (document, version),
  constraint document_versions_document_fkey FOREIGN KEY (document) REFERENCES documents(id)
);
grant insert, select on document_versions to reglament_app;
grant update (content, erased_at) on document_versions to reglament_app;

create table documents (
  id uuid not null,
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
  parties text[] default '{}'::text[] not null,
  journal text,
  number text,
  date date,
  rendering text default 'none'::text not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  retain_until date,
  legal_hold boolean default false not null,
  constraint documents_pkey PRIMARY KEY (id),
  constraint documents_rendering_check CHECK ((rendering = ANY (ARRAY['none'::text, 'pending'::text, 'ready'::text, 'failed'::text])))
);
CREATE INDEX documents_instance ON public.documents USING btree (instance);
CREATE INDEX documents_number ON public.documents USING gin (number gin_trgm_ops);
CREATE INDEX documents_parties ON public.documents USING gin (parties);
CREATE INDEX documents_title ON public.documents USING gin (title gin_trgm_ops);
CREATE INDEX documents_updated ON public.documents USING btree (updated_at DESC, id);
grant delete, insert, select, update on documents to reglament_app;

create table drafts (
  task text collate "C" not null,
  person text collate "C" not null,
  instance uuid,
  organisation uuid not null,
  path text collate "C" not null,
  etag text not null,
  data jsonb not null,
  saved_at timestamp with time zone default now() not null,
  constraint drafts_pkey PRIMARY KEY (task, person)
);
grant delete, insert, select, update on drafts to reglament_app;

create table employments (
  id uuid not null,
  person uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  "position" text not null,
  main boolean default true not null,
  valid_from date,
  valid_to date,
  constraint employments_pkey PRIMARY KEY (id),
  constraint employments_organisation_position_fkey FOREIGN KEY (organisation, "position") REFERENCES positions(organisation, key),
  constraint employments_person_fkey FOREIGN KEY (person) REFERENCES people(id),
  constraint employments_check CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_from <= valid_to)))
);
CREATE INDEX employments_person ON public.employments USING btree (person);
CREATE INDEX employments_position ON public.employments USING btree (organisation, "position");
grant delete, insert, select, update on employments to reglament_app;

create table file_links (
  id uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  hash text not null,
  name text not null,
  instance uuid,
  added_by text not null,
  added_at timestamp with time zone default now() not null,
  retain_until date,
  legal_hold boolean default false not null,
  constraint file_links_pkey PRIMARY KEY (id),
  constraint file_links_hash_fkey FOREIGN KEY (hash) REFERENCES files(hash)
);
CREATE INDEX file_links_hash ON public.file_links USING btree (hash);
CREATE INDEX file_links_instance ON public.file_links USING btree (instance) WHERE (instance IS NOT NULL);
CREATE INDEX file_links_upload ON public.file_links USING btree (added_at) WHERE (instance IS NULL);
grant delete, insert, select, update on file_links to reglament_app;

create table files (
  hash text not null,
  size integer not null,
  type text not null,
  bytes bytea not null,
  created_at timestamp with time zone default now() not null,
  constraint files_pkey PRIMARY KEY (hash),
  constraint files_size_check CHECK (((size >= 0) AND (size <= 104857600)))
);
grant delete, insert, select, update on files to reglament_app;

create table form_drafts (
  organisation uuid not null,
  path text collate "C" not null,
  key text not null,
  content jsonb not null,
  etag text not null,
  base_hash text,
  saved_at timestamp with time zone default now() not null,
  saved_by text not null,
  constraint form_drafts_pkey PRIMARY KEY (organisation, key),
  constraint form_drafts_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisations(id)
);
grant delete, insert, select, update on form_drafts to reglament_app;

create table form_hand_outs (
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  form_key text not null,
  form_hash text not null,
  people integer not null,
  working_days integer,
  at timestamp with time zone not null,
  constraint form_hand_outs_pkey PRIMARY KEY (instance),
  constraint form_hand_outs_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisations(id)
);
CREATE INDEX form_hand_outs_form ON public.form_hand_outs USING btree (form_key, at DESC);
grant delete, insert, select, update on form_hand_outs to reglament_app;

create table forms (
  organisation uuid not null,
  path text collate "C" not null,
  key text not null,
  version integer not null,
  hash text not null,
  title jsonb not null,
  content jsonb not null,
  status text default 'published'::text not null,
  origin text not null,
  package text,
  published_at timestamp with time zone default now() not null,
  published_by text,
  visible_below boolean default true not null,
  copyable boolean default true not null,
  overridable boolean default true not null,
  validator_module text,
  constraint forms_organisation_key_hash_key UNIQUE (organisation, key, hash),
  constraint forms_pkey PRIMARY KEY (organisation, key, version),
  constraint forms_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisations(id),
  constraint forms_origin_check CHECK ((origin = ANY (ARRAY['package'::text, 'panel'::text]))),
  constraint forms_status_check CHECK ((status = ANY (ARRAY['published'::text, 'retired'::text]))),
  constraint forms_version_check CHECK ((version > 0))
);
CREATE INDEX forms_hash ON public.forms USING btree (hash);
grant insert, select on forms to reglament_app;
grant update (copyable, overridable, path, status, validator_module, visible_below) on forms to reglament_app;

create table history (
  instance uuid not null,
  seq integer not null,
  organisation uuid not null,
  path text collate "C" not null,
  period date not null,
  version integer not null,
  command uuid not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone default now() not null,
  kind text not null,
  node text,
  activity integer,
  task text,
  by_party text,
  data jsonb not null,
  hash text not null,
  constraint history_pkey PRIMARY KEY (instance, seq)
);
grant insert, select on history to reglament_app;

create table idempotency (
  actor text collate "C" not null,
  key text collate "C" not null,
  request_hash text not null,
  response jsonb not null,
  at timestamp with time zone default now() not null,
  constraint idempotency_pkey PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_at ON public.idempotency USING brin (at);
grant delete, insert, select, update on idempotency to reglament_app;

create table incidents (
  id uuid not null,
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  node text not null,
  activity integer,
  source text not null,
  source_id text not null,
  code text not null,
  message text not null,
  attempts integer not null,
  status text default 'open'::text not null,
  at timestamp with time zone default now() not null,
  resolved_at timestamp with time zone,
  resolved_by text,
  constraint incidents_pkey PRIMARY KEY (id),
  constraint incidents_source_check CHECK ((source = ANY (ARRAY['service'::text, 'timer'::text, 'outbox'::text, 'engine'::text]))),
  constraint incidents_status_check CHECK ((status = ANY (ARRAY['open'::text, 'resolved'::text])))
);
CREATE INDEX incidents_at ON public.incidents USING btree (at DESC, id);
CREATE INDEX incidents_instance ON public.incidents USING btree (instance);
CREATE UNIQUE INDEX incidents_open_source ON public.incidents USING btree (instance, source, source_id) WHERE (status = 'open'::text);
grant delete, insert, select, update on incidents to reglament_app;

create table invitation_sessions (
  token_hash text collate "C" not null,
  invitation uuid not null,
  csrf_token text not null,
  idle_expires_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint invitation_sessions_pkey PRIMARY KEY (token_hash),
  constraint invitation_sessions_invitation_fkey FOREIGN KEY (invitation) REFERENCES invitations(id) ON DELETE CASCADE
);
CREATE INDEX invitation_sessions_expiry ON public.invitation_sessions USING btree (LEAST(idle_expires_at, expires_at));
CREATE INDEX invitation_sessions_invitation ON public.invitation_sessions USING btree (invitation);
grant delete, insert, select, update on invitation_sessions to reglament_app;

create table invitation_tokens (
  hash text collate "C" not null,
  invitation uuid not null,
  created_at timestamp with time zone default now() not null,
  withdrawn_at timestamp with time zone,
  constraint invitation_tokens_pkey PRIMARY KEY (hash),
  constraint invitation_tokens_invitation_fkey FOREIGN KEY (invitation) REFERENCES invitations(id) ON DELETE CASCADE
);
CREATE INDEX invitation_tokens_invitation ON public.invitation_tokens USING btree (invitation);
grant delete, insert, select, update on invitation_tokens to reglament_app;

create table invitations (
  id uuid default gen_random_uuid() not null,
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  task text collate "C" not null,
  slot integer not null,
  address text,
  grace_days integer not null,
  mail_due boolean default false not null,
  opened_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint invitations_task_slot_key UNIQUE (task, slot),
  constraint invitations_pkey PRIMARY KEY (id)
);
CREATE INDEX invitations_instance ON public.invitations USING btree (instance);
CREATE INDEX invitations_mail_due ON public.invitations USING btree (id) WHERE mail_due;
grant delete, insert, select, update on invitations to reglament_app;

create table journal_entries (
  id uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  journal text not null,
  year integer not null,
  seq integer not null,
  suffix text default ''::text not null,
  number text not null,
  date date not null,
  status text not null,
  document uuid,
  instance uuid,
  title text,
  signer text,
  executor text,
  recipients text,
  control boolean default false not null,
  case_index text,
  reason text,
  registered_by text not null,
  at timestamp with time zone default now() not null,
  constraint journal_entries_organisation_journal_year_seq_suffix_key UNIQUE (organisation, journal, year, seq, suffix),
  constraint journal_entries_pkey PRIMARY KEY (id),
  constraint journal_entries_document_fkey FOREIGN KEY (document) REFERENCES documents(id),
  constraint journal_entries_check CHECK (((suffix = ''::text) OR (reason IS NOT NULL))),
  constraint journal_entries_check1 CHECK (((status <> 'void'::text) OR (reason IS NOT NULL))),
  constraint journal_entries_status_check CHECK ((status = ANY (ARRAY['registered'::text, 'reserved'::text, 'void'::text])))
);
CREATE INDEX journal_entries_document ON public.journal_entries USING btree (document);
CREATE INDEX journal_entries_number ON public.journal_entries USING gin (number gin_trgm_ops);
grant insert, select, update on journal_entries to reglament_app;

create table journal_sequences (
  organisation uuid not null,
  journal text not null,
  year integer not null,
  last_seq integer not null,
  last_date date not null,
  constraint journal_sequences_pkey PRIMARY KEY (organisation, journal, year)
);
grant insert, select, update on journal_sequences to reglament_app;

create table link_attempts (
  id bigint generated always as identity not null,
  address_hash text not null,
  at timestamp with time zone default now() not null,
  constraint link_attempts_pkey PRIMARY KEY (id)
);
CREATE INDEX link_attempts_address ON public.link_attempts USING btree (address_hash, at);
grant delete, insert, select, update on link_attempts to reglament_app;

create table login_attempts (
  id bigint generated always as identity not null,
  login_hash text not null,
  address_hash text not null,
  at timestamp with time zone default now() not null,
  succeeded boolean not null,
  constraint login_attempts_pkey PRIMARY KEY (id)
);
CREATE INDEX login_attempts_address ON public.login_attempts USING btree (address_hash, at);
CREATE INDEX login_attempts_at ON public.login_attempts USING btree (at);
CREATE INDEX login_attempts_login ON public.login_attempts USING btree (login_hash, at);
grant delete, insert, select, update on login_attempts to reglament_app;

create table mails (
  id uuid default gen_random_uuid() not null,
  organisation uuid not null,
  path text collate "C" not null,
  notification bigint,
  person uuid,
  kind text not null,
  instance uuid,
  task text collate "C",
  locale text not null,
  message_id text not null,
  state text default 'waiting'::text not null,
  attempts integer default 0 not null,
  due_at timestamp with time zone default now() not null,
  lease_until timestamp with time zone,
  fence integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  settled_at timestamp with time zone,
  answer text,
  invitation uuid,
  constraint mails_notification_invitation UNIQUE (notification, invitation),
  constraint mails_notification_person_key UNIQUE (notification, person),
  constraint mails_pkey PRIMARY KEY (id),
  constraint mails_invitation_fkey FOREIGN KEY (invitation) REFERENCES invitations(id) ON DELETE CASCADE,
  constraint mails_notification_fkey FOREIGN KEY (notification) REFERENCES notifications(id) ON DELETE CASCADE,
  constraint mails_person_fkey FOREIGN KEY (person) REFERENCES people(id),
  constraint mails_locale_check CHECK ((locale = ANY (ARRAY['ru'::text, 'en'::text]))),
  constraint mails_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])))
);
CREATE INDEX mails_created ON public.mails USING btree (created_at DESC, id);
CREATE INDEX mails_due ON public.mails USING btree (due_at, id) WHERE (state = 'waiting'::text);
CREATE INDEX mails_failed ON public.mails USING btree (created_at DESC, id) WHERE (state = 'failed'::text);
CREATE UNIQUE INDEX mails_of_invitations ON public.mails USING btree (invitation) WHERE (notification IS NULL);
grant delete, insert, select, update on mails to reglament_app;

create table message_deliveries (
  instance uuid not null,
  id integer not null,
  subscription text collate "C" not null,
  constraint message_deliveries_pkey PRIMARY KEY (instance, id, subscription)
);
grant delete, insert, select, update on message_deliveries to reglament_app;

create table message_subscriptions (
  id text collate "C" not null,
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  activity integer not null,
  message text not null,
  correlation text not null,
  constraint message_subscriptions_pkey PRIMARY KEY (id)
);
CREATE INDEX message_subscriptions_instance ON public.message_subscriptions USING btree (instance);
CREATE INDEX message_subscriptions_message ON public.message_subscriptions USING btree (message, correlation);
grant delete, insert, select, update on message_subscriptions to reglament_app;

create table migration_batches (
  id uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  definition_key text not null,
  from_version integer not null,
  from_hash text not null,
  to_version integer not null,
  to_hash text not null,
  migration jsonb not null,
  reason text not null,
  by_party text not null,
  undo_by text,
  undo_reason text,
  status text default 'running'::text not null,
  total integer not null,
  at timestamp with time zone default now() not null,
  finished_at timestamp with time zone,
  lease_until timestamp with time zone,
  fence integer default 0 not null,
  constraint migration_batches_pkey PRIMARY KEY (id),
  constraint migration_batches_status_check CHECK ((status = ANY (ARRAY['running'::text, 'undoing'::text, 'finished'::text, 'undone'::text])))
);
CREATE INDEX migration_batches_at ON public.migration_batches USING btree (definition_key, at DESC, id);
CREATE INDEX migration_batches_running ON public.migration_batches USING btree (at) WHERE (status = ANY (ARRAY['running'::text, 'undoing'::text]));
grant delete, insert, select, update on migration_batches to reglament_app;

create table migration_items (
  batch uuid not null,
  seq integer not null,
  instance uuid not null,
  status text default 'waiting'::text not null,
  move uuid,
  why jsonb,
  at timestamp with time zone,
  constraint migration_items_pkey PRIMARY KEY (batch, seq),
  constraint migration_items_batch_fkey FOREIGN KEY (batch) REFERENCES migration_batches(id) ON DELETE CASCADE,
  constraint migration_items_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'done'::text, 'refused'::text, 'undone'::text, 'kept'::text])))
);
CREATE INDEX migration_items_waiting ON public.migration_items USING btree (batch, seq) WHERE (status = 'waiting'::text);
grant delete, insert, select, update on migration_items to reglament_app;

create table notification_reads (
  person text collate "C" not null,
  notification bigint not null,
  constraint notification_reads_pkey PRIMARY KEY (person, notification),
  constraint notification_reads_notification_fkey FOREIGN KEY (notification) REFERENCES notifications(id) ON DELETE CASCADE
);
CREATE INDEX notification_reads_notification ON public.notification_reads USING btree (notification);
grant delete, insert, select, update on notification_reads to reglament_app;

create table notifications (
  id bigint generated always as identity not null,
  organisation uuid not null,
  path text collate "C" not null,
  recipients text[] not null,
  kind text not null,
  instance uuid,
  task text,
  node text,
  at timestamp with time zone not null,
  words jsonb,
  mail_due boolean default false not null,
  constraint notifications_pkey PRIMARY KEY (id)
);
CREATE INDEX notifications_at ON public.notifications USING brin (at);
CREATE INDEX notifications_mail_due ON public.notifications USING btree (id) WHERE mail_due;
CREATE INDEX notifications_recipients ON public.notifications USING gin (recipients);
grant delete, insert, select, update on notifications to reglament_app;

create table operation_batches (
  id uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  kind text not null,
  filter jsonb not null,
  reason text not null,
  "values" jsonb,
  by_party text not null,
  locale text not null,
  status text default 'running'::text not null,
  total integer not null,
  at timestamp with time zone default now() not null,
  finished_at timestamp with time zone,
  lease_until timestamp with time zone,
  fence integer default 0 not null,
  constraint operation_batches_pkey PRIMARY KEY (id),
  constraint operation_batches_kind_check CHECK ((kind = ANY (ARRAY['suspend'::text, 'resume'::text, 'cancel'::text, 'retry'::text, 'setVariables'::text]))),
  constraint operation_batches_status_check CHECK ((status = ANY (ARRAY['running'::text, 'stopped'::text, 'finished'::text])))
);
CREATE INDEX operation_batches_at ON public.operation_batches USING btree (at DESC, id);
CREATE INDEX operation_batches_running ON public.operation_batches USING btree (at) WHERE (status = 'running'::text);
grant delete, insert, select, update on operation_batches to reglament_app;

create table operation_items (
  batch uuid not null,
  seq integer not null,
  instance uuid not null,
  status text default 'waiting'::text not null,
  code text,
  why jsonb,
  at timestamp with time zone,
  constraint operation_items_pkey PRIMARY KEY (batch, seq),
  constraint operation_items_batch_fkey FOREIGN KEY (batch) REFERENCES operation_batches(id) ON DELETE CASCADE,
  constraint operation_items_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'done'::text, 'refused'::text, 'left'::text])))
);
CREATE INDEX operation_items_instance ON public.operation_items USING btree (instance);
grant delete, insert, select, update on operation_items to reglament_app;

create table organisations (
  id uuid not null,
  number integer generated by default as identity not null,
  parent uuid,
  path text collate "C" not null,
  short_name text collate "ru-x-icu" not null,
  full_name text collate "ru-x-icu" not null,
  kind text not null,
  time_zone text not null,
  calendar text not null,
  journal_set text,
  status text default 'active'::text not null,
  successor uuid,
  created_at timestamp with time zone default now() not null,
  constraint organisations_number_key UNIQUE (number),
  constraint organisations_path_key UNIQUE (path),
  constraint organisations_pkey PRIMARY KEY (id),
  constraint organisations_parent_fkey FOREIGN KEY (parent) REFERENCES organisations(id),
  constraint organisations_successor_fkey FOREIGN KEY (successor) REFERENCES organisations(id),
  constraint organisations_status_check CHECK ((status = ANY (ARRAY['active'::text, 'closed'::text])))
);
CREATE INDEX organisations_parent ON public.organisations USING btree (parent);
grant delete, insert, select, update on organisations to reglament_app;

create table outbox (
  id bigint generated always as identity not null,
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  kind text not null,
  payload jsonb not null,
  due_at timestamp with time zone default now() not null,
  lease_until timestamp with time zone,
  fence integer default 0 not null,
  attempts integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  constraint outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_due ON public.outbox USING btree (due_at, id);
CREATE INDEX outbox_instance ON public.outbox USING btree (instance);
grant delete, insert, select, update on outbox to reglament_app;

create table packages (
  organisation uuid not null,
  path text collate "C" not null,
  key text not null,
  version text not null,
  hash text not null,
  content jsonb not null,
  loaded_at timestamp with time zone default now() not null,
  constraint packages_pkey PRIMARY KEY (organisation, key, hash),
  constraint packages_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisations(id)
);
grant delete, insert, select, update on packages to reglament_app;

create table participations (
  party text collate "C" not null,
  instance uuid not null,
  constraint participations_pkey PRIMARY KEY (party, instance)
);
CREATE INDEX participations_instance ON public.participations USING btree (instance);
grant delete, insert, select, update on participations to reglament_app;

create table people (
  id uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  full_name text collate "ru-x-icu",
  surname text,
  given_name text,
  patronymic text,
  gender text,
  email text,
  phone text,
  status text default 'active'::text not null,
  erased_at timestamp with time zone,
  retain_until date,
  legal_hold boolean default false not null,
  created_at timestamp with time zone default now() not null,
  constraint people_pkey PRIMARY KEY (id),
  constraint people_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisations(id),
  constraint people_gender_check CHECK ((gender = ANY (ARRAY['male'::text, 'female'::text]))),
  constraint people_status_check CHECK ((status = ANY (ARRAY['active'::text, 'dismissed'::text])))
);
CREATE INDEX people_name ON public.people USING btree (full_name, id);
CREATE INDEX people_path ON public.people USING btree (path text_pattern_ops);
CREATE INDEX people_search ON public.people USING gin (full_name gin_trgm_ops);
grant delete, insert, select, update on people to reglament_app;

create table positions (
  organisation uuid not null,
  path text collate "C" not null,
  key text not null,
  title text collate "ru-x-icu" not null,
  head boolean default false not null,
  constraint positions_pkey PRIMARY KEY (organisation, key),
  constraint positions_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisations(id)
);
grant delete, insert, select, update on positions to reglament_app;

create table process_definitions (
  organisation uuid not null,
  path text collate "C" not null,
  key text not null,
  version integer not null,
  hash text not null,
  title jsonb not null,
  content jsonb not null,
  status text default 'published'::text not null,
  origin text not null,
  package text,
  published_at timestamp with time zone default now() not null,
  published_by text,
  visible_below boolean default true not null,
  copyable boolean default true not null,
  overridable boolean default true not null,
  pins jsonb default '{}'::jsonb not null,
  diagram jsonb,
  constraint process_definitions_organisation_key_hash_key UNIQUE (organisation, key, hash),
  constraint process_definitions_pkey PRIMARY KEY (organisation, key, version),
  constraint process_definitions_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisations(id),
  constraint process_definitions_origin_check CHECK ((origin = ANY (ARRAY['package'::text, 'panel'::text]))),
  constraint process_definitions_status_check CHECK ((status = ANY (ARRAY['published'::text, 'retired'::text]))),
  constraint process_definitions_version_check CHECK ((version > 0))
);
CREATE INDEX process_definitions_hash ON public.process_definitions USING btree (hash);
grant insert, select on process_definitions to reglament_app;
grant update (copyable, diagram, overridable, path, status, visible_below) on process_definitions to reglament_app;

create table process_instances (
  id uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  period date not null,
  definition_key text not null,
  definition_version integer not null,
  definition_hash text not null,
  status text not null,
  result text,
  state text,
  subject text,
  business_key text,
  starter text,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  parent uuid,
  parent_activity integer,
  parent_index integer,
  child_title text,
  scope_node text,
  version integer not null,
  history_seq integer not null,
  head_hash text not null,
  snapshot jsonb not null,
  retain_until date,
  legal_hold boolean default false not null,
  erased_at timestamp with time zone,
  inputs_kept boolean default true not null,
  apart boolean default false not null,
  suspended_at timestamp with time zone,
  constraint process_instances_pkey PRIMARY KEY (id),
  constraint process_instances_check CHECK (((parent IS NULL) = (parent_activity IS NULL))),
  constraint process_instances_status_check CHECK ((status = ANY (ARRAY['active'::text, 'completed'::text, 'cancelled'::text])))
) with (fillfactor=70);
CREATE INDEX process_instances_active ON public.process_instances USING btree (started_at DESC, id) WHERE ((scope_node IS NULL) AND (status = 'active'::text));
CREATE INDEX process_instances_business_key ON public.process_instances USING gin (business_key gin_trgm_ops);
CREATE UNIQUE INDEX process_instances_child ON public.process_instances USING btree (parent, parent_activity, parent_index) WHERE (parent IS NOT NULL);
CREATE INDEX process_instances_definition ON public.process_instances USING btree (definition_hash) WHERE (status = 'active'::text);
CREATE INDEX process_instances_path ON public.process_instances USING btree (path text_pattern_ops) WHERE (scope_node IS NULL);
CREATE INDEX process_instances_retention ON public.process_instances USING btree (retain_until) WHERE ((retain_until IS NOT NULL) AND (erased_at IS NULL));
CREATE INDEX process_instances_started ON public.process_instances USING btree (started_at DESC, id) WHERE (scope_node IS NULL);
CREATE INDEX process_instances_subject ON public.process_instances USING gin (subject gin_trgm_ops);
CREATE INDEX process_instances_suspended ON public.process_instances USING btree (suspended_at DESC, id) WHERE (suspended_at IS NOT NULL);
grant delete, insert, select, update on process_instances to reglament_app;

create table record_writes (
  record uuid not null,
  version integer not null,
  instance uuid,
  activity integer,
  node text,
  at timestamp with time zone not null,
  constraint record_writes_pkey PRIMARY KEY (record, version),
  constraint record_writes_record_fkey FOREIGN KEY (record) REFERENCES records(id)
);
CREATE UNIQUE INDEX record_writes_activity ON public.record_writes USING btree (instance, activity) WHERE (instance IS NOT NULL);
grant insert, select on record_writes to reglament_app;

create table records (
  id uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  period date not null,
  registry text not null,
  definition_hash text not null,
  natural_key text,
  version integer not null,
  data jsonb,
  title text collate "ru-x-icu",
  title_party text,
  search text,
  parties text[] default '{}'::text[] not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  retain_until date,
  legal_hold boolean default false not null,
  erased_at timestamp with time zone,
  constraint records_pkey PRIMARY KEY (id),
  constraint records_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisations(id),
  constraint records_version_check CHECK ((version > 0))
);
CREATE INDEX records_data ON public.records USING gin (data jsonb_path_ops);
CREATE UNIQUE INDEX records_natural_key ON public.records USING btree (organisation, registry, natural_key);
CREATE INDEX records_parties ON public.records USING gin (parties);
CREATE INDEX records_path ON public.records USING btree (path text_pattern_ops);
CREATE INDEX records_retention ON public.records USING btree (retain_until) WHERE ((retain_until IS NOT NULL) AND (erased_at IS NULL));
CREATE INDEX records_search ON public.records USING gin (search gin_trgm_ops);
CREATE INDEX records_title ON public.records USING btree (registry, COALESCE(title, ''::text), id) WHERE (erased_at IS NULL);
CREATE INDEX records_updated ON public.records USING btree (registry, updated_at, id) WHERE (erased_at IS NULL);
grant delete, insert, select, update on records to reglament_app;

create table role_assignments (
  id uuid not null,
  person uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  role text not null,
  valid_from date,
  valid_to date,
  constraint role_assignments_pkey PRIMARY KEY (id),
  constraint role_assignments_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisations(id),
  constraint role_assignments_person_fkey FOREIGN KEY (person) REFERENCES people(id),
  constraint role_assignments_check CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_from <= valid_to)))
);
CREATE INDEX role_assignments_person ON public.role_assignments USING btree (person);
CREATE INDEX role_assignments_role ON public.role_assignments USING btree (organisation, role);
grant delete, insert, select, update on role_assignments to reglament_app;

create table roles (
  organisation uuid not null,
  path text collate "C" not null,
  key text not null,
  title jsonb not null,
  permissions text[] default '{}'::text[] not null,
  constraint roles_pkey PRIMARY KEY (organisation, key),
  constraint roles_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisations(id)
);
grant delete, insert, select, update on roles to reglament_app;

create table sent_messages (
  instance uuid not null,
  id integer not null,
  organisation uuid not null,
  path text collate "C" not null,
  message text not null,
  correlation text not null,
  data jsonb not null,
  keep_until timestamp with time zone,
  constraint sent_messages_pkey PRIMARY KEY (instance, id)
);
CREATE INDEX sent_messages_kept ON public.sent_messages USING btree (message, correlation) WHERE (keep_until IS NOT NULL);
grant delete, insert, select, update on sent_messages to reglament_app;

create table service_calls (
  instance uuid not null,
  activity integer not null,
  organisation uuid not null,
  path text collate "C" not null,
  node text not null,
  handler text not null,
  input jsonb not null,
  retry jsonb,
  attempts integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  constraint service_calls_pkey PRIMARY KEY (instance, activity)
);
grant delete, insert, select, update on service_calls to reglament_app;

create table sessions (
  token_hash text not null,
  person uuid not null,
  csrf_token text not null,
  created_at timestamp with time zone default now() not null,
  seen_at timestamp with time zone default now() not null,
  idle_expires_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sessions_pkey PRIMARY KEY (token_hash),
  constraint sessions_person_fkey FOREIGN KEY (person) REFERENCES accounts(person) ON DELETE CASCADE
);
CREATE INDEX sessions_expiry ON public.sessions USING btree (LEAST(idle_expires_at, expires_at));
CREATE INDEX sessions_person ON public.sessions USING btree (person);
grant delete, insert, select, update on sessions to reglament_app;

create table set_aside_children (
  instance uuid not null,
  activity integer not null,
  index integer not null,
  organisation uuid not null,
  path text collate "C" not null,
  node text not null,
  item jsonb not null,
  attempts integer default 1 not null,
  asked boolean default false not null,
  left_out boolean default false not null,
  constraint set_aside_children_pkey PRIMARY KEY (instance, activity, index)
);
grant delete, insert, select, update on set_aside_children to reglament_app;

create table settings (
  key text not null,
  value jsonb not null,
  changed_at timestamp with time zone default now() not null,
  constraint settings_pkey PRIMARY KEY (key)
);
grant delete, insert, select, update on settings to reglament_app;

create table setup (
  "only" boolean default true not null,
  person uuid not null,
  at timestamp with time zone default now() not null,
  constraint setup_pkey PRIMARY KEY ("only"),
  constraint setup_only_check CHECK ("only")
);
grant insert, select on setup to reglament_app;

create table signatures (
  id uuid not null,
  document uuid not null,
  version integer not null,
  organisation uuid not null,
  path text collate "C" not null,
  by_party text not null,
  right_used jsonb not null,
  at timestamp with time zone not null,
  code text not null,
  content_hash text not null,
  template_hash text,
  constraint signatures_pkey PRIMARY KEY (id),
  constraint signatures_document_version_fkey FOREIGN KEY (document, version) REFERENCES document_versions(document, version)
);
CREATE INDEX signatures_document ON public.signatures USING btree (document);
grant insert, select on signatures to reglament_app;
grant update (path) on signatures to reglament_app;

create table start_occurrences (
  organisation uuid not null,
  path text collate "C" not null,
  definition_key text collate "C" not null,
  start_event text collate "C" not null,
  last_at timestamp with time zone not null,
  constraint start_occurrences_pkey PRIMARY KEY (organisation, definition_key, start_event)
);
grant delete, insert, select, update on start_occurrences to reglament_app;

create table submissions (
  id uuid not null,
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  period date not null,
  task text,
  node text,
  form_key text,
  form_hash text,
  outcome text,
  data jsonb,
  remark text,
  author text,
  at timestamp with time zone not null,
  salt text,
  hash text not null,
  erased_at timestamp with time zone,
  retain_until date,
  legal_hold boolean default false not null,
  constraint submissions_pkey PRIMARY KEY (id)
);
CREATE INDEX submissions_instance ON public.submissions USING btree (instance, hash);
grant delete, insert, select, update on submissions to reglament_app;

create table substitutions (
  id uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  absent uuid not null,
  substitute uuid not null,
  valid_from date not null,
  valid_to date not null,
  basis text not null,
  only_keys text[],
  created_by text,
  created_at timestamp with time zone default now() not null,
  cancelled_at timestamp with time zone,
  constraint substitutions_pkey PRIMARY KEY (id),
  constraint substitutions_absent_fkey FOREIGN KEY (absent) REFERENCES people(id),
  constraint substitutions_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisations(id),
  constraint substitutions_substitute_fkey FOREIGN KEY (substitute) REFERENCES people(id),
  constraint substitutions_check CHECK ((valid_from <= valid_to)),
  constraint substitutions_check1 CHECK ((absent <> substitute))
);
CREATE INDEX substitutions_absent ON public.substitutions USING btree (absent) WHERE (cancelled_at IS NULL);
CREATE INDEX substitutions_substitute ON public.substitutions USING btree (substitute) WHERE (cancelled_at IS NULL);
grant delete, insert, select, update on substitutions to reglament_app;

create table summaries (
  instance uuid not null,
  node text collate "C" not null,
  version integer not null,
  organisation uuid not null,
  path text collate "C" not null,
  period date not null,
  at timestamp with time zone not null,
  reason text,
  data jsonb not null,
  sources jsonb not null,
  constraint summaries_pkey PRIMARY KEY (instance, node, version)
);
grant delete, insert, select, update on summaries to reglament_app;

create table tasks (
  id text collate "C" not null,
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  period date not null,
  activity integer not null,
  node text not null,
  slot integer,
  title jsonb not null,
  form text,
  performers text[] not null,
  assignee text,
  excluded text[] not null,
  due_at timestamp with time zone,
  priority integer not null,
  state text,
  why jsonb not null,
  status text default 'open'::text not null,
  outcome text,
  completed_by text,
  completed_right jsonb,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint tasks_pkey PRIMARY KEY (id),
  constraint tasks_status_check CHECK ((status = ANY (ARRAY['open'::text, 'completed'::text, 'cancelled'::text])))
) with (fillfactor=80);
CREATE INDEX tasks_assignee ON public.tasks USING btree (assignee) WHERE ((status = 'open'::text) AND (assignee IS NOT NULL));
CREATE INDEX tasks_completed_by ON public.tasks USING btree (completed_by, closed_at DESC) WHERE (status = 'completed'::text);
CREATE INDEX tasks_due ON public.tasks USING btree (due_at, id) WHERE (status = 'open'::text);
CREATE INDEX tasks_instance ON public.tasks USING btree (instance);
CREATE INDEX tasks_performers ON public.tasks USING gin (performers) WHERE (status = 'open'::text);
grant delete, insert, select, update on tasks to reglament_app;

create table timers (
  id text collate "C" not null,
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  activity integer not null,
  kind text not null,
  ref text not null,
  task text,
  at timestamp with time zone not null,
  lease_until timestamp with time zone,
  fence integer default 0 not null,
  attempts integer default 0 not null,
  constraint timers_pkey PRIMARY KEY (id)
);
CREATE INDEX timers_at ON public.timers USING btree (at);
CREATE INDEX timers_instance ON public.timers USING btree (instance);
grant delete, insert, select, update on timers to reglament_app;
