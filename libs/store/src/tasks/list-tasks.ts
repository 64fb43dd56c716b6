import type { PartyReference } from '@reglament/contracts';
import type { Queryable } from '../connection/queryable.js';
import { addScope, addSearch, conditions, type Conditions } from '../lists/conditions.js';
import { listPage, type ListDefinition, type PageOf, type PageRequest } from '../lists/page.js';
import { taskColumns } from '../transition/task-columns.js';
import type { TaskRecord } from '../transition/loaded-task.js';

/** A task as lists show it: with what is said of its case. */
export interface TaskListRow extends TaskRecord {
  readonly subject: string | null;
  readonly businessKey: string | null;
  readonly definitionKey: string;
  readonly definitionVersion: number;
  readonly definitionHash: string;
  readonly instanceState: string | null;
  readonly childTitle: string | null;
  /** Whether anybody has typed into its form and not sent it: only then there is a draft to be looked for. */
  readonly drafted: boolean;
}

export const taskListColumns = `${taskColumns('t')}, i.subject, i.business_key as "businessKey", i.definition_key as "definitionKey",
  i.definition_version as "definitionVersion", i.definition_hash as "definitionHash", i.state as "instanceState", i.child_title as "childTitle",
  exists (select from drafts d where d.task = t.id) as drafted`;

/**
 * - `mine`: open, claimed by one of the persons, or given to them by name or position;
 * - `available`: open and unclaimed, for a role or organisation that they answer for;
 * - `team`: open, anywhere in the scope;
 * - `done`: completed by the person.
 */
export type WorklistScope = 'mine' | 'available' | 'team' | 'done';

export interface WorklistFilter {
  readonly scope: WorklistScope;
  /** `person:<id>` of who looks. */
  readonly person: PartyReference;
  /** Everything the person answers to, substitutions by date included (`keyList(performerKeys(…))`). */
  readonly keys: readonly PartyReference[];
  /** Paths whose tasks the person may see without a part in them; the `team` list. */
  readonly paths: readonly string[];
  readonly q?: string;
  /** Business time now: with `overdue`, tasks due before it. */
  readonly now?: string;
  readonly overdue?: boolean;
  readonly definition?: string;
  readonly dueTo?: string;
  readonly organisation?: string;
}

const list: ListDefinition = {
  columns: taskListColumns,
  from: 'tasks t join process_instances i on i.id = t.instance',
  id: { sql: 't.id', type: 'text' },
  sorts: {
    // What has no term comes after everything that has one.
    dueAt: { sql: `coalesce(t.due_at, 'infinity')`, type: 'timestamptz' },
    openedAt: { sql: 't.opened_at', type: 'timestamptz' },
    createdAt: { sql: 't.opened_at', type: 'timestamptz' },
    closedAt: { sql: `coalesce(t.closed_at, 'infinity')`, type: 'timestamptz' },
    completedAt: { sql: `coalesce(t.closed_at, 'infinity')`, type: 'timestamptz' },
    priority: { sql: 't.priority', type: 'integer' },
    subject: { sql: `coalesce(i.subject, '') collate "ru-x-icu"`, type: 'text' },
  },
  defaultSort: 'dueAt',
  defaultOrder: 'asc',
};

export function listTasks(db: Queryable, filter: WorklistFilter, page: PageRequest): Promise<PageOf<TaskListRow>> {
  const where = conditions();
  addWorklistScope(where, filter);
  addSearch(where, ['i.subject', 'i.business_key', 't.title::text'], filter.q);
  if (filter.overdue && filter.now !== undefined) where.add('t.due_at < ?', filter.now);
  if (filter.definition !== undefined) where.add('i.definition_key = ?', filter.definition);
  if (filter.dueTo !== undefined) where.add('t.due_at <= ?', filter.dueTo);
  if (filter.organisation !== undefined) where.add('t.organisation = ?', filter.organisation);
  const order: PageRequest = filter.scope === 'done' && page.sort === undefined ? { ...page, sort: 'closedAt', order: 'desc' } : page;
  return listPage(db, list, where, order);
}

export function addWorklistScope(where: Conditions, { scope, person, keys, paths }: Pick<WorklistFilter, 'scope' | 'person' | 'keys' | 'paths'>): void {
  const byName = keys.filter((key) => key.startsWith('person:') || key.startsWith('position:'));
  const persons = keys.filter((key) => key.startsWith('person:'));
  switch (scope) {
    case 'mine':
      // Four-eyes: what the person may not complete is no work of theirs.
      where.add(`t.status = 'open' and not t.excluded && ?`, [person]);
      // Delegated work has an assignee who need not be among its performers.
      where.add(`(t.assignee = any(?) or (t.assignee is null and t.performers && ?))`, persons, byName);
      return;
    case 'available':
      where.add(`t.status = 'open' and t.performers && ? and not t.excluded && ?`, keys, [person]);
      where.add(`t.assignee is null and not t.performers && ?`, byName);
      return;
    case 'team':
      where.add(`t.status = 'open'`);
      addScope(where, 't.path', paths);
      return;
    case 'done':
      where.add(`t.status = 'completed' and t.completed_by = ?`, person);
  }
}
