import type { FlowNode, ProcessDefinition } from '@reglament/contracts';
import { flowsOf, type Instance, type Reading } from '@reglament/engine';
import { needAt } from './gate-compiler.js';

/** What may still be read once a case stands where it stands, and has not been written anew by then: all of its data that matters. */
export interface Live {
  /** Names that some expression may still read as they are. */
  readonly heads: ReadonlySet<string>;
  /** Places of the definition that may still be evaluated over what is there now. */
  readonly pointers: ReadonlySet<string>;
  /** Human steps whose outcome may still be asked for. */
  readonly outcomes: ReadonlySet<string>;
}

export interface Reach {
  /** Variables on which, in the end, some condition hangs. */
  readonly relevant: ReadonlySet<string>;
  liveAt(instance: Instance): Live;
}

/** A reading that may still come: one path at one place, or (`names` of several) one place as a whole. */
interface Item { readonly pointer: string; readonly path: string | null; readonly names: readonly string[] }

/** Live variables, as compilers know them: backwards over the flows, until nothing changes. */
export function reachOf(definition: ProcessDefinition, readings: readonly Reading[]): Reach {
  const items = itemsOf(readings);
  const live = liveness(definition, items);
  const known = new Map<string, Live>();
  return {
    relevant: relevantIn(readings),
    liveAt(instance) {
      const standing = [...new Set([...instance.tokens, ...instance.activities].map(({ node }) => node))].sort();
      const id = standing.join(' ');
      let found = known.get(id);
      if (!found) {
        found = liveIn(items, standing.reduce((all, node) => all | live(node), 0n));
        known.set(id, found);
      }
      return found;
    },
  };
}

function itemsOf(readings: readonly Reading[]): readonly Item[] {
  const single = readings.map(({ pointer, path, name }): Item => ({ pointer, path, names: [nameIn(name, path)] }));
  const places = new Map<string, Set<string>>();
  for (const { pointer, path, name } of readings) places.set(pointer, (places.get(pointer) ?? new Set()).add(nameIn(name, path)));
  return [...single, ...[...places].map(([pointer, names]): Item => ({ pointer, path: null, names: [...names] }))];
}

/** A step's outcome is written on its own; every other path by the variable at its head. */
function nameIn(name: string, path: string): string {
  return name === 'outcome' ? path.split('.').slice(0, 2).join('.') : name;
}

function liveIn(items: readonly Item[], bits: bigint): Live {
  const heads = new Set<string>();
  const pointers = new Set<string>();
  const outcomes = new Set<string>();
  items.forEach(({ pointer, path, names }, i) => {
    if (((bits >> BigInt(i)) & 1n) === 0n) return;
    if (path === null) pointers.add(pointer);
    else if (path.startsWith('outcome.')) outcomes.add(path.split('.')[1] ?? '');
    else heads.add(names[0] ?? '');
  });
  return { heads, pointers, outcomes };
}

/** What conditions and lists read, and what flows into that through mappings. */
function relevantIn(readings: readonly Reading[]): ReadonlySet<string> {
  const relevant = new Set(readings.filter(({ pointer }) => needAt(pointer) === 'condition' || pointer.includes('/forEach/items')).map(({ name }) => name));
  const feeds = readings.flatMap(({ name, pointer }) => {
    const [, written] = /\/(?:output|input)\/([^/]+)$/.exec(pointer) ?? [];
    return written === undefined ? [] : [{ name, written }];
  });
  for (let grew = true; grew;) {
    grew = false;
    for (const { name, written } of feeds) {
      if (!relevant.has(written) || relevant.has(name)) continue;
      relevant.add(name);
      grew = true;
    }
  }
  return relevant;
}

/** Of each node, the items that are live while a token stands there. */
function liveness(definition: ProcessDefinition, items: readonly Item[]): (node: string) => bigint {
  const used = new Map<string, bigint>();
  items.forEach(({ pointer }, i) => {
    const node = pointer.startsWith('/nodes/') ? pointer.split('/')[2] ?? '' : '';
    used.set(node, (used.get(node) ?? 0n) | (1n << BigInt(i)));
  });
  const killed = (key: string, node: FlowNode) => {
    const written = new Set([...writtenBy(node), `outcome.${key}`]);
    return items.reduce((bits, { names }, i) => (names.some((name) => written.has(name)) ? bits | (1n << BigInt(i)) : bits), 0n);
  };
  const arrows = arrowsOf(definition).map(([from, to, done]) => [from, to, done ? ~killed(from, definition.nodes[from] as FlowNode) : -1n] as const);
  const live = new Map(Object.keys(definition.nodes).map((key) => [key, used.get(key) ?? 0n]));
  for (let grew = true; grew;) {
    grew = false;
    for (const [from, to, mask] of arrows) {
      const before = live.get(from) ?? 0n;
      const after = before | ((live.get(to) ?? 0n) & mask);
      if (after === before) continue;
      live.set(from, after);
      grew = true;
    }
  }
  return (node) => live.get(node) ?? 0n;
}

/**
 * From where a token may come where, and whether the node had done its work then. More arrows than there are do no harm. To come to a
 * sub-process (`in <key>`) is to begin what it holds; to stand at it is not.
 */
function arrowsOf(definition: ProcessDefinition): readonly (readonly [from: string, to: string, done: boolean])[] {
  const arrows: (readonly [string, string, boolean])[] = [];
  const targets = new Set<string>();
  const entries = Object.entries(definition.nodes);
  for (const { from, exit } of flowsOf(definition)) {
    arrows.push([from, `in ${exit.to}`, !String(exit.flow ?? '').startsWith('on/')]);
    targets.add(exit.to);
  }
  for (const [key, node] of entries) {
    arrows.push([`in ${key}`, key, false]);
    const begins = node.type === 'startEvent' || !targets.has(key);
    if (node.in !== undefined) {
      arrows.push([key, node.in, false]);
      if (begins) arrows.push([`in ${node.in}`, `in ${key}`, false]);
      const holder = definition.nodes[node.in];
      const again = holder !== undefined && (('forEach' in holder && holder.forEach !== undefined) || 'loop' in holder);
      if (begins && again) arrows.push([node.in, `in ${key}`, false]);
    }
    // What no flow leads to is begun by an event, by a person, or by another node of its scope.
    if (targets.has(key) || node.type === 'startEvent') continue;
    if (node.in !== undefined) arrows.push([node.in, `in ${key}`, false]);
    for (const [other, { in: scope }] of entries) if (scope === node.in) arrows.push([other, `in ${key}`, false]);
  }
  return arrows;
}

/** What a node has surely written by the time that it has done its work. */
function writtenBy(node: FlowNode): readonly string[] {
  if ('outcomes' in node && node.outcomes !== undefined) {
    const always = 'form' in node && node.form !== undefined && Object.values(node.outcomes).every((outcome) => (outcome as { skipForm?: boolean }).skipForm !== true);
    if (!always || 'forEach' in node) return [];
    return [...Object.keys(('output' in node && node.output) || {}), ...('variable' in node && node.variable !== undefined ? [node.variable] : [])];
  }
  switch (node.type) {
    case 'serviceTask':
    case 'documentTask':
    case 'businessRuleTask':
    case 'callActivity': return 'forEach' in node && node.forEach !== undefined ? [] : Object.keys(node.output ?? {});
    case 'catchEvent': return node.event.type === 'message' && node.event.variable !== undefined ? [node.event.variable] : [];
    default: return [];
  }
}
