import type { ProcessDefinition } from '@reglament/contracts';
import { flowsOf, type Compiled } from '@reglament/engine';

/** Where tokens may still go, in one version. Conditions are free choices here: a way that is drawn may be taken. */
export interface WayAhead {
  /** Nodes reached by flows of the same scope, the first included; nodes in `barred` are reached and not passed. */
  within(from: string, barred: ReadonlySet<string>): ReadonlySet<string>;
  /** Also into what a node holds, and into the event sub-processes that may start meanwhile. */
  everywhere(from: readonly string[], barred: ReadonlySet<string>): ReadonlySet<string>;
  /** Parallel gateways that wait for several flows. */
  readonly joins: ReadonlySet<string>;
  /** Nodes that lead nowhere: a scope ends there. */
  readonly ends: ReadonlySet<string>;
}

const known = new WeakMap<Compiled, WayAhead>();

/** Kept with the compiled version: a batch asks of thousands of cases. */
export function wayAheadOf(compiled: Compiled): WayAhead {
  const found = known.get(compiled) ?? make(compiled);
  known.set(compiled, found);
  return found;
}

function make({ definition, incoming }: Compiled): WayAhead {
  const keys = Object.keys(definition.nodes);
  const flows = new Map<string, Set<string>>(keys.map((key) => [key, new Set()]));
  for (const { from, exit } of flowsOf(definition)) flows.get(from)?.add(exit.to);
  const inside = insideOf(definition);
  const spread = (from: readonly string[], barred: ReadonlySet<string>, next: (key: string) => Iterable<string>): ReadonlySet<string> => {
    const found = new Set(from);
    // A set may grow while it is gone through: what is added is gone through too.
    for (const key of found) if (!barred.has(key) || from.includes(key)) for (const to of next(key)) found.add(to);
    return found;
  };
  return {
    within: (from, barred) => spread([from], barred, (key) => flows.get(key) ?? []),
    everywhere: (from, barred) => spread(from, barred, (key) => [...flows.get(key) ?? [], ...inside.get(key) ?? []]),
    joins: new Set([...incoming].filter(([key, vias]) => vias.size > 1 && definition.nodes[key]?.type === 'parallelGateway').map(([key]) => key)),
    ends: new Set(keys.filter((key) => flows.get(key)?.size === 0)),
  };
}

/** What may begin in a node that holds others: what nothing inside leads to. */
function insideOf(definition: ProcessDefinition): ReadonlyMap<string, readonly string[]> {
  const targets = new Set(flowsOf(definition).map(({ exit }) => exit.to));
  const inside = new Map<string, string[]>();
  for (const [key, node] of Object.entries(definition.nodes)) {
    if (node.in !== undefined && !targets.has(key)) inside.set(node.in, [...inside.get(node.in) ?? [], key]);
  }
  return inside;
}

/** The event sub-processes of the process itself: they may start at any time. */
export function rootEvents(definition: ProcessDefinition): readonly string[] {
  return Object.entries(definition.nodes).flatMap(([key, node]) => (node.in === undefined && node.type === 'subProcess' && node.event !== undefined ? [key] : []));
}
