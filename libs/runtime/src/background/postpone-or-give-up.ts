import { loadInstance, postponeOutbox, type ClaimedMessage } from '@reglament/store';
import type { Shell } from '../shell.js';
import { pauseAfter } from './back-off.js';
import { causeOf, giveUp } from './incident.js';

/** What becomes of messages whose carrying out threw: later again, and after the last attempt an incident. */
export async function postponeOrGiveUp(shell: Shell, messages: readonly ClaimedMessage[], error: unknown): Promise<void> {
  const cause = causeOf(error);
  for (const message of messages) {
    const pause = pauseAfter(message.attempts, null);
    shell.log.error('message.failed', { instance: message.instance, kind: message.kind, activity: message.activity, attempts: message.attempts, code: cause.code, again: pause });
    if (pause === null) await giveUp(shell, message, await nodeOf(shell, message), message.attempts, cause);
    else await postponeOutbox(shell.store, message, pause);
  }
}

async function nodeOf(shell: Shell, { instance, activity }: ClaimedMessage): Promise<string> {
  const loaded = await loadInstance(shell.store, instance);
  return loaded?.snapshot.activities.find(({ id }) => id === activity)?.node ?? '';
}
