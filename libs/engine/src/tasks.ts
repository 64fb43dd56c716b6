import type { PartyReference } from '@reglament/contracts';
import { findActivity, replaceActivity, takeGlobalId, type Draft, type PathStep } from './draft.js';
import { record } from './facts.js';
import type { ActivityInstance, Json, OpenTask } from './instance.js';
import { calendarOf } from './organisations.js';
import { alarmsOf } from './parts/alarms.js';
import { excludedBy } from './parts/four-eyes.js';
import type { CompiledHuman } from './parts/human.js';
import { inviteFor, namedFor } from './parts/invitations.js';
import { requirePerformers } from './parts/performers.js';
import { dueFact, momentOf } from './parts/terms.js';
import { scopeAt } from './scope.js';
import { addTimers, cancelTimers } from './timers.js';

/** Gives work to people: the task, its due moment, reminders and ladder, the notice, and why it exists. */
export function openTask(
  draft: Draft, activityId: number, human: CompiledHuman, asked: readonly PartyReference[], slot: number | null, path: readonly PathStep[],
): void {
  const activity = findActivity(draft, activityId);
  if (!activity) return;
  const { node } = activity;
  const id = takeGlobalId(draft);
  const performers = namedFor(id, asked);
  const excluded = excludedBy(draft, human.fourEyes);
  requirePerformers(draft, node, performers, excluded);
  const scope = scopeAt(draft, activityId);
  const calendar = calendarOf(draft, performers[0], human.calendar);
  const due = human.due && momentOf(draft, node, human.due, 'from', draft.context.now, calendar, scope);
  const task: OpenTask = { id, performers, assignee: null, excluded, dueAt: due?.at ?? null, slot };
  replaceActivity(draft, { ...activity, tasks: [...activity.tasks, task] });
  draft.effects.push({
    type: 'openTask', task, activity: activityId, node, title: human.title, form: human.form, priority: human.priority, state: draft.state,
    why: { performers: human.performerExpressions, due: due ? { term: human.dueExpression, ...(dueFact(due) as object) } : null, path: path as unknown as Json },
  });
  record(draft, 'taskOpened', { node, activity: activityId, task: task.id }, { performers, dueAt: task.dueAt, calendar: due?.calendarHash ?? null, slot });
  inviteFor(draft, human.invites, id, node, scope);
  draft.effects.push({ type: 'notify', kind: 'taskAssigned', to: performers, task: task.id, node });
  if (human.reminders.length > 0 || human.escalations.length > 0) addTimers(draft, activityId, alarmsOf(draft, node, human, task, calendar, scope));
}

/** Takes a task off the list, with the timers that were its own. */
export function closeTask(
  draft: Draft, activity: ActivityInstance, task: OpenTask, status: 'completed' | 'cancelled', outcome: string | null, by: PartyReference | null,
): void {
  const open = findActivity(draft, activity.id);
  if (!open) return;
  const own = open.timers.filter((timer) => timer.task === task.id);
  replaceActivity(draft, { ...open, tasks: open.tasks.filter((other) => other.id !== task.id) });
  draft.effects.push({ type: 'closeTask', task: task.id, status, outcome, by, node: activity.node });
  if (status === 'cancelled') record(draft, 'taskCancelled', { node: activity.node, activity: activity.id, task: task.id });
  cancelTimers(draft, activity, own);
}

export function replaceTask(draft: Draft, activity: ActivityInstance, task: OpenTask): void {
  replaceActivity(draft, { ...activity, tasks: activity.tasks.map((other) => (other.id === task.id ? task : other)) });
  draft.effects.push({ type: 'updateTask', task });
}
