import type { Command } from '../command.js';
import { refuse, type Draft } from '../draft.js';
import { record } from '../facts.js';
import { takeSubscription } from '../parts/take-subscription.js';

/** A message, or a signal of another case, for somebody who waits for it. */
export function receiveMessage(draft: Draft, command: Extract<Command, { type: 'receiveMessage' }>): void {
  for (const activity of draft.activities) {
    const subscription = activity.subscriptions?.find(({ id }) => id === command.subscription);
    if (!subscription) continue;
    return takeSubscription(draft, activity, subscription, command.data, (acted) => {
      record(draft, 'messageReceived', { node: activity.node, activity: activity.id }, { subscription: subscription.id, message: subscription.message, acted });
    });
  }
  refuse(draft, { code: 'subscriptionNotOpen', subscription: command.subscription });
}
