import { contentHash, type ProcessDefinition } from '@reglament/contracts';
import { compileNode } from '../nodes/node-types.js';
import { RESERVED_NAMES } from '../scope.js';
import type { Compiled, CompiledNode, PinnedDecision } from './compiled.js';
import { eventsOf, variablesOfEvents } from './names.js';
import { createCompiler, type Compiler, type Reading } from './compiler.js';
import { compensatorsOf, eventSubProcessesByScope, handlersOf, incomingOf, linksOf, nodesWithin, startersByAdHoc, startsByScope } from './graph.js';
import { reachingOf } from './reaching.js';

/** What a definition refers to. */
export interface Resources {
  /** Content hash of each form, by key. */
  readonly forms?: ReadonlyMap<string, string>;
  /** Content hash of each process that may be called, by key. */
  readonly calls?: ReadonlyMap<string, string>;
  /** The decision tables, by key. */
  readonly decisions?: ReadonlyMap<string, PinnedDecision>;
  /** Keys of the handlers of service tasks, and of the checks of submissions. */
  readonly handlers?: ReadonlySet<string>;
  readonly checks?: ReadonlySet<string>;
  /** Content hash of the definition, where the caller knows it. */
  readonly hash?: string;
}

/** Makes a checked definition ready to run. Faults in its expressions are gathered in `compiler`; the result is not to be run then. */
export function compileGraph(definition: ProcessDefinition, resources: Resources, compiler: Compiler = createCompiler()): Compiled {
  const nodes = new Map<string, CompiledNode>();
  for (const [key, node] of Object.entries(definition.nodes)) nodes.set(key, compileNode(key, node, compiler));
  return {
    definition,
    hash: resources.hash ?? contentHash(definition),
    forms: resources.forms ?? new Map(),
    decisions: decisionsOf(definition, resources),
    calls: resources.calls ?? new Map(),
    nodes,
    starts: startsByScope(definition),
    starters: startersByAdHoc(definition),
    eventSubProcesses: eventSubProcessesByScope(definition),
    freezes: Object.values(definition.nodes).some((node) => node.type === 'subProcess' && node.freezes === true),
    incoming: incomingOf(definition),
    reaching: reachingOf(definition),
    compensates: Object.values(definition.nodes).some((node) => ('compensate' in node && node.compensate !== undefined) || eventsOf(node).some(({ type }) => type === 'compensation' || type === 'cancel')),
    handlers: handlersOf(definition),
    compensators: compensatorsOf(definition),
    conditional: Object.values(definition.nodes).some((node) => eventsOf(node).some(({ type }) => type === 'condition')),
    catchesEscalations: Object.values(definition.nodes).some((node) => eventsOf(node).some(({ type }) => type === 'escalation') && node.type !== 'throwEvent'),
    catchesErrors: Object.values(definition.nodes).some((node) => eventsOf(node).some(({ type }) => type === 'error')),
    links: linksOf(definition),
    hasLocals: [...nodes.values()].some((node) => node.type === 'subProcess' && node.forEach === null && node.input.length > 0),
    itemNames: itemNamesOf(nodes),
    childInputs: childInputsOf(definition, nodes, compiler.readings),
    subject: definition.subject === undefined ? null : compiler.value(definition.subject, '/subject'),
    businessKey: definition.businessKey === undefined ? null : compiler.value(definition.businessKey, '/businessKey'),
  };
}

/** Only the tables that it asks: what else there is does not belong to it. */
function decisionsOf(definition: ProcessDefinition, { decisions }: Resources): ReadonlyMap<string, PinnedDecision> {
  const asked = Object.values(definition.nodes).flatMap((node) => (node.type === 'businessRuleTask' ? [node.decision] : []));
  return new Map(asked.flatMap((key) => {
    const decision = decisions?.get(key);
    return decision ? [[key, decision] as const] : [];
  }));
}

function itemNamesOf(nodes: ReadonlyMap<string, CompiledNode>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [key, node] of nodes) {
    if (node.forEach?.mode === 'sequential') names.set(key, node.forEach.as);
  }
  return names;
}

/** For each parallel forEach without an `input`: the variables that the nodes in it read or edit, so that a child carries no more. */
function childInputsOf(definition: ProcessDefinition, nodes: ReadonlyMap<string, CompiledNode>, readings: readonly Reading[]): ReadonlyMap<string, readonly string[]> {
  const inputs = new Map<string, readonly string[]>();
  for (const [key, node] of nodes) {
    if (node.forEach?.mode !== 'parallel' || node.type === 'callActivity' || (node.type === 'subProcess' && node.input.length > 0)) continue;
    const names = new Set(readingsInChild(definition, key, readings).map(({ name }) => name));
    for (const inner of nodesWithin(definition, key)) for (const name of variablesNamedBy(definition, inner)) names.add(name);
    for (const name of [node.forEach.as, ...RESERVED_NAMES]) names.delete(name);
    inputs.set(key, [...names].sort());
  }
  return inputs;
}

/** What is read inside a child. The forEach itself and the boundary events are the parent's: a child that carried the items would square them. */
export function readingsInChild(definition: ProcessDefinition, forEachNode: string, readings: readonly Reading[]): readonly Reading[] {
  const within = nodesWithin(definition, forEachNode);
  const type = definition.nodes[forEachNode]?.type;
  const parents = ['forEach', 'on', ...(type === 'subProcess' || type === 'callActivity' ? ['input'] : [])].map((part) => `/nodes/${forEachNode}/${part}`);
  return readings.filter(({ node, pointer }) => node !== null && within.has(node) && !parents.some((part) => pointer.startsWith(`${part}/`)));
}

/** Variables that a node names without an expression. */
export function variablesNamedBy(definition: ProcessDefinition, key: string): readonly string[] {
  const node = definition.nodes[key];
  if (!node) return [];
  const names: (string | undefined)[] = ['variable' in node ? node.variable : undefined];
  if (node.type === 'documentTask') names.push(node.document);
  if (node.type === 'approvalTask') names.push(...(node.snapshot ?? []));
  names.push(...variablesOfEvents(node));
  return names.filter((name): name is string => name !== undefined);
}
