import type { CompiledMapping, Compiler } from '../compile/compiler.js';
import { findActivity, replaceActivity, takeGlobalId, takeId, type Draft } from '../draft.js';
import { EngineError } from '../engine-error.js';
import type { CompiledValue } from '../expressions.js';
import { record } from '../facts.js';
import type { ActivityInstance, OpenSubscription } from '../instance.js';
import { scopeAt } from '../scope.js';
import { calendarOf } from '../organisations.js';
import { mapped } from './service.js';
import { momentOf, type CompiledTerm } from './terms.js';

/** A message by its name and the value by which sender and receiver find each other. */
export interface CompiledMessage { readonly name: string; readonly correlation: CompiledValue }

export function compileMessage(message: { readonly name: string; readonly correlation: Parameters<Compiler['value']>[0] }, compiler: Compiler, pointer: string): CompiledMessage {
  return { name: message.name, correlation: compiler.value(message.correlation, `${pointer}/correlation`) };
}

/** Waits for a message from now on. `ref`: the boundary event that it belongs to, or null for the node's own. */
export function awaitMessage(draft: Draft, activityId: number, { name, correlation }: CompiledMessage, ref: string | null): void {
  const open = findActivity(draft, activityId);
  if (!open) return;
  const subscription: OpenSubscription = { id: takeGlobalId(draft), message: name, correlation: correlationOf(draft, open.node, activityId, correlation), ref };
  replaceActivity(draft, { ...open, subscriptions: [...open.subscriptions ?? [], subscription] });
  draft.effects.push({ type: 'subscribe', subscription, activity: activityId, node: open.node });
  // The correlation value may name a person: history has the message's name alone (decision 18).
  record(draft, 'messageAwaited', { node: open.node, activity: activityId }, { subscription: subscription.id, message: name, ref });
}

export function sendMessage(draft: Draft, node: string, scope: number | null, { name, correlation }: CompiledMessage, data: CompiledMapping, keepFor: CompiledTerm | null): void {
  const id = takeId(draft);
  const kept = keepFor && momentOf(draft, node, keepFor, 'from', draft.context.now, calendarOf(draft, undefined, 'case'), scopeAt(draft, scope));
  draft.effects.push({ type: 'sendMessage', id, message: name, correlation: correlationOf(draft, node, scope, correlation), data: mapped(draft, data, scope), ...(kept && { keepUntil: kept.at }) });
  record(draft, 'messageSent', { node }, { id, message: name });
}

/** Stops waiting: the activity ends. */
export function endSubscriptions(draft: Draft, { subscriptions }: ActivityInstance): void {
  for (const { id } of subscriptions ?? []) draft.effects.push({ type: 'unsubscribe', subscription: id });
}

/** One message was enough. */
export function endSubscription(draft: Draft, activity: ActivityInstance, id: string): ActivityInstance {
  const left = (activity.subscriptions ?? []).filter((subscription) => subscription.id !== id);
  const { subscriptions: _, ...rest } = activity;
  const next = left.length === 0 ? rest : { ...rest, subscriptions: left };
  replaceActivity(draft, next);
  draft.effects.push({ type: 'unsubscribe', subscription: id });
  return next;
}

/** Nothing to be found by would reach everybody or nobody: a fault of the definition. */
function correlationOf(draft: Draft, node: string, activity: number | null, correlation: CompiledValue): string {
  const value = correlation.evaluate(scopeAt(draft, activity), draft.moment);
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number') return String(value);
  throw new EngineError('engine.unusableValue', { definition: draft.compiled.definition.key, hash: draft.compiled.hash, node, instance: draft.before.id, found: `correlation: ${value === null ? 'nothing' : typeof value}` });
}
