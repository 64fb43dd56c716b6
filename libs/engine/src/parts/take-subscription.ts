import { writeVariables, type Draft } from '../draft.js';
import { record } from '../facts.js';
import type { ActivityInstance, Json, OpenSubscription } from '../instance.js';
import { eventCaught } from '../nodes/catch-event.js';
import { messageReceived } from '../nodes/receive-task.js';
import { whenHolds } from './boundary.js';
import { catcherOf, takeCaught } from './catchers.js';
import { isEscalation, sendUp } from './escalation-up.js';
import { eventsAt } from './event-sub-process.js';
import { endSubscription } from './messages.js';
import { signalAddress, signalOf } from './signals.js';
import { takeEvent } from './take-event.js';

type Carried = { readonly [name: string]: Json };

/** A message for somebody who waits. A boundary event that does not interrupt goes on waiting; every other one has what it waited for. */
export function takeSubscription(draft: Draft, activity: ActivityInstance, subscription: OpenSubscription, data: Carried, tell: (acted: boolean) => void): void {
  if (isEscalation(subscription.message)) return takeEscalation(draft, activity, data, tell);
  if (subscription.ref === null) {
    tell(true);
    const left = endSubscription(draft, activity, subscription.id);
    const node = draft.compiled.nodes.get(activity.node);
    if (node?.type === 'catchEvent') eventCaught(draft, node, left, data);
    else if (node?.type === 'receiveTask') messageReceived(draft, node, left, data);
    return;
  }
  const boundary = eventsAt(draft, activity).find(({ event }) => (event.type === 'message' || event.type === 'signal') && event.key === subscription.ref);
  const holds = boundary !== undefined && whenHolds(draft, activity, boundary);
  tell(holds);
  if (!holds || (boundary.event.type !== 'message' && boundary.event.type !== 'signal')) return;
  if (boundary.event.variable !== undefined) writeVariables(draft, { [boundary.event.variable]: data }, activity.scope);
  takeEvent(draft, activity, boundary, []);
}

/** Of a called case or a part: caught here, or told to those above. Whoever hears them goes on listening. */
function takeEscalation(draft: Draft, activity: ActivityInstance, { code, data }: Carried, tell: (acted: boolean) => void): void {
  // Written by `sendUp` alone.
  const thrown = { code: String(code), data: data as Carried };
  const catcher = catcherOf(draft, 'escalation', thrown.code, { activity });
  tell(catcher !== null);
  if (catcher === null) sendUp(draft, thrown);
  else takeCaught(draft, catcher, 'escalation', thrown);
}

/** A signal that this case has thrown itself, to all who listen in it by now. */
export function hearOwnSignal(draft: Draft, name: string, data: Carried): void {
  const address = signalAddress(name);
  const listeners = draft.activities.flatMap(({ id, subscriptions }) => (subscriptions ?? []).filter(({ message }) => message === address).map((subscription) => ({ id, subscription })));
  for (const { id, subscription } of listeners) {
    // What the signal has interrupted hears it no more.
    const activity = draft.activities.find((candidate) => candidate.id === id && candidate.subscriptions?.some((open) => open.id === subscription.id));
    if (!activity) continue;
    takeSubscription(draft, activity, subscription, data, (acted) => {
      record(draft, 'signalCaught', { node: activity.node, activity: activity.id }, { subscription: subscription.id, signal: signalOf(subscription.message), acted });
    });
  }
}
