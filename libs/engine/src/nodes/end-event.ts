import type { NodeBase } from '../compile/compiled.js';
import { findActivity } from '../draft.js';
import { record } from '../facts.js';
import { countResult } from '../parts/for-each.js';
import { consumeToken } from '../tokens.js';
import { partEnded } from './ad-hoc-sub-process.js';
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
    const holder = token.scope === null ? undefined : findActivity(draft, token.scope);
    if (holder) countResult(draft, holder.id, node.result);
    else if (token.scope === null && node.result !== null) draft.result = node.result;
    consumeToken(draft, token, path);
    const part = holder && draft.compiled.nodes.get(holder.node);
    if (holder && part?.type === 'adHocSubProcess') partEnded(draft, part, holder, node.result, path);
  },
};
