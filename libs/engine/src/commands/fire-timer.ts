import type { Command } from '../command.js';
import { findActivity, refuse, replaceActivity, takeGlobalId, type Draft } from '../draft.js';
import { record } from '../facts.js';
import type { ActivityInstance, OpenTask, OpenTimer } from '../instance.js';
import { calendarOf } from '../organisations.js';
import { reminderMoment } from '../parts/alarms.js';
import { momentCome } from '../nodes/catch-event.js';
import { repeatTimer, whenHolds } from '../parts/boundary.js';
import { eventsAt } from '../parts/event-sub-process.js';
import { resolvePerformers } from '../parts/performers.js';
import { takeEvent } from '../parts/take-event.js';
import { scopeAt } from '../scope.js';
import { addTimers } from '../timers.js';
import { nodeOf } from '../settle.js';
import { replaceTask } from '../tasks.js';
import { humanNodeOf } from './find-task.js';

/** A timer is due. Whether its moment has come is for the shell to see; here it fires once and is gone. */
export function fireTimer(draft: Draft, command: Extract<Command, { type: 'fireTimer' }>): void {
  const activity = draft.activities.find(({ timers }) => timers.some((timer) => timer.id === command.timer));
  const timer = activity?.timers.find((candidate) => candidate.id === command.timer);
  if (!activity || !timer) return refuse(draft, { code: 'timerNotOpen', timer: command.timer });
  const left: ActivityInstance = { ...activity, timers: activity.timers.filter((other) => other.id !== timer.id) };
  replaceActivity(draft, left);
  switch (timer.kind) {
    case 'boundary': return fireBoundary(draft, left, timer);
    case 'catch': return fireCatch(draft, left, timer);
    case 'reminder': return remind(draft, left, timer);
    case 'escalation': return escalate(draft, left, timer);
  }
}

function fireBoundary(draft: Draft, activity: ActivityInstance, timer: OpenTimer): void {
  const boundary = eventsAt(draft, activity).find(({ event }) => event.key === timer.ref);
  const holds = boundary !== undefined && whenHolds(draft, activity, boundary);
  recordFired(draft, activity, timer, holds);
  if (!boundary) return;
  repeatTimer(draft, activity, boundary, timer);
  if (holds) takeEvent(draft, activity, boundary, []);
}

function fireCatch(draft: Draft, activity: ActivityInstance, timer: OpenTimer): void {
  recordFired(draft, activity, timer, true);
  const node = nodeOf(draft, activity.node);
  if (node.type === 'catchEvent') momentCome(draft, node, activity);
}

function remind(draft: Draft, activity: ActivityInstance, timer: OpenTimer): void {
  const task = taskOf(activity, timer);
  const { human, key } = humanNodeOf(draft, activity);
  const reminder = human.reminders[Number(timer.ref)];
  recordFired(draft, activity, timer, task !== undefined);
  if (!task || !reminder) return;
  const to = task.assignee === null ? task.performers : [task.assignee];
  draft.effects.push({ type: 'notify', kind: 'reminder', to, task: task.id, node: key });
  record(draft, 'reminded', { node: key, activity: activity.id, task: task.id }, { reminder: timer.ref });
  if (reminder.kind !== 'every') return;
  const at = reminderMoment(draft, key, reminder, task.dueAt, calendarOf(draft, task.performers[0], human.calendar), scopeAt(draft, activity.id));
  if (at !== null) addTimers(draft, activity.id, [{ id: takeGlobalId(draft), kind: 'reminder', ref: timer.ref, task: task.id, at }]);
}

/** Tells those of the rung, and the performers that it was told; where the rung says so, they may do the task too. */
function escalate(draft: Draft, activity: ActivityInstance, timer: OpenTimer): void {
  const task = taskOf(activity, timer);
  const { human, key } = humanNodeOf(draft, activity);
  const rung = human.escalations[Number(timer.ref)];
  recordFired(draft, activity, timer, task !== undefined);
  if (!task || !rung) return;
  const to = resolvePerformers(draft, rung.to, scopeAt(draft, activity.id));
  draft.effects.push({ type: 'notify', kind: 'escalated', to, task: task.id, node: key });
  draft.effects.push({ type: 'notify', kind: 'overdue', to: task.assignee === null ? task.performers : [task.assignee], task: task.id, node: key });
  record(draft, 'escalated', { node: key, activity: activity.id, task: task.id }, { rung: timer.ref, to, addCandidates: rung.addCandidates });
  if (!rung.addCandidates) return;
  const open = findActivity(draft, activity.id);
  if (open) replaceTask(draft, open, { ...task, performers: [...new Set([...task.performers, ...to])] });
}

function taskOf(activity: ActivityInstance, timer: OpenTimer): OpenTask | undefined {
  return activity.tasks.find((task) => task.id === timer.task);
}

function recordFired(draft: Draft, activity: ActivityInstance, timer: OpenTimer, acted: boolean): void {
  record(draft, 'timerFired', { node: activity.node, activity: activity.id, task: timer.task }, { timer: timer.id, kind: timer.kind, ref: timer.ref, acted });
}
