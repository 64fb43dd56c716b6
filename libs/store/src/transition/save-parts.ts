import { mailIsOn } from '../mail/mail-is-on.js';
import type { Numbered, TransitionRow, TransitionRows } from './rows.js';

/** What the transitions share, read once. */
export const sharedColumns = `n int, id uuid, before_version int, organisation uuid, path text, period date, definition_key text,
  definition_version int, definition_hash text, status text, result text, state text, subject text, business_key text, starter text,
  started_at timestamptz, ended_at timestamptz, suspended_at timestamptz, parent uuid, parent_activity int, parent_index int, child_title text, scope_node text, apart boolean,
  version int, history_seq int, head_hash text, snapshot jsonb, command uuid, at timestamptz, completed_right jsonb, parties text[],
  fired_timer text, fence int, submission uuid, task text, node text, form_key text, form_hash text, outcome text, data jsonb, remark text,
  author text, salt text, hash text, actor text, key text, request_hash text, response jsonb`;

const instanceColumns = `id, organisation, path, period, definition_key, definition_version, definition_hash, status, result, state, subject,
  business_key, starter, started_at, ended_at, parent, parent_activity, parent_index, child_title, scope_node, version, history_seq,
  head_hash, snapshot`;

export const startSql = `
  insert into process_instances (${instanceColumns}, apart)
  select ${instanceColumns}, coalesce(apart, false) from shared where before_version is null
  returning id`;

/** The guard: the version that was read, and the lease of the timer that is being fired, where there is one. */
export const moveSql = `
  update process_instances i
  set version = s.version, history_seq = s.history_seq, head_hash = s.head_hash, snapshot = s.snapshot, status = s.status, result = s.result,
    state = s.state, subject = s.subject, business_key = s.business_key, ended_at = s.ended_at, suspended_at = s.suspended_at, definition_hash = s.definition_hash
  from shared s
  where i.id = s.id and i.version = s.before_version
    and (s.fired_timer is null or exists (select from timers t where t.id = s.fired_timer and t.fence = s.fence))
  returning i.id`;

/**
 * A data-modifying WITH query of the save statement. It reads `moved`: the transitions whose guard held; so nothing is written for an
 * instance that had moved on.
 */
export interface SavePart {
  readonly key: string;
  /** Whether the transition needs it: parts that nobody needs are left out of the statement. */
  readonly needed: (transition: TransitionRow, rows: TransitionRows) => boolean;
  readonly sql: string;
}

/** Parts that read their rows from `moved` alone. */
export const sharedParts: readonly SavePart[] = [
  {
    key: 'participations', needed: ({ parties }) => parties.length > 0,
    sql: `insert into participations (party, instance) select unnest(parties), id from moved on conflict do nothing`,
  },
  {
    key: 'submissions', needed: ({ submission }) => submission !== undefined,
    sql: `insert into submissions (id, instance, organisation, path, period, task, node, form_key, form_hash, outcome, data, remark, author, at, salt, hash)
      select submission, id, organisation, path, period, task, node, form_key, form_hash, outcome, data, remark, author, at, salt, hash
      from moved where submission is not null`,
  },
  {
    key: 'idempotency', needed: ({ key }) => key !== undefined,
    sql: `insert into idempotency (actor, key, request_hash, response) select actor, key, request_hash, response from moved where key is not null`,
  },
  {
    // Of whoever has completed the task: it stands in the submission. What others had typed, or what a cancelled task leaves, is kept for them to read.
    key: 'drafts', needed: (_, rows) => rows.closedTasks.length > 0,
    sql: `delete from drafts d using closed where d.task = closed.id and d.person = closed.completed_by`,
  },
];

/**
 * Open, but not in the words of the partial indexes of open tasks: while statistics are young the planner takes such an index for small
 * and reads every open task of the base to close one (11 of a statement's 12 ms with 3,600 open tasks).
 */
const notClosed = `t.status not in ('completed', 'cancelled')`;

/** Parts with rows of their own; `$` stands for their parameter. */
export interface RowsPart { readonly key: string; readonly rowsOf: (rows: TransitionRows) => readonly Numbered[]; readonly sql: string }

