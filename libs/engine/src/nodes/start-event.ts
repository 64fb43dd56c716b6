import type { LocalizedText } from '@reglament/contracts';
import type { NodeBase } from '../compile/compiled.js';
import { record } from '../facts.js';
import { compilePerformers, type CompiledPerformer } from '../parts/performers.js';
import { moveToken, type Exit } from '../tokens.js';
import { compileBase, onward, type NodeType } from './node-type.js';

export interface CompiledStartEvent extends NodeBase<'startEvent'> {
  readonly title: LocalizedText | null;
  readonly performers: readonly CompiledPerformer[];
  readonly form: string | null;
  readonly variable: string | null;
  readonly exit: Exit;
}

/** Where a scope begins. What its form gave is already in the variables when the token arrives: `start` has put it there. */
export const startEvent: NodeType<'startEvent', CompiledStartEvent> = {
  type: 'startEvent',

  exits: (key, node) => [onward(key, node.next)],

  compile: (key, node, compiler) => ({
    ...compileBase('startEvent', key, node, compiler),
    title: node.title ?? null,
    performers: compilePerformers(node.performers, compiler, `/nodes/${key}/performers`),
    form: node.form ?? null,
    variable: node.variable ?? null,
    exit: onward(key, node.next),
  }),

  enter(draft, node, token, path) {
    record(draft, 'nodeEntered', { node: node.key });
    moveToken(draft, token, node.exit, path);
  },
};
