import type { DiagramView } from '@reglament/contracts';

/**
 * How far each node lies from the start of its plane, by the longest way that never turns back: so a step comes after everything that may
 * have to be done before it. What only a boundary event reaches has no distance.
 */
export function depthsOf({ nodes, flows }: DiagramView): ReadonlyMap<string, number> {
  const exits = new Map<string, string[]>();
  for (const { from, to, boundary } of flows) if (boundary === null) exits.set(from, [...(exits.get(from) ?? []), to]);
  const finished: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const forward = new Map<string, string[]>();
  const visit = (key: string): void => {
    state.set(key, 'open');
    for (const next of exits.get(key) ?? []) {
      // A flow to a node that is still being walked is the way back of a loop.
      if (state.get(next) === 'open') continue;
      forward.set(key, [...(forward.get(key) ?? []), next]);
      if (!state.has(next)) visit(next);
    }
    state.set(key, 'done');
    finished.push(key);
  };
  const starts = nodes.filter(({ type }) => type === 'startEvent').map(({ key }) => key);
  for (const key of starts) if (!state.has(key)) visit(key);
  const depth = new Map(starts.map((key) => [key, 0]));
  for (const key of finished.reverse()) {
    for (const next of forward.get(key) ?? []) depth.set(next, Math.max(depth.get(next) ?? 0, (depth.get(key) ?? 0) + 1));
  }
  return depth;
}

/** Nodes in the order in which a case meets them; what only a boundary event reaches comes last. */
export function inOrder(diagram: DiagramView): readonly DiagramView['nodes'][number][] {
  const depth = depthsOf(diagram);
  return [...diagram.nodes].sort((one, other) => (depth.get(one.key) ?? Infinity) - (depth.get(other.key) ?? Infinity) || 0);
}
