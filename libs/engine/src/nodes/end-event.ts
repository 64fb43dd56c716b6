import type { NodeBase } from '../compile/compiled.js';
import { record } from '../facts.js';
import { countResult } from '../parts/for-each.js';
import { consumeToken } from '../tokens.js';
import { compileBase, type NodeType } from './node-type.js';

export interface CompiledEndEvent extends NodeBase<'endEvent'> { readonly result: string | null }

/**
 * Where one path ends. The scope ends with its last token. The case's result is that of the last end event reached outside any
 * sub-process that names one.
 */
export const endEvent: NodeType<'endEvent', CompiledEndEvent> = {
  type: 'endEvent',

  exits: () => [],

  compile: (key, node, compiler) => ({ ...compileBase('endEvent', key, node, compiler), result: node.result ?? null }),

  enter(draft, node, token, path) {
    record(draft, 'nodeEntered', { node: node.key });
    if (token.scope !== null) countResult(draft, token.scope, node.result);
    else if (node.result !== null) draft.result = node.result;
    consumeToken(draft, token, path);
  },
};
