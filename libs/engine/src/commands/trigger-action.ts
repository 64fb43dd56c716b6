import type { Command } from '../command.js';
import { findActivity, refuse, writeVariables, type Draft } from '../draft.js';
import { record } from '../facts.js';
import type { Json } from '../instance.js';
import { beginPart } from '../nodes/ad-hoc-sub-process.js';
import { whenHolds } from '../parts/boundary.js';
import { eventsAt } from '../parts/event-sub-process.js';
import { takeEvent } from '../parts/take-event.js';
import { nodeOf } from '../settle.js';

/** Somebody does to the case what an open activity allows: withdraws it, asks for a new term. */
export function triggerAction(draft: Draft, command: Extract<Command, { type: 'triggerAction' }>): void {
  const { by, data } = command;
  const activity = findActivity(draft, command.activity);
  if (!activity) return refuse(draft, { code: 'activityNotOpen', activity: command.activity });
  const node = nodeOf(draft, activity.node);
  const boundary = eventsAt(draft, activity).find(({ event }) => event.type === 'action' && event.key === command.action);
  if (!boundary && node.type === 'adHocSubProcess') return activity.frozen ? refuse(draft, { code: 'suspended', node: node.key }) : beginPart(draft, node, activity, command.action, command);
  // In a child that runs one task the actions belong to the parent's activity.
  if (boundary?.event.type !== 'action' || (draft.before.scopeNode === activity.node && !activity.listening)) return refuse(draft, { code: 'unknownAction', action: command.action });
  const { event } = boundary;
  if (!whenHolds(draft, activity, boundary)) return refuse(draft, { code: 'conditionNotMet', action: command.action });
  if (event.remark === 'required' && by !== null && !command.remark) return refuse(draft, { code: 'remarkRequired', outcome: command.action });
  if (event.form !== undefined && data === null) return refuse(draft, { code: 'formRequired', form: event.form });
  if (data !== null && event.variable !== undefined) writeVariables(draft, { [event.variable]: data }, activity.scope);
  record(draft, 'actionTriggered', { node: activity.node, activity: activity.id, by: by?.person ?? null }, {
    action: event.key, interrupting: event.interrupting, submission: command.submission, remark: command.remark,
    right: by === null ? null : { ...by.right } as Json,
  });
  takeEvent(draft, activity, boundary, []);
}
