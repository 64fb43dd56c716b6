import type { NodeBase } from '../compile/compiled.js';
import { record } from '../facts.js';
import { inTurn } from '../parts/repetition.js';
import { completedAtOnce } from '../parts/compensable.js';
import { compileThrow, throwFrom, type CompiledThrow } from '../parts/throws.js';
import { consumeToken, moveToken, type Exit } from '../tokens.js';
import { compileBase, onward, type NodeType } from './node-type.js';

export interface CompiledSendTask extends NodeBase<'sendTask'> {
  readonly thrown: CompiledThrow | null;
  /** Null: a handler of compensation. */
  readonly exit: Exit | null;
}

/** Sends a message and goes on: done in the moment in which it begins. */
export const sendTask: NodeType<'sendTask', CompiledSendTask> = {
  type: 'sendTask',

  exits: (key, node) => (node.next === undefined ? [] : [onward(key, node.next)]),

  compile: (key, node, compiler) => ({
    ...inTurn(compileBase('sendTask', key, node, compiler)),
    thrown: compileThrow(node.event, compiler, `/nodes/${key}/event`),
    exit: node.next === undefined ? null : onward(key, node.next),
  }),

  enter(draft, node, token, path) {
    record(draft, 'nodeEntered', { node: node.key });
    if (node.thrown !== null) throwFrom(draft, node.key, token.scope, node.thrown);
    completedAtOnce(draft, node, token);
    if (node.exit === null) consumeToken(draft, token, path);
    else moveToken(draft, token, node.exit, path);
  },
};
