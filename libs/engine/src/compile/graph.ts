import type { FlowNode, ProcessDefinition } from '@reglament/contracts';
import { exitsOf } from '../nodes/node-types.js';
import type { Exit } from '../tokens.js';

/** One flow of the definition, as drawn. */
export interface FlowOf { readonly from: string; readonly exit: Exit }

export function flowsOf(definition: ProcessDefinition): readonly FlowOf[] {
  const links = [...linksOf(definition)].map(([from, exit]) => ({ from, exit }));
  return [...Object.entries(definition.nodes).flatMap(([from, node]) => exitsOf(from, node).map((exit) => ({ from, exit }))), ...links];
}

/** The event sub-process that undoes a completed sub-process, by the latter. */
export function compensatorsOf(definition: ProcessDefinition): ReadonlyMap<string, string> {
  return new Map(Object.entries(definition.nodes).flatMap(([key, node]) => (node.type === 'subProcess' && node.event?.type === 'compensation' && node.in !== undefined ? [[node.in, key] as const] : [])));
}

/** The activities that are there to undo others: no flow leads to them. */
export function handlersOf(definition: ProcessDefinition): ReadonlySet<string> {
  return new Set(Object.values(definition.nodes).flatMap((node) => ('compensate' in node && node.compensate !== undefined ? [node.compensate] : [])));
}

/** The flows that pairs of links stand for, by throwing event: no line is drawn for them. */
export function linksOf(definition: ProcessDefinition): ReadonlyMap<string, Exit> {
  const place = (name: string, scope: string | undefined) => `${scope ?? ''}/${name}`;
  const entries = Object.entries(definition.nodes);
  const targets = new Map(entries.flatMap(([key, node]) => (node.type === 'catchEvent' && node.event.type === 'link' ? [[place(node.event.name, node.in), key] as const] : [])));
  return new Map(entries.flatMap(([key, node]) => {
    const to = node.type === 'throwEvent' && node.event?.type === 'link' ? targets.get(place(node.event.name, node.in)) : undefined;
    return to === undefined ? [] : [[key, { to, flow: null, via: key }] as const];
  }));
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

/** The parts of each ad-hoc sub-process that are begun by people: nothing in it leads to them. */
export function startersByAdHoc(definition: ProcessDefinition): ReadonlyMap<string, readonly string[]> {
  const entries = Object.entries(definition.nodes);
  const targets = new Set([...flowsOf(definition).map(({ exit }) => exit.to), ...handlersOf(definition)]);
  return new Map(entries.filter(([, node]) => node.type === 'adHocSubProcess').map(([key]) => [
    key, entries.filter(([inner, node]) => node.in === key && !targets.has(inner) && !isEventSubProcess(node)).map(([inner]) => inner),
  ]));
}

export function eventSubProcessesByScope(definition: ProcessDefinition): ReadonlyMap<string | null, readonly string[]> {
  const scopes = new Map<string | null, string[]>();
  for (const [key, node] of Object.entries(definition.nodes)) {
    if (!isEventSubProcess(node)) continue;
    const scope = node.in ?? null;
    scopes.set(scope, [...(scopes.get(scope) ?? []), key]);
  }
  return scopes;
}

export function isEventSubProcess(node: FlowNode): boolean {
  return node.type === 'subProcess' && node.event !== undefined;
}

/** Incoming flows of the gateways that join, by the identity under which tokens come. */
export function incomingOf(definition: ProcessDefinition): ReadonlyMap<string, ReadonlySet<string>> {
  const incoming = new Map<string, Set<string>>();
  for (const { exit } of flowsOf(definition)) {
    const type = definition.nodes[exit.to]?.type;
    if (type !== 'parallelGateway' && type !== 'inclusiveGateway') continue;
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
