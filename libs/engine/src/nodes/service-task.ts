import type { Retry } from '@reglament/contracts';
import { leaveActivity, openActivity } from '../activities.js';
import type { NodeBase } from '../compile/compiled.js';
import type { CompiledMapping } from '../compile/compiler.js';
import { RESULT_LOCALS } from '../compile/names.js';
import type { Draft } from '../draft.js';
import type { ActivityInstance, Json } from '../instance.js';
import { setBoundaryEvents } from '../parts/boundary.js';
import { callService, mapped, writeMapped } from '../parts/service.js';
import type { Exit } from '../tokens.js';
import { compileBase, onward, type NodeType } from './node-type.js';

export interface CompiledServiceTask extends NodeBase<'serviceTask'> {
  readonly handler: string;
  readonly input: CompiledMapping;
  readonly output: CompiledMapping;
  readonly retry: Retry | null;
  /** Null: a handler of compensation. */
  readonly exit: Exit | null;
}

/** Work of a machine. Only `output` keeps something of the result; without it the result is looked at by nobody. */
export const serviceTask: NodeType<'serviceTask', CompiledServiceTask> = {
  type: 'serviceTask',

  exits: (key, node) => (node.next === undefined ? [] : [onward(key, node.next)]),

  compile: (key, node, compiler) => ({
    ...compileBase('serviceTask', key, node, compiler),
    callsService: true,
    handler: node.handler,
    input: compiler.mapping(node.input, `/nodes/${key}/input`),
    output: compiler.mapping(node.output, `/nodes/${key}/output`, RESULT_LOCALS),
    retry: node.retry ?? null,
    exit: node.next === undefined ? null : onward(key, node.next),
  }),

  enter(draft, node, token) {
    const activity = openActivity(draft, token);
    setBoundaryEvents(draft, activity, node.boundary);
    callService(draft, activity.id, node.handler, mapped(draft, node.input, activity.id), node.retry);
  },
};

export function serviceTaskCompleted(draft: Draft, node: CompiledServiceTask, activity: ActivityInstance, result: { readonly [name: string]: Json }): void {
  writeMapped(draft, node.output, activity.id, { result });
  leaveActivity(draft, activity.id, node.exit);
}
