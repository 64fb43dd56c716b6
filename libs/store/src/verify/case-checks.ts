import { sqlCheck, type Check } from './check.js';

/** Tasks, timers and awaited messages as the snapshot has them. */
const openIn = (what: 'tasks' | 'timers' | 'subscriptions'): string => `
  select i.id as instance, t ->> 'id' as id
  from process_instances i, jsonb_array_elements(i.snapshot -> 'activities') a, jsonb_array_elements(a -> '${what}') t
  where i.status = 'active'`;

/** Checks over cases and their history that a query decides. */
export const caseChecks: readonly Check[] = [
  sqlCheck('I2', 'history-gapless', 'History of every instance is numbered 1..n, and the instance knows n', `
    select i.id as subject, format('history has %s rows up to %s, the instance says %s', h.rows, h.last, i.history_seq) as detail
    from process_instances i
    cross join lateral (select count(*) as rows, coalesce(max(seq), 0) as last from history where instance = i.id) h
    where h.rows <> i.history_seq or h.last <> i.history_seq`),
  sqlCheck('I2', 'history-of-nothing', 'Every row of history belongs to an instance', `
    select instance as subject, 'has history and no instance' as detail
    from history h where not exists (select from process_instances i where i.id = h.instance) group by instance`),
  sqlCheck('I2', 'one-cause', 'Every step of an instance has one command, and a command makes one step of it', `
    select instance as subject, format('command %s made %s steps', command, count(distinct version)) as detail
    from history group by instance, command having count(distinct version) > 1
    union all
    select instance, format('step %s has %s commands', version, count(distinct command)) from history group by instance, version having count(distinct command) > 1`),
  sqlCheck('I3', 'snapshot-consistent', 'The columns that lists read say what the snapshot says', `
    select id as subject, 'status, state, result, subject, suspension or definition differs from the snapshot' as detail from process_instances
    where status is distinct from snapshot ->> 'status' or state is distinct from snapshot ->> 'state' or result is distinct from snapshot ->> 'result'
      or subject is distinct from snapshot ->> 'subject' or business_key is distinct from snapshot ->> 'businessKey'
      or suspended_at is distinct from (snapshot -> 'suspended' ->> 'since')::timestamptz
      or definition_hash is distinct from snapshot ->> 'definitionHash' or organisation::text is distinct from snapshot ->> 'organisation'`),
  sqlCheck('I3', 'tasks-match-snapshot', 'The open tasks are those of the snapshot', `
    with expected as (${openIn('tasks')}), found as (select instance, id from tasks where status = 'open')
    select instance as subject, 'open in the snapshot, not in the worklist: ' || id as detail from (select * from expected except select * from found) missing
    union all
    select instance, 'open in the worklist, not in the snapshot: ' || id from (select * from found except select * from expected) extra`),
  sqlCheck('I3', 'timers-match-snapshot', 'The timers are those of the snapshot', `
    with expected as (${openIn('timers')}), found as (select instance, id from timers)
    select instance as subject, 'set in the snapshot, but there is no timer: ' || id as detail from (select * from expected except select * from found) missing
    union all
    select instance, 'a timer that the snapshot does not have: ' || id from (select * from found except select * from expected) extra`),
  sqlCheck('I3', 'subscriptions-match-snapshot', 'The awaited messages are those of the snapshot', `
    with expected as (${openIn('subscriptions')}), found as (select instance, id from message_subscriptions)
    select instance as subject, 'awaited in the snapshot, but nothing would reach it: ' || id as detail from (select * from expected except select * from found) missing
    union all
    select instance, 'a subscription that the snapshot does not have: ' || id from (select * from found except select * from expected) extra`),
  sqlCheck('I7', 'no-message-without-carrier', 'A message that is not delivered yet is on its way, or an operator is told', `
    select s.instance as subject, format('message %s is not delivered, and nothing carries it', s.id) as detail from sent_messages s
    where not exists (select from outbox o where o.instance = s.instance and o.kind = 'sendMessage' and (o.payload ->> 'activity')::int = s.id)
      and not exists (select from incidents n where n.instance = s.instance and n.source_id = format('sendMessage.%s', s.id) and n.status = 'open')`),
  sqlCheck('I4', 'one-completion', 'A task is completed at most once, and its row says so', `
    select task as subject, format('completed %s times', count(*)) as detail from history where kind = 'taskCompleted' and task is not null group by task having count(*) > 1
    union all
    select t.id, 'completed without a fact in history' from tasks t
    where t.status = 'completed' and not exists (select from history h where h.instance = t.instance and h.kind = 'taskCompleted' and h.task = t.id)
    union all
    select h.task, 'completed in history, ' || coalesce(t.status, 'unknown') || ' in the worklist' from history h left join tasks t on t.id = h.task
    where h.kind = 'taskCompleted' and h.task is not null and t.status = 'open'`),
  sqlCheck('I5', 'one-service-completion', 'A service call is completed at most once', `
    select instance as subject, format('activity %s completed %s times', activity, count(*)) as detail
    from history where kind = 'serviceCompleted' group by instance, activity having count(*) > 1`),
  sqlCheck('I5', 'submission-of-fact', 'What history says was submitted is kept, under its hash', `
    select h.instance as subject, format('row %s names submission %s, which is not there', h.seq, h.data ->> 'submission') as detail
    from history h
    where h.data ->> 'submission' is not null and not exists (select from submissions s where s.instance = h.instance and s.hash = h.data ->> 'submission')`),
  sqlCheck('I6', 'no-stuck-instance', 'An active instance waits for a task, a timer, a service, a child, a person\'s action or an operator', `
    select i.id as subject, 'active, and nothing will ever move it' as detail from process_instances i
    where i.status = 'active' and i.suspended_at is null
      and not exists (select from tasks t where t.instance = i.id and t.status = 'open')
      and not exists (select from timers t where t.instance = i.id)
      and not exists (select from message_subscriptions s where s.instance = i.id)
      and not exists (select from service_calls s where s.instance = i.id)
      and not exists (select from child_starts c where c.instance = i.id)
      and not exists (select from process_instances c where c.parent = i.id and c.status = 'active')
      and not exists (select from outbox o where o.instance = i.id)
      and not exists (select from incidents n where n.instance = i.id and n.status = 'open')`),
  sqlCheck('I7', 'nothing-orphaned', 'Nothing is left open for an instance that has ended or is not there', `
    select o.id as subject, o.what || ' of an instance that is ' || coalesce(i.status, 'missing') as detail
    from (
      select 'timer' as what, id, instance from timers
      union all select 'service call', activity::text, instance from service_calls
      union all select 'subscription', id, instance from message_subscriptions
      union all select 'start of children', activity::text, instance from child_starts
      union all select 'child set aside', format('%s.%s', activity, index), instance from set_aside_children where not left_out
      union all select 'open task', id, instance from tasks where status = 'open'
    ) o left join process_instances i on i.id = o.instance
    where i.id is null or i.status <> 'active'`),
  sqlCheck('I7', 'no-service-without-message', 'An open service call has its message, or an incident', `
    select s.instance as subject, format('activity %s waits for %s, and no message carries it', s.activity, s.handler) as detail from service_calls s
    where not exists (select from outbox o where o.instance = s.instance and o.kind = 'callService' and (o.payload ->> 'activity')::int = s.activity)
      and not exists (select from incidents n where n.instance = s.instance and n.activity = s.activity and n.status = 'open')`),
  sqlCheck('I7', 'no-child-set-aside-unseen', 'A child that could not be started has an incident, or is being tried again', `
    select c.instance as subject, format('item %s of activity %s was set aside, and no operator is told', c.index, c.activity) as detail from set_aside_children c
    where not c.left_out and not exists (select from incidents n where n.instance = c.instance and n.source_id = format('startChildren.%s.%s', c.activity, c.index) and n.status = 'open')
      and not (c.asked and exists (select from outbox o where o.instance = c.instance and o.kind = 'startChildren' and (o.payload ->> 'activity')::int = c.activity))`),
  // What a killed worker had claimed is claimed again when the product runs; so a lease is stale only if the product went on without it.
  sqlCheck('I7', 'no-stale-lease', 'Nothing stays claimed while the product works for ten minutes after the lease has run out', `
    select claimed.id as subject, format('%s claimed until %s', claimed.what, claimed.lease_until) as detail
    from (select 'timer' as what, id, lease_until from timers union all select 'message', id::text, lease_until from outbox) claimed
    where claimed.lease_until < (select max(recorded_at) from history) - interval '10 minutes'`),
  sqlCheck('I9', 'counters', 'Instances that were started and have not ended are the active ones', `
    with facts as (
      select count(*) filter (where kind = 'instanceStarted') as started, count(*) filter (where kind in ('instanceCompleted', 'instanceCancelled')) - count(*) filter (where kind = 'instanceRestored' and data ->> 'status' <> 'active') as ended
      from history
    ), rows as (select count(*) as all_of_them, count(*) filter (where status = 'active') as active from process_instances)
    select 'instances' as subject, format('history: %s started, %s ended; the table: %s, %s of them active', started, ended, all_of_them, active) as detail
    from facts, rows where started <> all_of_them or started - ended <> active`),
  sqlCheck('I9', 'children-known', 'A child has a parent, which has no two children of one place', `
    select c.id as subject, 'its parent is not there: ' || c.parent as detail from process_instances c
    where c.parent is not null and not exists (select from process_instances p where p.id = c.parent)`),
];
