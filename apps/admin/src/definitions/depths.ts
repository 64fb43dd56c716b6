import type { DiagramView } from '@reglament/contracts';

/** How far each node is from the start of its plane by the shortest way; what only a boundary event reaches has no distance. */
export function depthsOf({ nodes, flows }: DiagramView): ReadonlyMap<string, number> {
  const found = new Map(nodes.filter(({ type }) => type === 'startEvent').map(({ key }) => [key, 0]));
  const queue = [...found.keys()];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const { from, to, boundary } of flows) {
      if (from !== at || boundary !== null || found.has(to)) continue;
      found.set(to, (found.get(at) ?? 0) + 1);
      queue.push(to);
    }
  }
  return found;
}

/** Nodes in the order in which a case meets them; what only a boundary event reaches comes last. */
export function inOrder(diagram: DiagramView): readonly DiagramView['nodes'][number][] {
  const depth = depthsOf(diagram);
  return [...diagram.nodes].sort((one, other) => (depth.get(one.key) ?? Infinity) - (depth.get(other.key) ?? Infinity) || 0);
}
