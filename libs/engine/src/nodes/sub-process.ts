import { leaveActivity, openActivity } from '../activities.js';
import type { NodeBase } from '../compile/compiled.js';
import type { CompiledMapping } from '../compile/compiler.js';
import { findActivity, replaceActivity, writeVariables, type Draft, type PathStep } from '../draft.js';
import { EngineError } from '../engine-error.js';
import type { ActivityInstance } from '../instance.js';
import { compileBoundaryEvent, setBoundaryEvents, type CompiledBoundary } from '../parts/boundary.js';
import { listen } from '../parts/event-sub-process.js';
import { enterForEach, itemEnded, type Repeated } from '../parts/for-each.js';
import { mapped } from '../parts/service.js';
import { placeToken, type Exit } from '../tokens.js';
import { compileBase, onward, type NodeType } from './node-type.js';

export interface CompiledSubProcess extends NodeBase<'subProcess'> {
  readonly input: CompiledMapping;
  /** What is kept of its own variables when it ends. */
  readonly output: CompiledMapping;
  /** Null: an event sub-process or a handler of compensation, which leads nowhere. */
  readonly exit: Exit | null;
  /** What starts an event sub-process; null for every other one, and for one that compensates, which nothing from outside starts. */
  readonly trigger: CompiledBoundary | null;
  /** While it runs, the terms of everything else in its scope stand still. */
  readonly freezes: boolean;
}

/** A scope of its own: it ends with the last token inside. Interrupting it cancels everything in it. */
export const subProcess: NodeType<'subProcess', CompiledSubProcess> = {
  type: 'subProcess',

  exits: (key, node) => (node.next === undefined ? [] : [onward(key, node.next)]),

  compile: (key, node, compiler) => ({
    ...compileBase('subProcess', key, node, compiler),
    input: compiler.mapping(node.input, `/nodes/${key}/input`, node.forEach && { [node.forEach.as]: { kind: 'any' } }),
    output: compiler.mapping(node.output, `/nodes/${key}/output`),
    exit: node.next === undefined ? null : onward(key, node.next),
    trigger: node.event === undefined || node.event.type === 'compensation' ? null : compileBoundaryEvent({ ...node.event, key, to: key }, compiler, `/nodes/${key}/event`),
    freezes: node.freezes ?? false,
  }),

  enter(draft, node, token, path) {
    if (node.forEach !== null) return enterForEach(draft, subProcessRepeated(node), node.forEach, token, path);
    const activity = openActivity(draft, token);
    setBoundaryEvents(draft, activity, node.boundary);
    if (node.input.length > 0) giveLocals(draft, node, activity.id);
    beginScope(draft, node.key, activity.id, path);
  },
};

/** Its own variables, from what is seen outside it now. */
function giveLocals(draft: Draft, node: CompiledSubProcess, id: number): void {
  const open = findActivity(draft, id);
  if (open) replaceActivity(draft, { ...open, variables: mapped(draft, node.input, id) });
}

export function subProcessRepeated(node: CompiledSubProcess): Repeated {
  return {
    key: node.key, boundary: node.boundary, input: node.input, exit: node.exit ?? onward(node.key, ''),
    startItem: (draft, activity, path) => beginScope(draft, node.key, activity.id, path),
  };
}

export function subProcessScopeEnded(draft: Draft, node: CompiledSubProcess, activity: ActivityInstance, path: readonly PathStep[]): void {
  if (node.forEach !== null && activity.items !== null) itemEnded(draft, subProcessRepeated(node), node.forEach, activity, path);
  else {
    if (node.output.length > 0) writeVariables(draft, mapped(draft, node.output, activity.id), activity.scope);
    // An event sub-process leads nowhere: its token goes, and with the last token its scope.
    leaveActivity(draft, activity.id, node.exit, path);
  }
}

/** Puts a token on the start event of a sub-process; `scope` is null in a child that runs nothing but this sub-process. */
export function beginScope(draft: Draft, node: string, scope: number | null, path: readonly PathStep[]): void {
  const [start] = draft.compiled.starts.get(node) ?? [];
  if (start === undefined) throw new EngineError('engine.definitionInvalid', { definition: draft.compiled.definition.key, hash: draft.compiled.hash, node, found: 'no start event' });
  listen(draft, node, scope);
  placeToken(draft, start, scope, path);
}
