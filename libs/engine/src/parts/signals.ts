import type { CompiledMapping } from '../compile/compiler.js';
import { takeGlobalId, takeId, findActivity, replaceActivity, type Draft } from '../draft.js';
import { record } from '../facts.js';
import type { Json, OpenSubscription } from '../instance.js';
import { mapped } from './service.js';

/**
 * A signal (BPMN 2.0 §10.5.1) is a message to everybody: it travels by the same road, under an address that no message can have, because
 * no key holds a slash, and with nothing to be correlated by.
 */
const ADDRESS = 'signal/';
const EVERYBODY = '';

export function signalAddress(name: string): string {
  return ADDRESS + name;
}

/** The name of the signal that an address stands for; null where it is a message's name. */
export function signalOf(address: string): string | null {
  return address.startsWith(ADDRESS) ? address.slice(ADDRESS.length) : null;
}

/** Listens from now on. `ref`: the boundary event that it belongs to, or null for the node's own. */
export function awaitSignal(draft: Draft, activityId: number, name: string, ref: string | null): void {
  const open = findActivity(draft, activityId);
  if (!open) return;
  const subscription: OpenSubscription = { id: takeGlobalId(draft), message: signalAddress(name), correlation: EVERYBODY, ref };
  replaceActivity(draft, { ...open, subscriptions: [...open.subscriptions ?? [], subscription] });
  draft.effects.push({ type: 'subscribe', subscription, activity: activityId, node: open.node });
  record(draft, 'signalAwaited', { node: open.node, activity: activityId }, { subscription: subscription.id, signal: name, ref });
}

/** Told to other cases by the shell; to this one when all that is on its way now has arrived, so that what was begun beside it hears it too. */
export function throwSignal(draft: Draft, node: string, scope: number | null, name: string, data: CompiledMapping): void {
  const id = takeId(draft);
  const carried: { readonly [name: string]: Json } = mapped(draft, data, scope);
  draft.effects.push({ type: 'sendMessage', id, message: signalAddress(name), correlation: EVERYBODY, data: carried });
  record(draft, 'signalThrown', { node }, { id, signal: name });
  draft.pending.push({ kind: 'signal', name, data: carried });
}
