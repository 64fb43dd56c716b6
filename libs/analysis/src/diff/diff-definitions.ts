import type { FlowNode, ProcessDefinition } from '@reglament/contracts';
import type { Change, ChangeKind, PublishedVersion } from './change.js';
import { diffNode } from './diff-node.js';
import { same } from './same.js';

type Parts = { readonly [name: string]: unknown };

/** Properties of the process itself that are compared as a whole. What is not named (the format, the schema's address) means nothing. */
const OF_PROCESS = ['title', 'description', 'subject', 'businessKey', 'cancel', 'observers'] as const;

/**
 * What two versions differ in, as their meaning differs: the layout of the diagram, the order of keys and of lists that are sets are no
 * change. A node is the same node if its key is the same: `renamed` (key before → key after) says which ones have only a new key.
 *
 * The order: the process, its variables and states, the nodes of the version after in their order, those that are gone, what is pinned.
 */
export function diffDefinitions(before: PublishedVersion, after: PublishedVersion, renamed: { readonly [before: string]: string } = {}): readonly Change[] {
  const [one, other] = [before.definition, after.definition];
  return [
    ...OF_PROCESS.filter((part) => !same(one[part], other[part], part)).map((part): Change => ofProcess('processChanged', part, one[part], other[part])),
    ...diffEntries(one.variables ?? {}, other.variables ?? {}, ['variableAdded', 'variableRemoved', 'variableChanged']),
    ...diffEntries(one.states ?? {}, other.states ?? {}, ['stateAdded', 'stateRemoved', 'stateChanged']),
    ...diffNodes(one, other, renamed),
    ...diffPins(before.forms, after.forms, 'pinnedFormChanged'),
    ...diffPins(before.decisions, after.decisions, 'pinnedDecisionChanged'),
    ...diffPins(before.calls, after.calls, 'pinnedProcessChanged'),
  ];
}

function diffNodes(before: ProcessDefinition, after: ProcessDefinition, renamed: { readonly [before: string]: string }): readonly Change[] {
  const keyBefore = new Map(Object.entries(renamed).map(([was, is]) => [is, was]));
  const found = new Set<string>();
  const changes = Object.entries(after.nodes).flatMap(([key, node]): readonly Change[] => {
    const was = keyBefore.get(key) ?? (Object.hasOwn(renamed, key) ? undefined : key);
    const old = was === undefined ? undefined : nodeAt(before, was);
    if (was === undefined || old === undefined) return [ofNode('nodeAdded', key, undefined, node)];
    found.add(was);
    if (old.type !== node.type) return [ofNode('nodeRetyped', key, old, node)];
    return diffNode(key, underNewKeys(old, renamed), node);
  });
  const removed = Object.entries(before.nodes).filter(([key]) => !found.has(key)).map(([key, node]) => ofNode('nodeRemoved', key, node, undefined));
  return [...changes, ...removed];
}

/** A node before in the words of the version after: where it leads to a node that has a new key only, nothing has changed. */
function underNewKeys(node: FlowNode, renamed: { readonly [before: string]: string }): FlowNode {
  if (Object.keys(renamed).length === 0) return node;
  const keyed = (value: unknown): unknown => (typeof value === 'string' && Object.hasOwn(renamed, value) ? renamed[value] : value);
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]: [string, unknown]) => [name, ['to', 'next', 'in'].includes(name) ? keyed(item) : name === 'fourEyes' && Array.isArray(item) ? item.map(keyed) : inside(item)]));
  };
  return inside(node) as FlowNode;
}

function diffEntries(before: Parts, after: Parts, [added, removed, changed]: readonly [ChangeKind, ChangeKind, ChangeKind]): readonly Change[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((name): readonly Change[] => {
    if (!Object.hasOwn(before, name)) return [ofProcess(added, name, undefined, after[name])];
    if (!Object.hasOwn(after, name)) return [ofProcess(removed, name, before[name], undefined)];
    return same(before[name], after[name]) ? [] : [ofProcess(changed, name, before[name], after[name])];
  });
}

/** Only what both versions use: what one of them does not use is told by its nodes. */
function diffPins(before: ReadonlyMap<string, string> | undefined, after: ReadonlyMap<string, string> | undefined, kind: ChangeKind): readonly Change[] {
  return [...after ?? []].filter(([key, hash]) => before?.has(key) === true && before.get(key) !== hash).map(([key, hash]) => ofProcess(kind, key, before?.get(key), hash));
}

function ofProcess(kind: ChangeKind, part: string, before: unknown, after: unknown): Change {
  return { kind, node: null, title: null, part, before, after };
}

function ofNode(kind: ChangeKind, key: string, before: FlowNode | undefined, after: FlowNode | undefined): Change {
  return { kind, node: key, title: after?.title ?? before?.title ?? null, part: null, before, after };
}

function nodeAt(definition: ProcessDefinition, key: string): FlowNode | undefined {
  return Object.hasOwn(definition.nodes, key) ? definition.nodes[key] : undefined;
}
