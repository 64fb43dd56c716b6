import type { Command } from '../command.js';
import { refuse, type Draft } from '../draft.js';
import { record } from '../facts.js';
import type { ActivityInstance, Suspension } from '../instance.js';

type Suspend = Extract<Command, { type: 'suspendInstance' | 'resumeInstance' }>;

/**
 * What people may not do to a suspended case. Whatever was under way outside when it was suspended (a service, a message, a child that
 * ends) is still taken, or it would be lost; what it opens stands still as well.
 */
export function refusedWhileSuspended(command: Command): boolean {
  return command.type === 'completeTask' || command.type === 'addApprover' || (command.type === 'triggerAction' && command.by !== null);
}

/** Every clock of the case stops with the time it has left, and no work is taken. Children follow by a command of their own. */
export function suspendInstance(draft: Draft, { by, remark, submission }: Suspend): void {
  const { suspended } = draft;
  const holds = by === null ? suspended?.withParent : suspended?.own;
  if (holds) return refuse(draft, { code: 'suspendedAlready' });
  if (by !== null && !remark) return refuse(draft, { code: 'remarkRequired', outcome: 'suspend' });
  record(draft, 'instanceSuspended', { by: by?.person ?? null }, { withParent: by === null, submission });
  draft.suspended = { since: draft.context.now, ...suspended, ...(by === null ? { withParent: true } : { own: true }) };
  if (suspended === undefined) alignChildren(draft);
}

/** Lets the case run again, unless it is suspended for another reason too. */
export function resumeInstance(draft: Draft, { by, remark, submission }: Suspend): void {
  const { suspended } = draft;
  const { parent } = draft.before;
  if (suspended === undefined) return refuse(draft, { code: 'notSuspended' });
  if (by !== null && !suspended.own && parent !== null) return refuse(draft, { code: 'suspendedWithParent', parent: parent.instance });
  if (by === null && !suspended.withParent) return refuse(draft, { code: 'notSuspended' });
  if (by !== null && !remark) return refuse(draft, { code: 'remarkRequired', outcome: 'resume' });
  record(draft, 'instanceResumed', { by: by?.person ?? null }, { withParent: by === null, submission });
  draft.suspended = remaining(suspended, by === null);
  if (draft.suspended === undefined) alignChildren(draft);
}

function remaining({ since, own, withParent }: Suspension, parentRuns: boolean): Suspension | undefined {
  if (parentRuns) return own && { since, own };
  return withParent && { since, withParent };
}

function alignChildren(draft: Draft): void {
  for (const activity of draft.activities) if (hasChildren(activity)) draft.effects.push({ type: 'alignChildren', activity: activity.id });
}

/** Instances of their own: those of a parallel forEach and called cases. What a sequential forEach counts runs inside. */
function hasChildren({ children, items }: ActivityInstance): boolean {
  return children !== null && items === null && children.active > 0;
}
