import type { HistoryFact } from '../effect.js';
import type { Instance } from '../instance.js';

export interface Position {
  readonly state: 'active' | 'passed' | 'untouched';
  /** How often it was entered: a loop enters a node many times. */
  readonly count: number;
}

export interface Positions {
  /** The nodes that were entered; every other one is untouched. */
  readonly nodes: ReadonlyMap<string, Position>;
  /** Flows that were taken, as `flowKey` names them. */
  readonly taken: ReadonlySet<string>;
}

export const UNTOUCHED: Position = Object.freeze({ state: 'untouched', count: 0 });

/** Where a case stands and where it has been, to be shown on its diagram. `facts`: the case's own history, in any order. */
export function positionsOf(instance: Pick<Instance, 'tokens' | 'scopeNode' | 'status'>, facts: Iterable<Pick<HistoryFact, 'kind' | 'node' | 'data'>>): Positions {
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  for (const { kind, node, data } of facts) {
    if (node === null) continue;
    if (kind === 'nodeEntered') counts.set(node, (counts.get(node) ?? 0) + 1);
    if (kind === 'flowTaken') taken.add(flowKey(node, data['flow'] as string | number | null));
  }
  const active = new Set(instance.tokens.map(({ node }) => node));
  if (instance.scopeNode !== null && instance.status === 'active') active.add(instance.scopeNode);
  const nodes = new Map<string, Position>();
  for (const node of new Set([...counts.keys(), ...active])) nodes.set(node, { state: active.has(node) ? 'active' : 'passed', count: counts.get(node) ?? 1 });
  return { nodes, taken };
}

/** Identity of a flow in one definition, for `Positions.taken`. */
export function flowKey(from: string, flow: string | number | null): string {
  return `${from}/${flow ?? 'next'}`;
}
