import type { CallActivity } from '@reglament/contracts';
import { leaveActivity, openActivity } from '../activities.js';
import type { Command } from '../command.js';
import type { NodeBase } from '../compile/compiled.js';
import type { CompiledMapping } from '../compile/compiler.js';
import { RESULT_LOCALS } from '../compile/names.js';
import { replaceActivity, type Draft } from '../draft.js';
import { EngineError } from '../engine-error.js';
import type { CompiledValue } from '../expressions.js';
import { record } from '../facts.js';
import type { ActivityInstance } from '../instance.js';
import { catcherOf, takeCaught } from '../parts/catchers.js';
import { setBoundaryEvents } from '../parts/boundary.js';
import { enterForEach, type Repeated } from '../parts/for-each.js';
import { hearChildren } from '../parts/escalation-up.js';
import { mapped, writeMapped } from '../parts/service.js';
import { rememberOutcome } from '../parts/submission.js';
import type { Exit } from '../tokens.js';
import { compileBase, onward, type NodeType } from './node-type.js';

export interface CompiledCallActivity extends NodeBase<'callActivity'> {
  /** Key of the called process. */
  readonly process: string;
  /** Under which key `Compiled.calls` has its version; null with `latest`: the one that is current at the call. */
  readonly pin: string | null;
  readonly latest: boolean;
  readonly startEvent: string | null;
  /** The person who starts the called case; null: whoever started this one. */
  readonly starter: CompiledValue | null;
  readonly input: CompiledMapping;
  readonly output: CompiledMapping;
  /** Null: a handler of compensation. */
  readonly exit: Exit | null;
}

/** The key under which the called version is pinned at publish: the process's, `<process>@<version>` of an exact one, null with `latest`. */
export function callPinOf({ process, version }: Pick<CallActivity, 'process' | 'version'>): string | null {
  if (version === undefined) return process;
  return version === 'latest' ? null : `${process}@${version.exact}`;
}

/**
 * Runs another process as a child instance and waits for its end; with a parallel forEach, one for each item. A called case that was
 * cancelled ends the step too: `result.status` tells the two apart.
 */
export const callActivity: NodeType<'callActivity', CompiledCallActivity> = {
  type: 'callActivity',

  exits: (key, node) => (node.next === undefined ? [] : [onward(key, node.next)]),

  compile: (key, node, compiler) => ({
    ...compileBase('callActivity', key, node, compiler),
    process: node.process,
    pin: callPinOf(node),
    latest: node.version === 'latest',
    startEvent: node.startEvent ?? null,
    starter: node.starter === undefined ? null : compiler.path(node.starter, `/nodes/${key}/starter`),
    input: compiler.mapping(node.input, `/nodes/${key}/input`, node.forEach && { [node.forEach.as]: { kind: 'any' } }),
    output: compiler.mapping(node.output, `/nodes/${key}/output`, RESULT_LOCALS),
    exit: node.next === undefined ? null : onward(key, node.next),
  }),

  enter(draft, node, token, path) {
    if (node.forEach?.mode === 'parallel') return enterForEach(draft, callActivityRepeated(node), node.forEach, token, path);
    const activity = openActivity(draft, token, { children: { total: 1, active: 1, completed: 0, cancelled: 0, results: {} } });
    setBoundaryEvents(draft, activity, node.boundary);
    hearChildren(draft, activity.id);
    record(draft, 'childrenStarted', { node: node.key, activity: activity.id }, { total: 1, process: node.process });
    draft.effects.push({ type: 'startChildren', activity: activity.id, node: node.key, items: [{ index: 0, variables: mapped(draft, node.input, activity.id), title: null }] });
  },
};

export function callActivityRepeated(node: CompiledCallActivity): Repeated {
  return {
    key: node.key, boundary: node.boundary, input: node.input, exit: node.exit ?? onward(node.key, ''),
    startItem: (draft) => {
      throw new EngineError('engine.definitionInvalid', { definition: draft.compiled.definition.key, hash: draft.compiled.hash, node: node.key, found: 'a sequential forEach of a call' });
    },
  };
}

export function callEnded(draft: Draft, node: CompiledCallActivity, activity: ActivityInstance, command: Extract<Command, { type: 'callEnded' }>): void {
  const { status, result, variables, error } = command;
  record(draft, 'callEnded', { node: node.key, activity: activity.id }, { status, result, ...(error !== undefined && { error: error.code }) });
  // Nothing is left to be cancelled when the activity is left.
  replaceActivity(draft, { ...activity, children: null });
  const catcher = error === undefined ? null : catcherOf(draft, 'error', error.code, { activity });
  if (catcher !== null && error !== undefined) return takeCaught(draft, catcher, 'error', error);
  writeMapped(draft, node.output, activity.id, { result: { status, result, variables } });
  rememberOutcome(draft, node.key, result ?? status, []);
  leaveActivity(draft, activity.id, node.exit);
}
