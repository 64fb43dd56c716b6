import type { Command } from '@reglament/engine';
import { idAt } from './ledger.js';
import { openTimers, type Rerun } from './rerun.js';

/**
 * A recorded command in the ids of the draft's run. `moot`: nobody is asked any more, for the draft has left that step already; `notYet`:
 * the draft has not come there.
 */
export type Matched = { readonly kind: 'now'; readonly command: Command; readonly node: string } | { readonly kind: 'moot' } | { readonly kind: 'notYet'; readonly node: string };

export function match(rerun: Rerun, command: Command): Matched {
  if ('task' in command) return matchTask(rerun, command);
  if ('timer' in command) return matchTimer(rerun, command);
  if ('subscription' in command) return matchSubscription(rerun, command);
  if ('activity' in command) return matchActivity(rerun, command);
  return { kind: 'now', command, node: '' };
}

type With<Name extends string> = Extract<Command, { readonly [Key in Name]: unknown }>;

function matchTask(rerun: Rerun, command: With<'task'>): Matched {
  const place = rerun.past.ledger.taskPlaces.get(command.task) ?? '';
  const task = idAt(rerun.ledger.taskPlaces, place);
  const node = nodeIn(place);
  if (task === undefined) return unlessOver(rerun, activityIn(place), node);
  const open = rerun.instance.activities.some(({ tasks }) => tasks.some(({ id }) => id === task));
  return open ? { kind: 'now', command: { ...command, task }, node } : { kind: 'moot' };
}

/** A timer of the draft that is due at another moment goes by its own clock. */
function matchTimer(rerun: Rerun, command: With<'timer'>): Matched {
  const then = rerun.past.ledger.timers.get(command.timer);
  const twin = then && openTimers(rerun).find(({ id, at }) => at === then.at && rerun.ledger.timers.get(id)?.place === then.place);
  return twin && then ? { kind: 'now', command: { ...command, timer: twin.id }, node: nodeIn(then.place) } : { kind: 'moot' };
}

function matchSubscription(rerun: Rerun, command: With<'subscription'>): Matched {
  const place = rerun.past.ledger.subscriptionPlaces.get(command.subscription) ?? '';
  const subscription = idAt(rerun.ledger.subscriptionPlaces, place);
  const node = nodeIn(place);
  if (subscription === undefined) return unlessOver(rerun, activityIn(place), node);
  const open = rerun.instance.activities.some(({ subscriptions = [] }) => subscriptions.some(({ id }) => id === subscription));
  return open ? { kind: 'now', command: { ...command, subscription }, node } : { kind: 'moot' };
}

function matchActivity(rerun: Rerun, command: With<'activity'>): Matched {
  const place = rerun.past.ledger.activityPlaces.get(command.activity) ?? '';
  const activity = idAt(rerun.ledger.activityPlaces, place);
  const node = nodeIn(place);
  // What has neither timer nor message (a sub-process that an action interrupts) is first named when it is used.
  const found = activity === undefined ? rerun.instance.activities.find((each) => each.node === node && !rerun.ledger.activityPlaces.has(each.id)) : rerun.instance.activities.find(({ id }) => id === activity);
  if (found) return { kind: 'now', command: { ...command, activity: found.id }, node };
  return activity === undefined ? { kind: 'notYet', node } : { kind: 'moot' };
}

function unlessOver(rerun: Rerun, activityPlace: string, node: string): Matched {
  const activity = idAt(rerun.ledger.activityPlaces, activityPlace);
  const over = activity !== undefined && !rerun.instance.activities.some(({ id }) => id === activity);
  return over ? { kind: 'moot' } : { kind: 'notYet', node };
}

/** Places begin with the entry, `<node>#<n>`; node keys have none of these signs. */
function activityIn(place: string): string {
  return place.split(/[/ ]/, 1)[0] ?? '';
}

function nodeIn(place: string): string {
  return place.split('#', 1)[0] ?? '';
}
