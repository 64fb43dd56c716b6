import type { Command } from '../command.js';
import { findActivity, refuse, type Draft } from '../draft.js';
import { callEnded as ended } from '../nodes/call-activity.js';
import { nodeOf } from '../settle.js';

/** The called case has come to its end. */
export function callEnded(draft: Draft, command: Extract<Command, { type: 'callEnded' }>): void {
  const activity = findActivity(draft, command.activity);
  const node = activity && nodeOf(draft, activity.node);
  if (!activity || node?.type !== 'callActivity' || node.forEach?.mode === 'parallel' || activity.round !== undefined) return refuse(draft, { code: 'activityNotOpen', activity: command.activity });
  ended(draft, node, activity, command);
}