export const rowsParts: readonly RowsPart[] = [
  {
    key: 'closed', rowsOf: (rows) => rows.closedTasks,
    sql: `update tasks t
      set status = r.status, outcome = r.outcome, completed_by = r.completed_by, closed_at = m.at,
        completed_right = case when r.status = 'completed' then m.completed_right end
      from jsonb_to_recordset($) as r (n int, id text, status text, outcome text, completed_by text) join moved m using (n)
      where t.id = r.id and ${notClosed}
      returning t.id, t.completed_by`,
  },
  {
    key: 'opened', rowsOf: (rows) => rows.openedTasks,
    sql: `insert into tasks (id, instance, organisation, path, period, activity, node, slot, title, form, performers, assignee, excluded, due_at, priority,
        state, why, opened_at)
      select r.id, m.id, m.organisation, m.path, m.period, r.activity, r.node, r.slot, r.title, r.form, r.performers, r.assignee, r.excluded, r.due_at,
        r.priority, r.state, r.why, m.at
      from jsonb_to_recordset($) as r (n int, id text, activity int, node text, slot int, title jsonb, form text, performers text[], assignee text,
        excluded text[], due_at timestamptz, priority int, state text, why jsonb) join moved m using (n)`,
  },
  {
    key: 'updated', rowsOf: (rows) => rows.updatedTasks,
    sql: `update tasks t
      set performers = r.performers, assignee = r.assignee, excluded = r.excluded, due_at = r.due_at
      from jsonb_to_recordset($) as r (n int, id text, performers text[], assignee text, excluded text[], due_at timestamptz) join moved m using (n)
      where t.id = r.id and ${notClosed}`,
  },
  {
    // The very row that an operation has cancelled: its drafts, links and notices name it.
    key: 'reopened', rowsOf: (rows) => rows.reopenedTasks,
    sql: `update tasks t
      set status = 'open', outcome = null, completed_by = null, completed_right = null, closed_at = null,
        performers = r.performers, assignee = r.assignee, excluded = r.excluded, due_at = r.due_at
      from jsonb_to_recordset($) as r (n int, id text, performers text[], assignee text, excluded text[], due_at timestamptz) join moved m using (n)
      where t.id = r.id and t.instance = m.id and t.status = 'cancelled'`,
  },
  {
    key: 'timers', rowsOf: (rows) => rows.timers,
    sql: `insert into timers (id, instance, organisation, path, activity, kind, ref, task, at)
      select r.id, m.id, m.organisation, m.path, r.activity, r.kind, r.ref, r.task, r.at
      from jsonb_to_recordset($) as r (n int, id text, activity int, kind text, ref text, task text, at timestamptz) join moved m using (n)`,
  },
  {
    key: 'ended_timers', rowsOf: (rows) => rows.endedTimers,
    sql: `delete from timers t using jsonb_to_recordset($) as r (n int, id text) join moved m using (n) where t.id = r.id`,
  },
  {
    key: 'subscriptions', rowsOf: (rows) => rows.subscriptions,
    sql: `insert into message_subscriptions (id, instance, organisation, path, activity, message, correlation)
      select r.id, m.id, m.organisation, m.path, r.activity, r.message, r.correlation
      from jsonb_to_recordset($) as r (n int, id text, activity int, message text, correlation text) join moved m using (n)`,
  },
  {
    // A message that is kept for whoever begins to wait: it is delivered at once. Two that miss each other by a hair meet at the next look.
    key: 'kept', rowsOf: (rows) => rows.subscriptions,
    sql: `update outbox o set due_at = now()
      from jsonb_to_recordset($) as r (n int, message text, correlation text) join moved m using (n)
        join sent_messages s on s.message = r.message and s.correlation = r.correlation and s.keep_until is not null
      where o.instance = s.instance and o.kind = 'sendMessage' and (o.payload ->> 'activity')::int = s.id and o.lease_until is null`,
  },
  {
    key: 'ended_subscriptions', rowsOf: (rows) => rows.endedSubscriptions,
    sql: `delete from message_subscriptions t using jsonb_to_recordset($) as r (n int, id text) join moved m using (n) where t.id = r.id`,
  },
  {
    key: 'sent', rowsOf: (rows) => rows.sentMessages,
    sql: `insert into sent_messages (instance, id, organisation, path, message, correlation, data, keep_until)
      select m.id, r.id, m.organisation, m.path, r.message, r.correlation, r.data, r.keep_until
      from jsonb_to_recordset($) as r (n int, id int, message text, correlation text, data jsonb, keep_until timestamptz) join moved m using (n)`,
  },
  {
    key: 'outbox', rowsOf: (rows) => rows.outbox,
    sql: `insert into outbox (instance, organisation, path, kind, payload)
      select r.instance, m.organisation, m.path, r.kind, jsonb_build_object('activity', r.activity)
      from jsonb_to_recordset($) as r (n int, instance uuid, kind text, activity int) join moved m using (n)`,
  },
  {
    key: 'services', rowsOf: (rows) => rows.serviceCalls,
    sql: `insert into service_calls (instance, activity, organisation, path, node, handler, input, retry)
      select m.id, r.activity, m.organisation, m.path, r.node, r.handler, r.input, r.retry
      from jsonb_to_recordset($) as r (n int, activity int, node text, handler text, input jsonb, retry jsonb) join moved m using (n)`,
  },
  {
    key: 'ended_services', rowsOf: (rows) => rows.endedServices,
    sql: `delete from service_calls s using jsonb_to_recordset($) as r (n int, activity int) join moved m using (n)
      where s.instance = m.id and s.activity = r.activity`,
  },
  {
    key: 'children', rowsOf: (rows) => rows.childStarts,
    sql: `insert into child_starts (instance, activity, organisation, path, node, items, total)
      select m.id, r.activity, m.organisation, m.path, r.node, r.items, r.total
      from jsonb_to_recordset($) as r (n int, activity int, node text, items jsonb, total int) join moved m using (n)`,
  },
  {
    key: 'notified', rowsOf: (rows) => rows.notifications,
    sql: `insert into notifications (organisation, path, recipients, kind, instance, task, node, at, mail_due)
      select m.organisation, m.path, r.recipients, r.kind, m.id, r.task, r.node, m.at, ${mailIsOn}
      from jsonb_to_recordset($) as r (n int, recipients text[], kind text, task text, node text) join moved m using (n)`,
  },
  {
    key: 'invited', rowsOf: (rows) => rows.invitations,
    sql: `insert into invitations (instance, organisation, path, task, slot, address, grace_days, mail_due)
      select m.id, m.organisation, m.path, r.task, r.slot, r.address, r.grace_days, ${mailIsOn}
      from jsonb_to_recordset($) as r (n int, task text, slot int, address text, grace_days int) join moved m using (n)`,
  },
  {
    key: 'recorded', rowsOf: (rows) => rows.history,
    sql: `insert into history (instance, seq, organisation, path, period, version, command, at, kind, node, activity, task, by_party, data, hash)
      select m.id, r.seq, m.organisation, m.path, m.period, m.version, m.command, m.at, r.kind, r.node, r.activity, r.task, r.by_party, r.data, r.hash
      from jsonb_to_recordset($) as r (n int, seq int, kind text, node text, activity int, task text, by_party text, data jsonb, hash text)
      join moved m using (n)`,
  },
];
