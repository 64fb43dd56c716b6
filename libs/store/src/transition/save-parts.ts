import type { TransitionRows } from './rows.js';

/**
 * One part of the save statement: a data-modifying WITH query over the rows of one kind. `rows` is its parameter, `moved` are the
 * instances whose version guard held; a part joins `moved`, so nothing is written for an instance that had moved on.
 */
export interface SavePart {
  readonly key: string;
  readonly rowsOf: (rows: TransitionRows) => readonly unknown[];
  /** `$` stands for the parameter. */
  readonly sql: string;
}

const place = 'instance uuid, organisation uuid, path text';

export const startPart: SavePart = {
  key: 'start',
  rowsOf: (rows) => (rows.instance.before_version === null ? [rows.instance] : []),
  sql: `insert into process_instances (id, organisation, path, period, definition_key, definition_version, definition_hash, status, result,
      state, subject, business_key, starter, started_at, ended_at, parent, parent_activity, parent_index, child_title, scope_node, version,
      history_seq, head_hash, snapshot)
    select id, organisation, path, period, definition_key, definition_version, definition_hash, status, result, state, subject, business_key,
      starter, started_at, ended_at, parent, parent_activity, parent_index, child_title, scope_node, version, history_seq, head_hash, snapshot
    from json_to_recordset($) as r (id uuid, organisation uuid, path text, period date, definition_key text, definition_version int,
      definition_hash text, status text, result text, state text, subject text, business_key text, starter text, started_at timestamptz,
      ended_at timestamptz, parent uuid, parent_activity int, parent_index int, child_title text, scope_node text, version int,
      history_seq int, head_hash text, snapshot jsonb)
    returning id`,
};

/** The guard: the version that was read, and the lease of the timer that is being fired, where there is one. */
export const movePart: SavePart = {
  key: 'move',
  rowsOf: (rows) => (rows.instance.before_version === null ? [] : [rows.instance]),
  sql: `update process_instances i
    set version = r.version, history_seq = r.history_seq, head_hash = r.head_hash, snapshot = r.snapshot, status = r.status, result = r.result,
      state = r.state, subject = r.subject, business_key = r.business_key, ended_at = r.ended_at, definition_hash = r.definition_hash
    from json_to_recordset($) as r (id uuid, before_version int, version int, history_seq int, head_hash text, snapshot jsonb, status text,
      result text, state text, subject text, business_key text, ended_at timestamptz, definition_hash text, fired_timer text, fence int)
    where i.id = r.id and i.version = r.before_version
      and (r.fired_timer is null or exists (select from timers t where t.id = r.fired_timer and t.fence = r.fence))
    returning i.id`,
};

