import type { TaskRecord } from './loaded-task.js';

/** Columns of a TaskRecord, of the table under the given alias. */
export function taskColumns(t: string): string {
  return `${t}.id, ${t}.instance, ${t}.organisation, ${t}.path, ${t}.activity, ${t}.node, ${t}.slot, ${t}.title, ${t}.form, ${t}.performers,
    ${t}.assignee, ${t}.excluded, ${t}.due_at as "dueAt", ${t}.priority, ${t}.state, ${t}.why, ${t}.status, ${t}.outcome,
    ${t}.completed_by as "completedBy", ${t}.completed_right as "completedRight", ${t}.opened_at as "openedAt", ${t}.closed_at as "closedAt"`;
}

/** The record alone, out of a row that holds other columns too. */
export function taskRecord(row: TaskRecord): TaskRecord {
  return {
    id: row.id, instance: row.instance, organisation: row.organisation, path: row.path, activity: row.activity, node: row.node,
    slot: row.slot, title: row.title, form: row.form, performers: row.performers, assignee: row.assignee, excluded: row.excluded,
    dueAt: row.dueAt, priority: row.priority, state: row.state, why: row.why, status: row.status, outcome: row.outcome,
    completedBy: row.completedBy, completedRight: row.completedRight, openedAt: row.openedAt, closedAt: row.closedAt,
  };
}
