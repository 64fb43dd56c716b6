import type { Retry } from '@reglament/contracts';
import type { CompiledMapping } from '../compile/compiler.js';
import { findActivity, writeVariables, type Draft } from '../draft.js';
import type { Moment, Scope } from '../expressions.js';
import { record } from '../facts.js';
import type { Json, Variables } from '../instance.js';
import { scopeAt } from '../scope.js';

/** Asks the world for a service; the activity waits until `completeServiceTask` brings the result. */
export function callService(
  draft: Draft, activity: number, handler: string, input: { readonly [name: string]: Json }, retry: Retry | null,
): void {
  const node = findActivity(draft, activity)?.node ?? '';
  draft.effects.push({ type: 'callService', activity, node, handler, input, retry });
  record(draft, 'serviceCalled', { node, activity }, { handler });
}

/** The values of a mapping, seen from an activity; `locals`: the submitted `form`, the `result` of a service, an item. */
export function mapped(draft: Draft, mapping: CompiledMapping, activity: number | null, locals?: Variables): { readonly [name: string]: Json } {
  if (mapping.length === 0) return {};
  return evaluateMapping(mapping, scopeAt(draft, activity, locals), draft.moment);
}

export function evaluateMapping(mapping: CompiledMapping, scope: Scope, moment: Moment): { readonly [name: string]: Json } {
  return Object.fromEntries(mapping.map(([name, value]) => [name, value.evaluate(scope, moment)]));
}

export function writeMapped(draft: Draft, mapping: CompiledMapping, activity: number, locals: Variables): void {
  if (mapping.length > 0) writeVariables(draft, mapped(draft, mapping, activity, locals), activity);
}
