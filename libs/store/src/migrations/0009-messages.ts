import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0009 · not breaking · messages between cases; cases that another case called are cases of their own in lists. */
export class Messages1764000000009 implements MigrationInterface {
  readonly name = 'Messages1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: restore the backup that was made before.'));
  }
}

const sql = `
-- Who waits for what: a row for each open subscription of a snapshot.
create table message_subscriptions (
  id text collate "C" primary key,
  instance uuid not null,
  organisation uuid not null,
  path text collate "C" not null,
  activity integer not null,
  message text not null,
  correlation text not null
);
create index message_subscriptions_message on message_subscriptions (message, correlation);
create index message_subscriptions_instance on message_subscriptions (instance);

-- What was sent and is not delivered to everybody yet. Holds what the sender's variables held, so it goes when it has been delivered.
create table sent_messages (
  instance uuid not null,
  id integer not null,
  organisation uuid not null,
  path text collate "C" not null,
  message text not null,
  correlation text not null,
  data jsonb not null,
  primary key (instance, id)
);

-- Who has got it already: a delivery that is repeated after a crash leaves them out.
create table message_deliveries (
  instance uuid not null,
  id integer not null,
  subscription text collate "C" not null,
  primary key (instance, id, subscription)
);

-- A case that was called has a parent and is a case all the same; only children of a forEach, which run one node, are shown inside it.
drop index process_instances_started;
drop index process_instances_active;
drop index process_instances_path;
create index process_instances_started on process_instances (started_at desc, id) where scope_node is null;
create index process_instances_active on process_instances (started_at desc, id) where scope_node is null and status = 'active';
create index process_instances_path on process_instances (path text_pattern_ops) where scope_node is null;

grant select, insert, update, delete on message_subscriptions, sent_messages, message_deliveries to reglament_app;
`;
