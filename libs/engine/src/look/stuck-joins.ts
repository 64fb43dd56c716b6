import type { Compiled } from '../compile/compiled.js';
import type { Instance } from '../instance.js';

/** A join that waits for flows by which nothing can come any more: a parallel one, or inclusive ones that wait for each other. An operator must decide: nothing in the case will. */
export interface StuckJoin {
  readonly node: string;
  readonly scope: number | null;
  /** The incoming flows that have come, and those that are missing, as tokens name them. */
  readonly arrived: readonly string[];
  readonly missing: readonly string[];
}

/**
 * The joins of a snapshot that can never go on: in their scope no activity is open any more, so no other token will come. Their tokens are
 * kept, and the case stays active, because to drop them would be to decide for the office. The shell makes an incident of each.
 */
export function stuckJoins(compiled: Compiled, instance: Instance): readonly StuckJoin[] {
  const alive = new Set(instance.activities.filter(({ listening }) => !listening).map(({ scope }) => scope));
  const stuck = new Map<string, StuckJoin>();
  for (const { node, scope } of instance.tokens) {
    if (alive.has(scope) || !compiled.incoming.has(node)) continue;
    const here = instance.tokens.filter((token) => token.node === node && token.scope === scope).flatMap(({ via }) => via ?? []);
    const missing = [...(compiled.incoming.get(node) ?? [])].filter((via) => !here.includes(via));
    stuck.set(`${node} ${String(scope)}`, { node, scope, arrived: [...new Set(here)], missing });
  }
  return [...stuck.values()];
}
