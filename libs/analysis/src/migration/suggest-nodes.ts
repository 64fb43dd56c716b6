import type { ProcessDefinition } from '@reglament/contracts';
import { same } from '../diff/same.js';

/**
 * Which nodes of the version before are likely to be which of the version after under another key: of one type, with the same title, and
 * the only ones of that title on either side. A proposal for somebody to look at, never applied by itself.
 */
export function suggestNodes(before: ProcessDefinition, after: ProcessDefinition): { readonly [before: string]: string } {
  const gone = Object.entries(before.nodes).filter(([key]) => !Object.hasOwn(after.nodes, key));
  const come = Object.entries(after.nodes).filter(([key]) => !Object.hasOwn(before.nodes, key));
  return Object.fromEntries(gone.flatMap(([key, node]) => {
    const alikeOf = (nodes: typeof come): typeof come => nodes.filter(([, other]) => other.type === node.type && other.title !== undefined && same(other.title, node.title));
    const [found, ...others] = alikeOf(come);
    return found && others.length === 0 && alikeOf(gone).length === 1 ? [[key, found[0]]] : [];
  }));
}

/** Where a token of a node may be put in the version after: the nodes of its type. */
export function nodesLike(before: ProcessDefinition, after: ProcessDefinition, node: string): readonly string[] {
  const type = before.nodes[node]?.type;
  return Object.entries(after.nodes).filter(([, other]) => other.type === type).map(([key]) => key);
}
