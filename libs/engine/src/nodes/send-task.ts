import type { NodeBase } from '../compile/compiled.js';
import { record } from '../facts.js';
import { inTurn } from '../parts/repetition.js';
import { compileThrow, throwFrom, type CompiledThrow } from '../parts/throws.js';
import { moveToken, type Exit } from '../tokens.js';
import { compileBase, onward, type NodeType } from './node-type.js';

export interface CompiledSendTask extends NodeBase<'sendTask'> {
  readonly thrown: CompiledThrow;
  readonly exit: Exit;
}

/** Sends a message and goes on: done in the moment in which it begins. */
export const sendTask: NodeType<'sendTask', CompiledSendTask> = {
  type: 'sendTask',

  exits: (key, node) => [onward(key, node.next)],

  compile: (key, node, compiler) => ({
    ...inTurn(compileBase('sendTask', key, node, compiler)),
    thrown: compileThrow(node.event, compiler, `/nodes/${key}/event`),
    exit: onward(key, node.next),
  }),

  enter(draft, node, token, path) {
    record(draft, 'nodeEntered', { node: node.key });
    throwFrom(draft, node.key, token.scope, node.thrown);
    moveToken(draft, token, node.exit, path);
  },
};
