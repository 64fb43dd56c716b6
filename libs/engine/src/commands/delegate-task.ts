import type { Command } from '../command.js';
import { refuse, type Draft } from '../draft.js';
import { record } from '../facts.js';
import type { OpenTask } from '../instance.js';
import { replaceTask } from '../tasks.js';
import { findTask } from './find-task.js';

/** Hands a task to somebody else: a person gets it as an assignee beside the others, a role or organisation instead of them. */
export function delegateTask(draft: Draft, command: Extract<Command, { type: 'delegateTask' }>): void {
  const found = findTask(draft, command.task);
  if (!found) return refuse(draft, { code: 'taskNotOpen', task: command.task });
  const { activity, task } = found;
  const { to, by } = command;
  if (task.excluded.includes(to)) return refuse(draft, { code: 'fourEyes', person: to, node: activity.node });
  const next: OpenTask = to.startsWith('person:')
    ? { ...task, assignee: to, performers: task.performers.includes(to) ? task.performers : [...task.performers, to] }
    : { ...task, assignee: null, performers: [to] };
  replaceTask(draft, activity, next);
  record(draft, 'taskDelegated', { node: activity.node, activity: activity.id, task: task.id, by: by.person }, { to, right: { ...by.right } });
  draft.effects.push({ type: 'notify', kind: 'taskAssigned', to: [to], task: task.id, node: activity.node });
}
