import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 0003 · not breaking · process instances and all that one transition writes.
 *
 * `period` is the partition key: the month in which the instance (a child: its root) was started, the same in all of its rows, so
 * that monthly partitions can be cut later without touching a query. Open work has partial indexes: finished cases cost nothing.
 */
export class Instances1764000000003 implements MigrationInterface {
  readonly name = 'Instances1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(instances);
    await runner.query(work);
    await runner.query(records);
    await runner.query(rights);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const instances = `
create table process_instances (
  id uuid primary key,
  organisation uuid not null,
  path text collate "C" not null,
  period date not null,
  definition_key text not null,
  definition_version integer not null,
  definition_hash text not null,
  status text not null check (status in ('active', 'completed', 'cancelled')),
  result text,
  state text,
  subject text,
  business_key text,
  starter text,
  started_at timestamptz not null,
  ended_at timestamptz,
  parent uuid,
  parent_activity integer,
  parent_index integer,
  child_title text,
  scope_node text,
  -- Raised by every transition; whoever writes says which version was read.
  version integer not null,
  history_seq integer not null,
  head_hash text not null,
  snapshot jsonb not null,
  retain_until date,
  legal_hold boolean not null default false,
  check ((parent is null) = (parent_activity is null))
) with (fillfactor = 70);
create index process_instances_started on process_instances (started_at desc, id) where parent is null;
create index process_instances_active on process_instances (started_at desc, id) where parent is null and status = 'active';
create index process_instances_path on process_instances (path text_pattern_ops) where parent is null;
create index process_instances_definition on process_instances (definition_hash) where status = 'active';
create unique index process_instances_child on process_instances (parent, parent_activity, parent_index) where parent is not null;
create index process_instances_subject on process_instances using gin (subject gin_trgm_ops);
create index process_instances_business_key on process_instances using gin (business_key gin_trgm_ops);

-- Who has a part in a case: its starter and the performers of its tasks, open and closed.
create table participations (
  party text collate "C" not null,
  instance uuid not null,
  primary key (party, instance)
);
create index participations_instance on participations (instance);
`;

const work = `
create table tasks (
  id text collate "C" primary key,
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
  due_at timestamptz,
  priority integer not null,
  state text,
  why jsonb not null,
  status text not null default 'open' check (status in ('open', 'completed', 'cancelled')),
  outcome text,
  completed_by text,
  completed_right jsonb,
  opened_at timestamptz not null,
  closed_at timestamptz
) with (fillfactor = 80);
create index tasks_instance on tasks (instance);
create index tasks_performers on tasks using gin (performers) where status = 'open';
create index tasks_assignee on tasks (assignee) where status = 'open' and assignee is not null;
create index tasks_due on tasks (due_at, id) where status = 'open';
create index tasks_completed_by on tasks (completed_by, closed_at desc) where status = 'completed';

create table timers (
  id text collate "C" primary key,
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  activity integer not null,
  kind text not null,
  ref text not null,
  task text,
  -- Business time.
  at timestamptz not null,
  -- Real time. \`fence\` is raised by every claim: who comes back after the lease has passed to another writes nothing.
  lease_until timestamptz,
  fence integer not null default 0,
  attempts integer not null default 0
);
create index timers_at on timers (at);
create index timers_instance on timers (instance);

create table outbox (
  id bigint generated always as identity primary key,
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  kind text not null,
  payload jsonb not null,
  due_at timestamptz not null default now(),
  lease_until timestamptz,
  fence integer not null default 0,
  attempts integer not null default 0,
  created_at timestamptz not null default now()
);
create index outbox_due on outbox (due_at, id);
create index outbox_instance on outbox (instance);

-- Open service activities. Their input may hold personal values, which the outbox and the queue must not.
create table service_calls (
  instance uuid not null,
  activity integer not null,
  organisation uuid not null,
  path text collate "C" not null,
  node text not null,
  handler text not null,
  input jsonb not null,
  retry jsonb,
  attempts integer not null default 0,
  created_at timestamptz not null default now(),
  primary key (instance, activity)
);

-- Children that a parallel forEach has still to start; \`started\` of them exist.
create table child_starts (
  instance uuid not null,
  activity integer not null,
  organisation uuid not null,
  path text collate "C" not null,
  node text not null,
  items jsonb not null,
  total integer not null,
  started integer not null default 0,
  primary key (instance, activity)
);

create table incidents (
  id uuid primary key,
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  node text not null,
  activity integer,
  source text not null check (source in ('service', 'timer', 'outbox', 'engine')),
  source_id text not null,
  code text not null,
  message text not null,
  attempts integer not null,
  status text not null default 'open' check (status in ('open', 'resolved')),
  at timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by text
);
create unique index incidents_open_source on incidents (instance, source, source_id) where status = 'open';
create index incidents_at on incidents (at desc, id);
create index incidents_instance on incidents (instance);
`;

const records = `
-- Append-only: ids, keys and salted hashes, never a personal value (decision 18). \`path\` is the one of the moment of writing.
create table history (
  instance uuid not null,
  seq integer not null,
  organisation uuid not null,
  path text collate "C" not null,
  period date not null,
  version integer not null,
  command uuid not null,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  kind text not null,
  node text,
  activity integer,
  task text,
  by_party text,
  data jsonb not null,
  hash text not null,
  primary key (instance, seq)
);

create table submissions (
  id uuid primary key,
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
  at timestamptz not null,
  salt text,
  hash text not null,
  erased_at timestamptz,
  retain_until date,
  legal_hold boolean not null default false
);
create index submissions_instance on submissions (instance, hash);

create table drafts (
  task text collate "C" not null,
  person text collate "C" not null,
  instance uuid,
  organisation uuid not null,
  path text collate "C" not null,
  etag text not null,
  data jsonb not null,
  saved_at timestamptz not null default now(),
  primary key (task, person)
);

-- One row per acknowledged command: ids and keys, never the body (decision 18).
create table idempotency (
  actor text collate "C" not null,
  key text collate "C" not null,
  request_hash text not null,
  response jsonb not null,
  at timestamptz not null default now(),
  primary key (actor, key)
);
-- Only the sweep reads by time, and rows come in the order of time: a few bytes instead of an entry for each row.
create index idempotency_at on idempotency using brin (at);

create table anchors (
  day date primary key,
  instances integer not null,
  audit_seq bigint not null,
  hash text not null,
  at timestamptz not null default now()
);
`;

const rights = `
grant select, insert, update, delete on
  process_instances, participations, tasks, timers, outbox, service_calls, child_starts, incidents, submissions, drafts,
  idempotency
  to reglament_app;
grant select, insert on history, anchors to reglament_app;
`;
