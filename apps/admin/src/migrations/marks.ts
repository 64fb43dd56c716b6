import type { VersionComparison } from '@reglament/contracts';
import type { NodeMark, NodeMarks } from '../definitions/shapes.js';

/** How the steps of one of the two diagrams are marked: by what was found of them, changes over additions. */
export function marksOf({ changes, before, after }: VersionComparison, side: 'before' | 'after'): NodeMarks {
  const known = new Set((side === 'before' ? before : after).nodes.map(({ key }) => key));
  const marks = new Map<string, NodeMark>();
  for (const { kind, node } of changes) {
    if (node === null || !known.has(node)) continue;
    const mark: NodeMark = kind === 'nodeAdded' ? 'added' : kind === 'nodeRemoved' ? 'removed' : 'changed';
    // A key that another node had before came or went: it is not the same step that has changed.
    if ((mark === 'added' && side === 'before') || (mark === 'removed' && side === 'after')) continue;
    marks.set(node, mark);
  }
  return marks;
}
