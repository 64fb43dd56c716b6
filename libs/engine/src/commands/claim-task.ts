import type { Command } from '../command.js';
import { refuse, type Draft } from '../draft.js';
import { record } from '../facts.js';
import { checkFourEyes } from '../parts/four-eyes.js';
import { replaceTask } from '../tasks.js';
import { findTask } from './find-task.js';

/** Takes a task out of the others' hands. Claiming what one has already changes nothing. */
export function claimTask(draft: Draft, command: Extract<Command, { type: 'claimTask' }>): void {
  const found = findTask(draft, command.task);
  if (!found) return refuse(draft, { code: 'taskNotOpen', task: command.task });
  const { activity, task, node } = found;
  if (task.assignee === command.by.person) return;
  if (task.assignee !== null) return refuse(draft, { code: 'alreadyClaimed', assignee: task.assignee });
  const refusal = checkFourEyes(draft, node.human.fourEyes, command.by);
  if (refusal) return refuse(draft, refusal);
  replaceTask(draft, activity, { ...task, assignee: command.by.person });
  record(draft, 'taskClaimed', { node: activity.node, activity: activity.id, task: task.id, by: command.by.person });
}

/** Gives a task back to everyone who may do it. */
export function unclaimTask(draft: Draft, command: Extract<Command, { type: 'unclaimTask' }>): void {
  const found = findTask(draft, command.task);
  if (!found) return refuse(draft, { code: 'taskNotOpen', task: command.task });
  const { activity, task } = found;
  if (task.assignee === null) return refuse(draft, { code: 'notClaimed', task: task.id });
  replaceTask(draft, activity, { ...task, assignee: null });
  record(draft, 'taskUnclaimed', { node: activity.node, activity: activity.id, task: task.id, by: command.by.person }, { from: task.assignee });
}
