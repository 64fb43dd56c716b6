import type { ProcessDefinition } from '@reglament/contracts';
import { exitsOf } from '../nodes/node-types.js';
import type { Exit } from '../tokens.js';

/** One flow of the definition, as drawn. */
export interface FlowOf { readonly from: string; readonly exit: Exit }

export function flowsOf(definition: ProcessDefinition): readonly FlowOf[] {
  return Object.entries(definition.nodes).flatMap(([from, node]) => exitsOf(from, node).map((exit) => ({ from, exit })));
}

export function startsByScope(definition: ProcessDefinition): ReadonlyMap<string | null, readonly string[]> {
  const starts = new Map<string | null, string[]>();
  for (const [key, node] of Object.entries(definition.nodes)) {
    if (node.type !== 'startEvent') continue;
    const scope = node.in ?? null;
    starts.set(scope, [...(starts.get(scope) ?? []), key]);
  }
  return starts;
}

/** Incoming flows of the parallel gateways, by the identity under which tokens come. */
export function incomingOf(definition: ProcessDefinition): ReadonlyMap<string, ReadonlySet<string>> {
  const incoming = new Map<string, Set<string>>();
  for (const { exit } of flowsOf(definition)) {
    if (definition.nodes[exit.to]?.type !== 'parallelGateway') continue;
    incoming.set(exit.to, (incoming.get(exit.to) ?? new Set()).add(exit.via));
  }
  return incoming;
}

/** The keys of the nodes that a sub-process holds, at any depth, itself included. */
export function nodesWithin(definition: ProcessDefinition, scope: string): ReadonlySet<string> {
  const within = new Set([scope]);
  for (let grew = true; grew;) {
    grew = false;
    for (const [key, node] of Object.entries(definition.nodes)) {
      if (node.in === undefined || !within.has(node.in) || within.has(key)) continue;
      within.add(key);
      grew = true;
    }
  }
  return within;
}
