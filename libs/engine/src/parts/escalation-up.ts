import { findActivity, replaceActivity, takeGlobalId, takeId, type Draft } from '../draft.js';
import type { OpenSubscription, ThrownCode } from '../instance.js';

/**
 * An escalation that nobody in a case catches goes to the case that has called it, or whose part it is, by the road of messages: under an
 * address that no message can have, because no key holds a slash.
 */
export function escalationAddress(instance: string, activity: number): string {
  return `escalation/${instance}/${activity}`;
}

/** The case to which an address leads; null where it is no escalation's. */
export function escalatedTo(address: string): string | null {
  return isEscalation(address) ? address.split('/')[1] ?? null : null;
}

export function isEscalation(address: string): boolean {
  return address.startsWith('escalation/');
}

/** Of a call, or of what runs in parts: hears them as long as it is open. A definition that catches no escalation does not listen. */
export function hearChildren(draft: Draft, activityId: number): void {
  const open = findActivity(draft, activityId);
  if (!open || !draft.compiled.catchesEscalations) return;
  const subscription: OpenSubscription = { id: takeGlobalId(draft), message: escalationAddress(draft.before.id, activityId), correlation: '', ref: null };
  replaceActivity(draft, { ...open, subscriptions: [...open.subscriptions ?? [], subscription] });
  draft.effects.push({ type: 'subscribe', subscription, activity: activityId, node: open.node });
}

export function sendUp(draft: Draft, { code, data }: ThrownCode): void {
  const { parent } = draft.before;
  if (parent !== null) draft.effects.push({ type: 'sendMessage', id: takeId(draft), message: escalationAddress(parent.instance, parent.activity), correlation: '', data: { code, data } });
}
