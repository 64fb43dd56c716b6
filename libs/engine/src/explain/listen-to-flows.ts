import type { Compiled, CompiledNode } from '../compile/compiled.js';
import type { CompiledCondition, Moment } from '../expressions.js';
import type { Json } from '../instance.js';
import type { CompiledFlow } from '../parts/conditional-flows.js';

/** One time that a gateway asked its conditions: what their names held then, and the moment that `now()` meant. */
export interface AskedGateway { readonly node: string; readonly values: { readonly [name: string]: Json }; readonly moment: Moment }

/**
 * The same definition, which also tells what its gateways' conditions read whenever they are asked. For a replay that answers "why this
 * route": it holds values of the case, so it is for those who may see them, and never for a case that runs.
 */
export function listenToFlows(compiled: Compiled, heard: (asked: AskedGateway) => void): Compiled {
  const nodes = new Map<string, CompiledNode>([...compiled.nodes].map(([key, node]) => {
    if (node.type !== 'exclusiveGateway' && node.type !== 'inclusiveGateway') return [key, node];
    const reads = [...new Set(node.flows.flatMap(({ when }) => when?.reads ?? []))];
    const first = node.flows.findIndex(({ isDefault }) => !isDefault);
    const flows = node.flows.map((flow, i): CompiledFlow => (i === first ? { ...flow, when: telling(key, flow.when, reads, heard) } : flow));
    return [key, { ...node, flows }];
  }));
  return { ...compiled, nodes };
}

/** The first condition is asked each time, and all are asked of the same scope: it tells for all of them. */
function telling(node: string, when: CompiledCondition | null, reads: readonly string[], heard: (asked: AskedGateway) => void): CompiledCondition {
  return {
    reads: when?.reads ?? [],
    holds(scope, moment, warnings) {
      const values = reads.flatMap((name) => { const value = scope.get(name); return value === undefined ? [] : [[name, value] as const]; });
      heard({ node, values: Object.fromEntries(values), moment });
      return when === null || when.holds(scope, moment, warnings);
    },
  };
}
