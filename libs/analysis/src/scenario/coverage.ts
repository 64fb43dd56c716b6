import type { ProcessDefinition } from '@reglament/contracts';
import { diagramOf, flowKey, type HistoryFact } from '@reglament/engine';

/** Nodes that were entered and flows that were taken, as `flowKey` names them. */
export interface Covered { readonly nodes: ReadonlySet<string>; readonly flows: ReadonlySet<string> }

export interface Coverage {
  readonly nodes: { readonly covered: number; readonly all: number; readonly missing: readonly string[] };
  readonly flows: { readonly covered: number; readonly all: number; readonly missing: readonly string[] };
}

export function coveredBy(facts: readonly { readonly fact: HistoryFact }[]): Covered {
  const [nodes, flows] = [new Set<string>(), new Set<string>()];
  for (const { fact: { kind, node, data } } of facts) {
    if (node === null) continue;
    if (kind === 'nodeEntered' || kind === 'instanceStarted') nodes.add(node);
    if (kind === 'actionTriggered' || kind === 'messageReceived' || kind === 'timerFired') nodes.add(node);
    if (kind !== 'flowTaken') continue;
    nodes.add(node);
    nodes.add(String(data['to']));
    flows.add(flowKey(node, data['flow'] as string | number | null));
  }
  return { nodes, flows };
}

/** How much of a process several runs have seen together. */
export function coverageOf(definition: ProcessDefinition, runs: readonly Covered[]): Coverage {
  const seen = (of: 'nodes' | 'flows'): ReadonlySet<string> => new Set(runs.flatMap((run) => [...run[of]]));
  const part = (all: readonly string[], covered: ReadonlySet<string>): Coverage['nodes'] => ({ covered: all.filter((key) => covered.has(key)).length, all: all.length, missing: all.filter((key) => !covered.has(key)) });
  return {
    nodes: part(Object.keys(definition.nodes), seen('nodes')),
    flows: part([...new Set(diagramOf(definition).flows.map(({ from, flow }) => flowKey(from, flow)))], seen('flows')),
  };
}
