import type { ForEach } from '@reglament/contracts';
import { leaveActivity, openActivity } from '../activities.js';
import type { CompiledMapping, Compiler } from '../compile/compiler.js';
import { COUNTER_LOCALS } from '../compile/names.js';
import { DEFAULT_MAX_CHILDREN } from '../context.js';
import { findActivity, refuse, replaceActivity, writeVariables, type Draft, type PathStep } from '../draft.js';
import { EngineError } from '../engine-error.js';
import type { CompiledCondition, CompiledValue } from '../expressions.js';
import { record } from '../facts.js';
import type { ActivityInstance, ChildCounters, Json, ThrownCode, Token } from '../instance.js';
import { scopeAt } from '../scope.js';
import type { Exit } from '../tokens.js';
import { catcherOf, takeCaught } from './catchers.js';
import { hearChildren } from './escalation-up.js';
import { setBoundaryEvents, type CompiledBoundary } from './boundary.js';
import { mapped } from './service.js';

export interface CompiledForEach {
  readonly items: CompiledValue;
  /** As it is written, for whoever must find out why it gives no items. */
  readonly source: string;
  readonly as: string;
  readonly mode: 'parallel' | 'sequential';
  readonly until: CompiledCondition | null;
  readonly itemTitle: CompiledValue | null;
  readonly counters: string | null;
}

/** What a node with forEach must tell to be run once per item. */
export interface Repeated {
  readonly key: string;
  readonly boundary: readonly CompiledBoundary[];
  readonly input: CompiledMapping;
  readonly exit: Exit;
  /** Begins the item that stands first in the activity's `items`: sequential forEach. */
  startItem(draft: Draft, activity: ActivityInstance, path: readonly PathStep[]): void;
}

/** Children are started in effects of at most so many: one statement for 5,000 children and their timers takes 311 ms (decision 3). */
const CHILDREN_PER_EFFECT = 500;

export function compileForEach(forEach: ForEach | undefined, compiler: Compiler, pointer: string): CompiledForEach | null {
  if (forEach === undefined) return null;
  return {
    items: compiler.value(forEach.items, `${pointer}/items`),
    source: sourceOf(forEach.items),
    as: forEach.as,
    mode: forEach.mode,
    until: forEach.until === undefined ? null : compiler.condition(forEach.until, `${pointer}/until`, COUNTER_LOCALS),
    itemTitle: forEach.itemTitle === undefined ? null : compiler.value(forEach.itemTitle, `${pointer}/itemTitle`, { [forEach.as]: { kind: 'any' } }),
    counters: forEach.counters ?? null,
  };
}

export function enterForEach(draft: Draft, node: Repeated, forEach: CompiledForEach, token: Token, path: readonly PathStep[]): void {
  const limit = draft.context.maxChildren ?? DEFAULT_MAX_CHILDREN;
  const items = itemsOf(draft, node.key, forEach, token, limit);
  if (items.length > limit) return refuse(draft, { code: 'budgetExceeded', what: 'children', limit });
  const parallel = forEach.mode === 'parallel';
  const children: ChildCounters = { total: items.length, active: parallel ? items.length : Math.min(1, items.length), completed: 0, cancelled: 0, results: {} };
  const activity = openActivity(draft, token, { children, items: parallel ? null : items });
  if (items.length === 0) return finish(draft, node, forEach, activity.id, path);
  setBoundaryEvents(draft, activity, node.boundary);
  if (parallel) hearChildren(draft, activity.id);
  if (parallel) startChildren(draft, node, forEach, activity, items);
  else node.startItem(draft, activity, path);
}

/** Of a whole number n the items 1 to n; one more than are allowed is enough to be refused. */
function itemsOf(draft: Draft, node: string, forEach: CompiledForEach, token: Token, limit: number): readonly Json[] {
  const value = forEach.items.evaluate(scopeAt(draft, token.scope), draft.moment);
  if (value === null) return [];
  if (Array.isArray(value)) return value as readonly Json[];
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return Array.from({ length: Math.min(value, limit + 1) }, (_, i) => i + 1);
  const found = typeof value === 'number' ? 'a negative or fractional number' : typeof value;
  throw new EngineError('engine.unusableValue', { definition: draft.compiled.definition.key, hash: draft.compiled.hash, node, instance: draft.before.id, found: `forEach items ${forEach.source}: ${found}` });
}

function sourceOf(items: ForEach['items']): string {
  if ('feel' in items) return items.feel;
  return 'variable' in items ? items.variable : 'a value';
}

