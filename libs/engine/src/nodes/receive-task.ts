import { leaveActivity, openActivity } from '../activities.js';
import type { NodeBase } from '../compile/compiled.js';
import { writeVariables, type Draft } from '../draft.js';
import type { ActivityInstance, Json } from '../instance.js';
import { setBoundaryEvents } from '../parts/boundary.js';
import { awaitMessage, compileMessage, type CompiledMessage } from '../parts/messages.js';
import type { Exit } from '../tokens.js';
import { compileBase, onward, type NodeType } from './node-type.js';

export interface CompiledReceiveTask extends NodeBase<'receiveTask'> {
  readonly message: CompiledMessage;
  readonly variable: string | null;
  readonly exit: Exit;
}

/** Waits for a message. */
export const receiveTask: NodeType<'receiveTask', CompiledReceiveTask> = {
  type: 'receiveTask',

  exits: (key, node) => [onward(key, node.next)],

  compile: (key, node, compiler) => ({
    ...compileBase('receiveTask', key, node, compiler),
    message: compileMessage(node.event, compiler, `/nodes/${key}/event`),
    variable: node.event.variable ?? null,
    exit: onward(key, node.next),
  }),

  enter(draft, node, token) {
    const activity = openActivity(draft, token);
    setBoundaryEvents(draft, activity, node.boundary);
    awaitMessage(draft, activity.id, node.message, null);
  },
};

export function messageReceived(draft: Draft, node: CompiledReceiveTask, activity: ActivityInstance, data: { readonly [name: string]: Json }): void {
  if (node.variable !== null) writeVariables(draft, { [node.variable]: data }, activity.id);
  leaveActivity(draft, activity.id, node.exit);
}
