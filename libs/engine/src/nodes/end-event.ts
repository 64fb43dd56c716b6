import { endScope } from '../activities.js';
import type { NodeBase } from '../compile/compiled.js';
import { findActivity, type Draft, type PathStep } from '../draft.js';
import { record } from '../facts.js';
import type { Token } from '../instance.js';
import { countResult } from '../parts/for-each.js';
import { compileThrow, throwFrom, type CompiledThrow } from '../parts/throws.js';
import { consumeToken } from '../tokens.js';
import { adHocEnded, partEnded } from './ad-hoc-sub-process.js';
import { compileBase, type NodeType } from './node-type.js';

export interface CompiledEndEvent extends NodeBase<'endEvent'> {
  readonly result: string | null;
  /** Ends everything else in its scope too. */
  readonly terminates: boolean;
  readonly thrown: CompiledThrow | null;
}

/**
 * Where one path ends. The scope ends with its last token. The case's result is that of the last end event reached outside any
 * sub-process that names one.
 */
export const endEvent: NodeType<'endEvent', CompiledEndEvent> = {
  type: 'endEvent',

  exits: () => [],

  compile: (key, node, compiler) => ({
    ...compileBase('endEvent', key, node, compiler),
    result: node.result ?? null,
    terminates: node.event?.type === 'terminate',
    thrown: node.event === undefined || node.event.type === 'terminate' ? null : compileThrow(node.event, compiler, `/nodes/${key}/event`),
  }),

  enter(draft, node, token, path) {
    record(draft, 'nodeEntered', { node: node.key });
    if (node.thrown !== null) throwFrom(draft, node.key, token.scope, node.thrown);
    // What was thrown may have interrupted the very path that threw it.
    if (draft.tokens.some(({ id }) => id === token.id)) endPath(draft, node, token, path);
  },
};

function endPath(draft: Draft, node: CompiledEndEvent, token: Token, path: readonly PathStep[]): void {
  const holder = token.scope === null ? undefined : findActivity(draft, token.scope);
  if (holder) countResult(draft, holder.id, node.result);
  else if (token.scope === null && node.result !== null) draft.result = node.result;
  const part = holder && draft.compiled.nodes.get(holder.node);
  if (node.terminates) {
    endScope(draft, token.scope);
    if (holder && part?.type === 'adHocSubProcess') return adHocEnded(draft, part, holder, path);
    draft.pending.push({ kind: 'scopeEnded', scope: token.scope, path });
    return;
  }
  consumeToken(draft, token, path);
  if (holder && part?.type === 'adHocSubProcess') partEnded(draft, part, holder, node.result, path);
}
