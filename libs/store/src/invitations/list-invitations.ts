import { statement, type Queryable } from '../connection/queryable.js';

export interface InvitationListRow {
  readonly id: string; readonly instance: string; readonly task: string; readonly taskTitle: unknown; readonly childTitle: string | null;
  /** Personal: to be masked by whoever shows it, never logged. */
  readonly address: string | null;
  readonly taskStatus: 'open' | 'completed' | 'cancelled'; readonly completedBy: string | null;
  readonly mail: 'waiting' | 'sent' | 'failed' | null; readonly openedAt: string | null; readonly expiresAt: string; readonly dueAt: string | null;
}

const list = statement('invitations-of-case', `
  select i.id, i.instance, i.task, t.title as "taskTitle", c.child_title as "childTitle", i.address, t.status as "taskStatus", t.completed_by as "completedBy",
    (select m.state from mails m where m.invitation = i.id order by m.created_at desc limit 1) as mail, i.opened_at as "openedAt",
    coalesce(t.due_at, t.opened_at) + make_interval(days => i.grace_days) as "expiresAt", t.due_at as "dueAt"
  from invitations i join tasks t on t.id = i.task join process_instances c on c.id = i.instance
  where i.instance = $1 or (c.parent = $1 and c.scope_node is not null)
  order by t.status <> 'open', c.parent_index nulls first, i.slot, i.id
  limit $2`);

/** Links of a case and of the children that it runs itself, the open ones first. */
export function invitationsOf(db: Queryable, instance: string, limit = 500): Promise<InvitationListRow[]> {
  return db.query<InvitationListRow>(list, [instance, limit]);
}
