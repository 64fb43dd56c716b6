import type { Command } from '../command.js';
import { findActivity, refuse, type Draft } from '../draft.js';
import { record } from '../facts.js';
import { catcherOf, takeCaught } from '../parts/catchers.js';
import { nodeOf } from '../settle.js';

/** A service has ended with an error that the process may catch. Where nobody does, an operator has to decide: it is refused. */
export function failServiceTask(draft: Draft, { activity: id, code, data }: Extract<Command, { type: 'failServiceTask' }>): void {
  const activity = findActivity(draft, id);
  if (!activity || !nodeOf(draft, activity.node).callsService) return refuse(draft, { code: 'activityNotOpen', activity: id });
  record(draft, 'serviceFailed', { node: activity.node, activity: id }, { code });
  const catcher = catcherOf(draft, 'error', code, { activity });
  if (catcher === null) return refuse(draft, { code: 'errorNotCaught', error: code });
  takeCaught(draft, catcher, 'error', { code, data });
}