function startChildren(draft: Draft, node: Repeated, forEach: CompiledForEach, activity: ActivityInstance, items: readonly Json[]): void {
  const shared = sharedInputs(draft, node, activity.id);
  record(draft, 'childrenStarted', { node: node.key, activity: activity.id }, { total: items.length });
  const started = items.map((item, index) => {
    const own = { [forEach.as]: item };
    const title = forEach.itemTitle?.evaluate(scopeAt(draft, activity.id, own), draft.moment) ?? null;
    return { index, variables: shared === null ? { ...mapped(draft, node.input, activity.id, own), ...own } : { ...shared, ...own }, title: title === null ? null : String(title) };
  });
  for (let i = 0; i < started.length; i += CHILDREN_PER_EFFECT) {
    draft.effects.push({ type: 'startChildren', activity: activity.id, node: node.key, items: started.slice(i, i + CHILDREN_PER_EFFECT) });
  }
}

/** Without an `input` of its own (which may look at the item) each child gets the variables that its part of the definition reads. */
function sharedInputs(draft: Draft, node: Repeated, activity: number): { readonly [name: string]: Json } | null {
  const read = draft.compiled.childInputs.get(node.key);
  if (read === undefined) return null;
  const scope = scopeAt(draft, activity);
  const inputs: { [name: string]: Json } = {};
  for (const name of read) {
    const value = scope.get(name);
    if (value !== undefined) inputs[name] = value;
  }
  return inputs;
}

/** The store has counted: goes on when `until` holds or nobody is left. An older count than the known one changes nothing. */
export function childrenCounted(
  draft: Draft, node: Repeated, forEach: CompiledForEach, activity: ActivityInstance, count: Pick<ChildCounters, 'completed' | 'cancelled' | 'results'> & { readonly error?: ThrownCode },
): void {
  const known = activity.children;
  if (known === null || count.completed + count.cancelled <= known.completed + known.cancelled) return;
  const active = Math.max(0, known.total - count.completed - count.cancelled);
  const children: ChildCounters = { total: known.total, active, completed: count.completed, cancelled: count.cancelled, results: count.results };
  replaceActivity(draft, { ...activity, children });
  const { error } = count;
  record(draft, 'childrenChanged', { node: node.key, activity: activity.id }, { ...countersAsData(children), ...(error !== undefined && { error: error.code }) });
  const catcher = error === undefined ? null : catcherOf(draft, 'error', error.code, { activity });
  if (catcher !== null && error !== undefined) return takeCaught(draft, catcher, 'error', error);
  if (active === 0 || untilHolds(draft, forEach, activity.id, children)) finish(draft, node, forEach, activity.id, []);
}

/** One item of a sequential forEach is done: the next one, unless `until` holds. */
export function itemEnded(draft: Draft, node: Repeated, forEach: CompiledForEach, activity: ActivityInstance, path: readonly PathStep[]): void {
  const rest = (activity.items ?? []).slice(1);
  const known = activity.children ?? { total: 1, active: 1, completed: 0, cancelled: 0, results: {} };
  const children: ChildCounters = { ...known, completed: known.completed + 1, active: Math.min(1, rest.length) };
  const next = { ...activity, items: rest, children };
  replaceActivity(draft, next);
  if (rest.length === 0 || untilHolds(draft, forEach, activity.id, children)) return finish(draft, node, forEach, activity.id, path);
  node.startItem(draft, next, path);
}

/** Counts how an item of a sequential forEach ended; anything else that ends in the scope has no result to count. */
export function countResult(draft: Draft, activityId: number, result: string | null): void {
  const activity = findActivity(draft, activityId);
  if (result === null || !activity?.children || activity.items === null) return;
  const { children } = activity;
  const before = Object.hasOwn(children.results, result) ? children.results[result] ?? 0 : 0;
  replaceActivity(draft, { ...activity, children: { ...children, results: { ...children.results, [result]: before + 1 } } });
}

function untilHolds(draft: Draft, forEach: CompiledForEach, activity: number, children: ChildCounters): boolean {
  return forEach.until !== null && forEach.until.holds(scopeAt(draft, activity, countersAsData(children)), draft.moment);
}

function finish(draft: Draft, node: Repeated, forEach: CompiledForEach, activityId: number, path: readonly PathStep[]): void {
  const activity = findActivity(draft, activityId);
  if (!activity?.children) return;
  const { children } = activity;
  // What has not ended by now never will: the rest is cancelled with the activity.
  if (forEach.counters !== null) {
    writeVariables(draft, { [forEach.counters]: countersAsData({ ...children, active: 0, cancelled: children.total - children.completed }) }, activity.scope);
  }
  leaveActivity(draft, activityId, node.exit, path);
}

function countersAsData(children: ChildCounters): { readonly [name: string]: Json } {
  return { total: children.total, active: children.active, completed: children.completed, cancelled: children.cancelled, results: children.results };
}
