import { leaveActivity, openActivity } from '../activities.js';
import type { NodeBase } from '../compile/compiled.js';
import type { CompiledMapping } from '../compile/compiler.js';
import type { Draft, PathStep } from '../draft.js';
import { EngineError } from '../engine-error.js';
import type { ActivityInstance } from '../instance.js';
import { setBoundaryEvents } from '../parts/boundary.js';
import { compileForEach, enterForEach, itemEnded, type CompiledForEach, type Repeated } from '../parts/for-each.js';
import { placeToken, type Exit } from '../tokens.js';
import { compileBase, onward, type NodeType } from './node-type.js';

export interface CompiledSubProcess extends NodeBase<'subProcess'> {
  readonly input: CompiledMapping;
  readonly forEach: CompiledForEach | null;
  readonly exit: Exit;
}

/** A scope of its own: it ends with the last token inside. Interrupting it cancels everything in it. */
export const subProcess: NodeType<'subProcess', CompiledSubProcess> = {
  type: 'subProcess',

  exits: (key, node) => [onward(key, node.next)],

  compile: (key, node, compiler) => ({
    ...compileBase('subProcess', key, node, compiler),
    input: compiler.mapping(node.input, `/nodes/${key}/input`, node.forEach && { [node.forEach.as]: { kind: 'any' } }),
    forEach: compileForEach(node.forEach, compiler, `/nodes/${key}/forEach`),
    exit: onward(key, node.next),
  }),

  enter(draft, node, token, path) {
    if (node.forEach !== null) return enterForEach(draft, subProcessRepeated(node), node.forEach, token, path);
    const activity = openActivity(draft, token);
    setBoundaryEvents(draft, activity, node.boundary);
    beginScope(draft, node.key, activity.id, path);
  },
};

export function subProcessRepeated(node: CompiledSubProcess): Repeated {
  return {
    key: node.key, boundary: node.boundary, input: node.input, exit: node.exit,
    startItem: (draft, activity, path) => beginScope(draft, node.key, activity.id, path),
  };
}

export function subProcessScopeEnded(draft: Draft, node: CompiledSubProcess, activity: ActivityInstance, path: readonly PathStep[]): void {
  if (node.forEach !== null && activity.items !== null) itemEnded(draft, subProcessRepeated(node), node.forEach, activity, path);
  else leaveActivity(draft, activity.id, node.exit, path);
}

/** Puts a token on the start event of a sub-process; `scope` is null in a child that runs nothing but this sub-process. */
export function beginScope(draft: Draft, node: string, scope: number | null, path: readonly PathStep[]): void {
  const [start] = draft.compiled.starts.get(node) ?? [];
  if (start === undefined) throw new EngineError('engine.definitionInvalid', { definition: draft.compiled.definition.key, hash: draft.compiled.hash, node, found: 'no start event' });
  placeToken(draft, start, scope, path);
}
