import type { Command } from '../command.js';
import { findActivity, refuse, type Draft } from '../draft.js';
import { record } from '../facts.js';
import { documentServiceCompleted } from '../nodes/document-task.js';
import { serviceTaskCompleted } from '../nodes/service-task.js';
import { holdsRuns } from '../runs.js';
import { nodeOf } from '../settle.js';

/** A service has done its work. Its result is not kept in history: only that it came. */
export function completeServiceTask(draft: Draft, command: Extract<Command, { type: 'completeServiceTask' }>): void {
  const activity = findActivity(draft, command.activity);
  const node = activity && nodeOf(draft, activity.node);
  if (!activity || !node?.callsService || holdsRuns(activity)) return refuse(draft, { code: 'activityNotOpen', activity: command.activity });
  record(draft, 'serviceCompleted', { node: node.key, activity: activity.id });
  if (node.type === 'serviceTask') serviceTaskCompleted(draft, node, activity, command.result);
  else if (node.type === 'documentTask') documentServiceCompleted(draft, node, activity, command.result);
}
