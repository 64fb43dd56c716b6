import { escalatedTo, signalOf, type Json } from '@reglament/engine';
import { findSentMessage, findSubscribers, findEventStartedDefinitions, forgetSentMessage, inTransaction, isDelivered, postponeOutbox, recordDelivery, settleOutbox, wakeChildEnds, type ClaimedMessage, type SentMessage, type Subscriber } from '@reglament/store';
import type { Shell } from '../shell.js';
import { beginByEvent, eventStarts } from './begin-by-event.js';
import { postponeOrGiveUp } from './postpone-or-give-up.js';
import { systemCommand } from './system-command.js';

/** A message that is kept is looked at again so often, beside the moment in which somebody begins to wait for it. */
const LOOK_AGAIN_SECONDS = 60;

/**
 * Brings a message to everybody who waits for it, each in a commit of its own, each once. A receiver that fails keeps it from no other: it
 * gets it at the next attempt, and after the last an operator is told.
 */
export async function deliverMessage(shell: Shell, claimed: ClaimedMessage): Promise<void> {
  try {
    const sent = await findSentMessage(shell.store, claimed.instance, claimed.activity);
    if (sent) {
      const taken = (await deliverToAll(shell, claimed, sent)) + (await beginBySent(shell, claimed, sent));
      if (taken === 0 && sent.keepUntil !== null && shell.clock.now() < sent.keepUntil) return void (await postponeOutbox(shell.store, claimed, LOOK_AGAIN_SECONDS));
    }
    const above = sent && escalatedTo(sent.message);
    await inTransaction(shell.store, async (tx) => {
      await forgetSentMessage(tx, claimed.instance, claimed.activity);
      await settleOutbox(tx, [claimed]);
      if (above !== null) await wakeChildEnds(tx, above);
    });
    if (above !== null) shell.nudge();
  } catch (error) {
    await postponeOrGiveUp(shell, [claimed], error);
  }
}

/** @returns how many have taken it. */
async function deliverToAll(shell: Shell, { instance, activity: id, attempts }: ClaimedMessage, sent: SentMessage): Promise<number> {
  const failures: unknown[] = [];
  let taken = 0;
  // Kept for somebody, it is taken once.
  const enough = sent.keepUntil !== null && attempts > 1 ? 1 : Number.POSITIVE_INFINITY;
  for (let after = ''; ;) {
    const waiting = await findSubscribers(shell.store, { instance, id, ...sent }, after);
    for (const subscriber of waiting) {
      // The case that throws a signal has heard it in the step in which it threw it.
      if (subscriber.instance === instance && signalOf(sent.message) !== null) continue;
      try {
        if (taken < enough && (await deliver(shell, { instance, id, sent }, subscriber))) taken += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    const last = waiting.at(-1);
    if (!last) break;
    after = last.id;
  }
  if (failures.length > 0) throw failures[0];
  return taken;
}

async function deliver(shell: Shell, { instance, id, sent }: { readonly instance: string; readonly id: number; readonly sent: SentMessage }, subscriber: Subscriber): Promise<boolean> {
  return systemCommand(shell, subscriber.instance, {
    // Written by us from the sender's variables alone.
    command: ({ snapshot }) => (snapshot.activities.some(({ subscriptions }) => subscriptions?.some((open) => open.id === subscriber.id))
      ? { type: 'receiveMessage', subscription: subscriber.id, data: sent.data as { readonly [name: string]: Json } } : null),
    also: (tx) => recordDelivery(tx, instance, id, subscriber.id),
  });
}

/** Cases that a message or a signal begins, in the sender's organisation: by the definitions that are in force there, each once. */
async function beginBySent(shell: Shell, { instance, activity: id }: ClaimedMessage, sent: SentMessage): Promise<number> {
  let begun = 0;
  const signal = signalOf(sent.message);
  const type = signal === null ? 'message' : 'signal';
  for (const { key, hash } of await findEventStartedDefinitions(shell.store, type)) {
    const found = await shell.definitions.current(key, sent.organisation);
    if (found?.live.hash !== hash) continue;
    for (const start of eventStarts(found.live, type).filter(({ event }) => event.name === (signal ?? sent.message))) {
      const receiver = `start:${key}:${start.key}`;
      if (await isDelivered(shell.store, instance, id, receiver)) continue;
      const mine = await beginByEvent(shell, found, {
        organisation: sent.organisation, start, cause: `${instance}.${id}`, variables: start.node.variable === undefined ? {} : { [start.node.variable]: sent.data as Json },
        also: async (tx) => {
          await recordDelivery(tx, instance, id, receiver);
          return true;
        },
      });
      if (mine) begun += 1;
    }
  }
  return begun;
}
