import type { ProcessDefinition } from '@reglament/contracts';
import { compileGraph, createCompiler, type Compiled, type Instance, type Reading } from '@reglament/engine';
import { rootEvents, wayAheadOf } from './way-ahead.js';

/** A variable that the version after reads on the way ahead before anything there can have set it. */
export interface MissingData { readonly variable: string; readonly node: string }

type Parts = { readonly [name: string]: unknown };

/** What an open step has evaluated when it was entered. */
const ON_ENTRY = /^\/nodes\/[^/]+\/(performers|approvers|due|remind|escalate|input|forEach\/items|starter|kind|snapshot)(\/|$)/;

/**
 * Only what the version before does not read at the same step: what a case has always done without is no new need. Each variable once, with
 * the first step that reads it.
 */
export function missingData(before: Compiled, after: Compiled, moved: Instance, nodes: { readonly [before: string]: string }): readonly MissingData[] {
  const known = new Set(readingsOf(before.definition).map(({ name, node }) => `${node === null ? '' : nodes[node] ?? node} ${name}`));
  const open = new Set([...moved.activities, ...moved.tokens].map(({ node }) => node));
  const fresh = readingsOf(after.definition).filter(({ name, node, pointer }) => node !== null
    && !known.has(`${node} ${name}`) && !Object.hasOwn(moved.variables, name) && name !== 'outcome' && name !== 'case' && !(open.has(node) && ON_ENTRY.test(pointer)));
  if (fresh.length === 0) return [];
  const ahead = wayAheadOf(after);
  const from = [...open, ...(moved.scopeNode === null ? rootEvents(after.definition) : [])];
  return [...new Set(fresh.map(({ name }) => name))].flatMap((variable): readonly MissingData[] => {
    const writers = new Set(Object.entries(after.definition.nodes).filter(([, node]) => writtenAt(node as unknown as Parts).has(variable)).map(([key]) => key));
    const reached = ahead.everywhere(from.filter((key) => !writers.has(key)), writers);
    const reader = fresh.find(({ name, node }) => name === variable && node !== null && reached.has(node) && !itemsAround(after.definition, node).has(variable));
    return reader?.node == null ? [] : [{ variable, node: reader.node }];
  });
}

const kept = new WeakMap<ProcessDefinition, readonly Reading[]>();

function readingsOf(definition: ProcessDefinition): readonly Reading[] {
  const known = kept.get(definition);
  if (known) return known;
  const compiler = createCompiler();
  compileGraph(definition, {}, compiler);
  kept.set(definition, compiler.readings);
  return compiler.readings;
}

/** The names that a node gives values when it ends or while it is open; its own item is seen inside it. */
function writtenAt(node: Parts): ReadonlySet<string> {
  const forEach = (node['forEach'] ?? {}) as Parts;
  const events = [node['event'], ...((node['on'] ?? []) as readonly unknown[])].map((event) => ((event ?? {}) as Parts)['variable']);
  return new Set([node['variable'], node['document'], forEach['counters'], forEach['as'], ...events, ...Object.keys((node['output'] ?? {}) as Parts)].filter((name): name is string => typeof name === 'string'));
}

/** Items and inputs of what holds a node: seen there, and never variables of the case. */
function itemsAround(definition: ProcessDefinition, key: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at: string | undefined = key; at !== undefined; at = definition.nodes[at]?.in) {
    const node = definition.nodes[at] as unknown as Parts | undefined;
    const as = ((node?.['forEach'] ?? {}) as Parts)['as'];
    if (typeof as === 'string') names.add(as);
    for (const name of Object.keys((node?.['input'] ?? {}) as Parts)) names.add(name);
  }
  return names;
}
