import type { NodeBase } from '../compile/compiled.js';
import { record } from '../facts.js';
import { compileThrow, throwFrom, type CompiledThrow } from '../parts/throws.js';
import { moveToken, type Exit } from '../tokens.js';
import { compileBase, onward, type NodeType } from './node-type.js';

export interface CompiledThrowEvent extends NodeBase<'throwEvent'> {
  /** Null: an event that only marks a place, or a link. */
  readonly thrown: CompiledThrow | null;
  /** Null: a link, which goes on where `Compiled.links` says. */
  readonly exit: Exit | null;
}

/** Lets something happen and waits for nothing. A link goes on at the catching link of its name. */
export const throwEvent: NodeType<'throwEvent', CompiledThrowEvent> = {
  type: 'throwEvent',

  exits: (key, node) => (node.next === undefined ? [] : [onward(key, node.next)]),

  compile: (key, node, compiler) => ({
    ...compileBase('throwEvent', key, node, compiler),
    thrown: node.event === undefined || node.event.type === 'link' ? null : compileThrow(node.event, compiler, `/nodes/${key}/event`),
    exit: node.next === undefined ? null : onward(key, node.next),
  }),

  enter(draft, node, token, path) {
    record(draft, 'nodeEntered', { node: node.key });
    if (node.thrown !== null) throwFrom(draft, node.key, token.scope, node.thrown);
    // What was thrown may have interrupted the very path that threw it.
    if (!draft.tokens.some(({ id }) => id === token.id)) return;
    const exit = node.exit ?? draft.compiled.links.get(node.key);
    if (exit) moveToken(draft, token, exit, path);
  },
};
