import { findActivity, takeGlobalId, type Draft } from '../draft.js';
import type { ActivityInstance, OpenTask, OpenTimer } from '../instance.js';
import { calendarOf } from '../organisations.js';
import { alarmsOf } from '../parts/alarms.js';
import { eventsAt } from '../parts/event-sub-process.js';
import type { CompiledHuman } from '../parts/human.js';
import { momentOf } from '../parts/terms.js';
import { scopeAt } from '../scope.js';
import { replaceTask } from '../tasks.js';
import { addTimers, cancelTimers } from '../timers.js';
import type { TermsChoice } from './migration.js';

/**
 * Brings the timers of an open activity to the terms of the version after, where these differ.
 *
 * `keep`: every moment stays, so what is left of a term stays; only what nothing would answer to any more is taken away. `recompute`:
 * counted as if the step had been entered under the new terms; of a task that was opened later than its step (the next in a row),
 * from now, for the snapshot does not hold when. Terms that stand still are kept: they have no moment to be counted from.
 */
export function fitTerms(draft: Draft, activity: ActivityInstance, choice: TermsChoice): void {
  if (choice === 'recompute' && activity.frozen === undefined) recompute(draft, activity);
  else cancelTimers(draft, activity, activity.timers.filter((timer) => !isAnswered(draft, activity, timer)));
}

function isAnswered(draft: Draft, activity: ActivityInstance, { kind, ref }: OpenTimer): boolean {
  const node = draft.compiled.nodes.get(activity.node);
  const human = node && 'human' in node ? node.human : null;
  switch (kind) {
    case 'reminder': return human?.reminders[Number(ref)] !== undefined;
    case 'escalation': return human?.escalations[Number(ref)] !== undefined;
    case 'boundary': return eventsAt(draft, activity).some(({ event, term }) => event.key === ref && term !== null);
    case 'catch': return true;
  }
}

function recompute(draft: Draft, activity: ActivityInstance): void {
  cancelTimers(draft, activity, activity.timers);
  const node = draft.compiled.nodes.get(activity.node);
  const calendar = calendarOf(draft, undefined, 'case');
  const scope = scopeAt(draft, activity.id);
  const { enteredAt } = activity;
  // In a child the boundary events belong to the parent's activity.
  const events = draft.before.scopeNode === activity.node && activity.listening === undefined ? [] : eventsAt(draft, activity);
  for (const { event, term, times } of events) {
    const moment = term && momentOf(draft, activity.node, term, 'from', enteredAt, calendar, scope);
    if (moment) addTimers(draft, activity.id, [{ id: takeGlobalId(draft), kind: 'boundary', ref: event.key, task: null, at: moment.at, ...(times !== null && { left: times - 1 }) }]);
  }
  if (node?.type === 'catchEvent' && node.trigger.type === 'timer') {
    const moment = node.trigger.term && momentOf(draft, activity.node, node.trigger.term, 'from', enteredAt, calendar, scope);
    // A date that has become empty is no wait at all: the timer is due, and the next step of the case goes on by it.
    addTimers(draft, activity.id, [{ id: takeGlobalId(draft), kind: 'catch', ref: '', task: null, at: moment?.at ?? draft.context.now }]);
  }
  if (node && 'human' in node) for (const task of activity.tasks) recomputeTask(draft, activity, node.human, task);
}

function recomputeTask(draft: Draft, activity: ActivityInstance, human: CompiledHuman, task: OpenTask): void {
  const calendar = calendarOf(draft, task.performers[0], human.calendar);
  const scope = scopeAt(draft, activity.id);
  const inARow = task.slot !== null && task.slot > 0 && activity.tasks.length === 1;
  const due = human.due && momentOf(draft, activity.node, human.due, 'from', inARow ? draft.context.now : activity.enteredAt, calendar, scope);
  const moved: OpenTask = { ...task, dueAt: due?.at ?? null };
  const open = findActivity(draft, activity.id);
  if (open && moved.dueAt !== task.dueAt) replaceTask(draft, open, moved);
  addTimers(draft, activity.id, alarmsOf(draft, activity.node, human, moved, calendar, scope));
}
