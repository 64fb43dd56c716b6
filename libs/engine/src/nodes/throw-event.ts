import type { NodeBase } from '../compile/compiled.js';
import type { CompiledMapping } from '../compile/compiler.js';
import { record } from '../facts.js';
import { compileMessage, sendMessage, type CompiledMessage } from '../parts/messages.js';
import { moveToken, type Exit } from '../tokens.js';
import { compileBase, onward, type NodeType } from './node-type.js';

export interface CompiledThrowEvent extends NodeBase<'throwEvent'> {
  readonly message: CompiledMessage;
  readonly data: CompiledMapping;
  readonly exit: Exit;
}

/** Tells other cases something and waits for nothing. */
export const throwEvent: NodeType<'throwEvent', CompiledThrowEvent> = {
  type: 'throwEvent',

  exits: (key, node) => [onward(key, node.next)],

  compile: (key, node, compiler) => ({
    ...compileBase('throwEvent', key, node, compiler),
    message: compileMessage(node.event, compiler, `/nodes/${key}/event`),
    data: compiler.mapping(node.event.data, `/nodes/${key}/event/data`),
    exit: onward(key, node.next),
  }),

  enter(draft, node, token, path) {
    record(draft, 'nodeEntered', { node: node.key });
    sendMessage(draft, node.key, token.scope, node.message, node.data);
    moveToken(draft, token, node.exit, path);
  },
};
