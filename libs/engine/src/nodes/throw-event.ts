import type { NodeBase } from '../compile/compiled.js';
import { record } from '../facts.js';
import { beginUndoing } from '../parts/compensation.js';
import { compileThrow, throwFrom, type CompiledThrow } from '../parts/throws.js';
import { moveToken, type Exit } from '../tokens.js';
import { compileBase, onward, type NodeType } from './node-type.js';

export interface CompiledThrowEvent extends NodeBase<'throwEvent'> {
  /** Null: an event that only marks a place, a link, or one that compensates. */
  readonly thrown: CompiledThrow | null;
  /** It undoes what has been completed, of one activity or (null) of all, and waits for it. */
  readonly undoes: { readonly activity: string | null } | null;
  /** Null: a link, which goes on where `Compiled.links` says. */
  readonly exit: Exit | null;
}

/** Lets something happen. Only for compensation it waits. A link goes on at the catching link of its name. */
export const throwEvent: NodeType<'throwEvent', CompiledThrowEvent> = {
  type: 'throwEvent',

  exits: (key, node) => (node.next === undefined ? [] : [onward(key, node.next)]),

  compile: (key, node, compiler) => ({
    ...compileBase('throwEvent', key, node, compiler),
    thrown: node.event === undefined ? null : compileThrow(node.event, compiler, `/nodes/${key}/event`),
    undoes: node.event?.type === 'compensation' ? { activity: node.event.activity ?? null } : null,
    exit: node.next === undefined ? null : onward(key, node.next),
  }),

  enter(draft, node, token, path) {
    if (node.undoes !== null) return beginUndoing(draft, token, node.undoes.activity);
    record(draft, 'nodeEntered', { node: node.key });
    if (node.thrown !== null) throwFrom(draft, node.key, token.scope, node.thrown);
    // What was thrown may have interrupted the very path that threw it.
    if (!draft.tokens.some(({ id }) => id === token.id)) return;
    const exit = node.exit ?? draft.compiled.links.get(node.key);
    if (exit) moveToken(draft, token, exit, path);
  },
};
