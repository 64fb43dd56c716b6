import type { Compiled } from '../compile/compiled.js';
import type { ActivityInstance, CompensableRun, Instance, OpenTimer, Token } from '../instance.js';
import type { Migration } from './migration.js';

type Renamed = Migration['nodes'];

export function keyAfter(nodes: Renamed, key: string): string {
  return Object.hasOwn(nodes, key) ? nodes[key] as string : key;
}

/** The tokens that no activity holds: they wait at a join. */
export function waitingTokens({ tokens, activities }: Instance): readonly Token[] {
  const held = new Set(activities.map(({ token }) => token));
  return tokens.filter(({ id }) => !held.has(id));
}

/**
 * The flow of the version after by which a waiting token has come. Flows of a gateway are told apart by their place alone, which an edit
 * moves: where as many lead from that node to the join as before they are taken in order. Where all flows but one are found again, the one
 * that is left is the one that is left. Null: it came by none of them.
 */
export function viaAfter(before: Compiled, after: Compiled, nodes: Renamed, { node, via }: Token): string | null {
  if (via === null) return null;
  const incoming = [...before.incoming.get(node) ?? []];
  const found = new Map(incoming.map((each) => [each, sameFlow(before, after, nodes, node, each)]));
  const missing = incoming.filter((each) => found.get(each) === null);
  const matched = new Set(found.values());
  const fresh = [...after.incoming.get(keyAfter(nodes, node)) ?? []].filter((each) => !matched.has(each));
  return found.get(via) ?? (missing.length === 1 && fresh.length === 1 && missing[0] === via ? fresh[0] as string : null);
}

function sameFlow(before: Compiled, after: Compiled, nodes: Renamed, join: string, via: string): string | null {
  const [source, renamed] = [sourceOf(via), renamedVia(nodes, via)];
  const were = flowsFrom(before, join, source);
  const are = flowsFrom(after, keyAfter(nodes, join), keyAfter(nodes, source));
  if (were.length === are.length) return are[were.indexOf(via)] ?? null;
  if (are.includes(renamed)) return renamed;
  return are.length === 1 ? are[0] as string : null;
}

function flowsFrom(compiled: Compiled, join: string, source: string): readonly string[] {
  return [...compiled.incoming.get(join) ?? []].filter((via) => sourceOf(via) === source);
}

function sourceOf(via: string): string {
  return via.split('/')[0] as string;
}

function renamedVia(nodes: Renamed, via: string): string {
  const source = sourceOf(via);
  return keyAfter(nodes, source) + via.slice(source.length);
}

/** The snapshot in the words of the version after: nothing is set, cancelled or moved yet. Asked only where nothing is in the way. */
export function movedInstance(before: Compiled, after: Compiled, instance: Instance, { nodes, variables }: Migration): Instance {
  const waiting = new Set(waitingTokens(instance));
  const token = (each: Token): Token => ({
    ...each, node: keyAfter(nodes, each.node),
    via: waiting.has(each) ? viaAfter(before, after, nodes, each) : each.via === null ? null : renamedVia(nodes, each.via),
  });
  const activity = (each: ActivityInstance): ActivityInstance => ({
    ...each, ...(each.listening === true && listenerRefs(nodes, each)), node: keyAfter(nodes, each.node),
    ...(each.compensation && { compensation: { ...each.compensation, queue: each.compensation.queue.map((run) => runAfter(nodes, run)) } }),
  });
  const missing = Object.entries(variables).filter(([name]) => !Object.hasOwn(instance.variables, name));
  return {
    ...instance, definitionHash: after.hash,
    scopeNode: instance.scopeNode === null ? null : keyAfter(nodes, instance.scopeNode),
    tokens: instance.tokens.map(token), activities: instance.activities.map(activity),
    outcomes: underNewKeys(nodes, instance.outcomes), performedBy: underNewKeys(nodes, instance.performedBy), approvals: underNewKeys(nodes, instance.approvals),
    ...(instance.compensable && { compensable: instance.compensable.map((run) => runAfter(nodes, run)) }),
    variables: missing.length === 0 ? instance.variables : { ...instance.variables, ...Object.fromEntries(missing) },
  };
}

/** What can be undone, or is being: with what was completed inside. */
function runAfter(nodes: Renamed, run: CompensableRun): CompensableRun {
  return { ...run, node: keyAfter(nodes, run.node), ...(run.inner && { inner: run.inner.map((each) => runAfter(nodes, each)) }) };
}

/** The steps that can still be undone, at any depth. */
export function compensableNodes({ compensable, activities }: Instance): readonly string[] {
  const nodesOf = (runs: readonly CompensableRun[]): readonly string[] => runs.flatMap(({ node, inner }) => [node, ...nodesOf(inner ?? [])]);
  return [...new Set(nodesOf([...compensable ?? [], ...activities.flatMap(({ compensation }) => compensation?.queue ?? [])]))];
}

/** What a listener waits for bears its node's key. */
function listenerRefs(nodes: Renamed, { timers, subscriptions, frozen, held }: ActivityInstance): Partial<ActivityInstance> {
  const timer = (each: OpenTimer): OpenTimer => ({ ...each, ref: keyAfter(nodes, each.ref) });
  return {
    timers: timers.map(timer),
    ...(subscriptions && { subscriptions: subscriptions.map((each) => ({ ...each, ref: each.ref === null ? null : keyAfter(nodes, each.ref) })) }),
    ...(held && { held: held.map((key) => keyAfter(nodes, key)) }),
    ...(frozen && { frozen: { ...frozen, timers: frozen.timers.map(timer) } }),
  };
}

function underNewKeys<Value>(nodes: Renamed, values: { readonly [node: string]: Value }): { readonly [node: string]: Value } {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [keyAfter(nodes, key), value]));
}