export const parts: readonly SavePart[] = [
  {
    key: 'closed', rowsOf: (rows) => rows.closedTasks,
    sql: `update tasks t
      set status = r.status, outcome = r.outcome, completed_by = r.completed_by, completed_right = r.completed_right, closed_at = r.closed_at
      from json_to_recordset($) as r (id text, instance uuid, status text, outcome text, completed_by text, completed_right jsonb, closed_at timestamptz)
      join moved on moved.id = r.instance
      where t.id = r.id and t.status = 'open'`,
  },
  {
    key: 'drafts', rowsOf: (rows) => rows.closedTasks,
    sql: `delete from drafts d using json_to_recordset($) as r (id text, instance uuid) join moved on moved.id = r.instance where d.task = r.id`,
  },
  {
    key: 'opened', rowsOf: (rows) => rows.openedTasks,
    sql: `insert into tasks (id, instance, organisation, path, period, activity, node, slot, title, form, performers, assignee, excluded, due_at,
        priority, state, why, opened_at)
      select r.id, r.instance, organisation, path, period, activity, node, slot, title, form, performers, assignee, excluded, due_at, priority,
        state, why, opened_at
      from json_to_recordset($) as r (id text, ${place}, period date, activity int, node text, slot int, title jsonb, form text, performers text[],
        assignee text, excluded text[], due_at timestamptz, priority int, state text, why jsonb, opened_at timestamptz)
      join moved on moved.id = r.instance`,
  },
  {
    key: 'updated', rowsOf: (rows) => rows.updatedTasks,
    sql: `update tasks t
      set performers = r.performers, assignee = r.assignee, excluded = r.excluded, due_at = r.due_at
      from json_to_recordset($) as r (id text, instance uuid, performers text[], assignee text, excluded text[], due_at timestamptz)
      join moved on moved.id = r.instance
      where t.id = r.id and t.status = 'open'`,
  },
  {
    key: 'timers', rowsOf: (rows) => rows.timers,
    sql: `insert into timers (id, instance, organisation, path, activity, kind, ref, task, at)
      select r.id, r.instance, organisation, path, activity, kind, ref, task, at
      from json_to_recordset($) as r (id text, ${place}, activity int, kind text, ref text, task text, at timestamptz)
      join moved on moved.id = r.instance`,
  },
  {
    key: 'endedTimers', rowsOf: (rows) => rows.endedTimers,
    sql: `delete from timers t using json_to_recordset($) as r (id text, instance uuid) join moved on moved.id = r.instance where t.id = r.id`,
  },
  {
    key: 'outbox', rowsOf: (rows) => rows.outbox.map((row) => ({ ...row, sender: rows.instance.id })),
    sql: `insert into outbox (instance, organisation, path, kind, payload)
      select instance, organisation, path, kind, payload
      from json_to_recordset($) as r (${place}, kind text, payload jsonb, sender uuid)
      join moved on moved.id = r.sender`,
  },
  {
    key: 'services', rowsOf: (rows) => rows.serviceCalls,
    sql: `insert into service_calls (instance, activity, organisation, path, node, handler, input, retry)
      select instance, activity, organisation, path, node, handler, input, retry
      from json_to_recordset($) as r (${place}, activity int, node text, handler text, input jsonb, retry jsonb)
      join moved on moved.id = r.instance`,
  },
  {
    key: 'endedServices', rowsOf: (rows) => rows.endedServices,
    sql: `delete from service_calls s using json_to_recordset($) as r (instance uuid, activity int) join moved on moved.id = r.instance
      where s.instance = r.instance and s.activity = r.activity`,
  },
  {
    key: 'children', rowsOf: (rows) => rows.childStarts,
    sql: `insert into child_starts (instance, activity, organisation, path, node, items, total)
      select instance, activity, organisation, path, node, items, total
      from json_to_recordset($) as r (${place}, activity int, node text, items jsonb, total int)
      join moved on moved.id = r.instance`,
  },
  {
    key: 'notifications', rowsOf: (rows) => rows.notifications,
    sql: `insert into notifications (organisation, path, recipients, kind, instance, task, node, at)
      select organisation, path, recipients, kind, instance, task, node, at
      from json_to_recordset($) as r (${place}, recipients text[], kind text, task text, node text, at timestamptz)
      join moved on moved.id = r.instance`,
  },
  {
    key: 'participations', rowsOf: (rows) => rows.participations,
    sql: `insert into participations (party, instance)
      select party, instance from json_to_recordset($) as r (instance uuid, party text) join moved on moved.id = r.instance
      on conflict do nothing`,
  },
  {
    key: 'history', rowsOf: (rows) => rows.history,
    sql: `insert into history (instance, seq, organisation, path, period, version, command, at, kind, node, activity, task, by_party, data, hash)
      select instance, seq, organisation, path, period, version, command, at, kind, node, activity, task, by_party, data, hash
      from json_to_recordset($) as r (${place}, period date, seq int, version int, command uuid, at timestamptz, kind text, node text,
        activity int, task text, by_party text, data jsonb, hash text)
      join moved on moved.id = r.instance`,
  },
  {
    key: 'submissions', rowsOf: (rows) => rows.submissions,
    sql: `insert into submissions (id, instance, organisation, path, period, task, node, form_key, form_hash, outcome, data, remark, author, at,
        salt, hash)
      select r.id, instance, organisation, path, period, task, node, form_key, form_hash, outcome, data, remark, author, at, salt, hash
      from json_to_recordset($) as r (id uuid, ${place}, period date, task text, node text, form_key text, form_hash text, outcome text, data jsonb,
        remark text, author text, at timestamptz, salt text, hash text)
      join moved on moved.id = r.instance`,
  },
  {
    key: 'idempotency', rowsOf: (rows) => rows.idempotency,
    sql: `insert into idempotency (actor, key, request_hash, response)
      select actor, key, request_hash, response
      from json_to_recordset($) as r (instance uuid, actor text, key text, request_hash text, response jsonb)
      join moved on moved.id = r.instance`,
  },
];
