import type { DiagramView } from '@reglament/contracts';

export interface Step {
  readonly key: string;
  readonly title: string;
  readonly state: 'active' | 'passed' | 'untouched';
}

const HUMAN = new Set(['userTask', 'approvalTask', 'documentTask', 'subProcess']);

/** How far each node is from the start by the shortest way: the order in which the line shows the steps. */
function depths(diagram: DiagramView): ReadonlyMap<string, number> {
  const found = new Map(diagram.nodes.filter(({ type, parent }) => type === 'startEvent' && parent === null).map(({ key }) => [key, 0]));
  const queue = [...found.keys()];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const { from, to, boundary } of diagram.flows) {
      if (from !== at || boundary !== null || found.has(to)) continue;
      found.set(to, (found.get(at) ?? 0) + 1);
      queue.push(to);
    }
  }
  return found;
}

/** The steps of people on the way of a case, in order; side branches that were not entered are left out. */
export function mainPath(diagram: DiagramView): readonly Step[] {
  const depth = depths(diagram);
  return diagram.nodes
    .filter(({ type, parent, title, key }) => parent === null && HUMAN.has(type) && title !== '' && depth.has(key))
    .sort((one, other) => (depth.get(one.key) ?? 0) - (depth.get(other.key) ?? 0))
    .map(({ key, title, state }) => ({ key, title, state }));
}
