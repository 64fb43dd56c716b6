import type { Command } from '../command.js';
import { refuse, writeVariables, type Draft } from '../draft.js';
import { record } from '../facts.js';
import type { ActivityInstance, OpenSubscription } from '../instance.js';
import { messageCaught } from '../nodes/catch-event.js';
import { whenHolds } from '../parts/boundary.js';
import { eventsAt } from '../parts/event-sub-process.js';
import { endSubscription } from '../parts/messages.js';
import { takeEvent } from '../parts/take-event.js';
import { nodeOf } from '../settle.js';

type ReceiveMessage = Extract<Command, { type: 'receiveMessage' }>;

/** A message for somebody who waits. A boundary event that does not interrupt goes on waiting; every other one has what it waited for. */
export function receiveMessage(draft: Draft, command: ReceiveMessage): void {
  for (const activity of draft.activities) {
    const subscription = activity.subscriptions?.find(({ id }) => id === command.subscription);
    if (subscription) return receive(draft, activity, subscription, command);
  }
  refuse(draft, { code: 'subscriptionNotOpen', subscription: command.subscription });
}

function receive(draft: Draft, activity: ActivityInstance, subscription: OpenSubscription, command: ReceiveMessage): void {
  const node = nodeOf(draft, activity.node);
  if (subscription.ref === null) {
    recordReceived(draft, activity, subscription, true);
    const left = endSubscription(draft, activity, subscription.id);
    if (node.type === 'catchEvent') messageCaught(draft, node, left, command.data);
    return;
  }
  const boundary = eventsAt(draft, activity).find(({ event }) => event.type === 'message' && event.key === subscription.ref);
  const holds = boundary !== undefined && whenHolds(draft, activity, boundary);
  recordReceived(draft, activity, subscription, holds);
  if (boundary?.event.type !== 'message' || !holds) return;
  if (boundary.event.variable !== undefined) writeVariables(draft, { [boundary.event.variable]: command.data });
  takeEvent(draft, activity, boundary, []);
}

function recordReceived(draft: Draft, activity: ActivityInstance, { id, message }: OpenSubscription, acted: boolean): void {
  record(draft, 'messageReceived', { node: activity.node, activity: activity.id }, { subscription: id, message, acted });
}
