import type { FlowNode } from '@reglament/contracts';
import { findActivity, type Draft } from '../draft.js';
import type { ActivityInstance } from '../instance.js';
import { eventsAt } from '../parts/event-sub-process.js';
import { awaitMessage, endSubscription, type CompiledMessage } from '../parts/messages.js';
import { alike } from './open-node.js';

type Parts = { readonly [name: string]: unknown };

/** Waits for the messages of the version after: what is awaited as before goes on under its own subscription, so nothing is lost on the way. */
export function fitMessages(draft: Draft, activity: ActivityInstance, was: FlowNode, is: FlowNode): void {
  const wanted = new Map(messagesAt(draft, activity));
  for (const { id, ref } of (activity.subscriptions ?? []).filter(({ ref: own }) => isMessage(was, own))) {
    const open = findActivity(draft, activity.id);
    if (wanted.has(ref) && alike(referenceOf(was, ref), referenceOf(is, ref))) wanted.delete(ref);
    else if (open) endSubscription(draft, open, id);
  }
  // A message that interrupts has been awaited since the step began; one that was taken already is not awaited again.
  for (const [ref, message] of wanted) if (!isMessage(was, ref) || !alike(referenceOf(was, ref), referenceOf(is, ref))) awaitMessage(draft, activity.id, message, ref);
}

function messagesAt(draft: Draft, activity: ActivityInstance): readonly (readonly [string | null, CompiledMessage])[] {
  const node = draft.compiled.nodes.get(activity.node);
  const own: readonly (readonly [string | null, CompiledMessage])[] = node?.type === 'catchEvent' && node.trigger.type === 'message' ? [[null, node.trigger.message]] : [];
  if (draft.before.scopeNode === activity.node && activity.listening === undefined) return own;
  return [...own, ...eventsAt(draft, activity).flatMap(({ event, message }) => (message === null ? [] : [[event.key, message] as const]))];
}

/** The message that a node waits for: its own (null), that of a boundary event, or of an event sub-process (its own key). */
function eventOf(node: FlowNode, ref: string | null): Parts | undefined {
  const parts = node as unknown as Parts;
  const on = ((parts['on'] ?? []) as readonly Parts[]).find((event) => event['key'] === ref);
  return on ?? (ref === null || node.type === 'subProcess' ? parts['event'] as Parts | undefined : undefined);
}

function isMessage(node: FlowNode, ref: string | null): boolean {
  return eventOf(node, ref)?.['type'] === 'message';
}

function referenceOf(node: FlowNode, ref: string | null): unknown {
  const event = eventOf(node, ref);
  return { name: event?.['name'], correlation: event?.['correlation'] };
}
