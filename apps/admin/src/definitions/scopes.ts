import type { DiagramView } from '@reglament/contracts';
import { inOrder } from './depths.js';

/** One plane of a process: the process itself (`key` null) or a sub-process with what lies directly in it. */
export interface Scope {
  readonly key: string | null;
  readonly title: string;
  readonly active: boolean;
  readonly diagram: DiagramView;
}

/**
 * The planes of a map, outermost first and each sub-process after the plane that holds it. A sub-process is a box on its own plane and a
 * plane of its own, so that neither gets too small to read.
 */
export function scopesOf(diagram: DiagramView): readonly Scope[] {
  const keys = new Set(diagram.nodes.map(({ key }) => key));
  const parentOf = new Map(diagram.nodes.map(({ key, parent }) => [key, parent !== null && keys.has(parent) ? parent : null]));
  const scopes: Scope[] = [];
  const visit = (key: string | null, title: string, seen: ReadonlySet<string | null>): void => {
    const nodes = diagram.nodes.filter((node) => parentOf.get(node.key) === key);
    if (nodes.length === 0 || seen.has(key)) return;
    const flows = diagram.flows.filter(({ from, to }) => parentOf.get(from) === key && parentOf.get(to) === key);
    scopes.push({ key, title, active: nodes.some(({ state }) => state === 'active'), diagram: { nodes, flows } });
    for (const node of inOrder({ nodes, flows })) visit(node.key, node.title, new Set([...seen, key]));
  };
  visit(null, '', new Set());
  return scopes;
}
