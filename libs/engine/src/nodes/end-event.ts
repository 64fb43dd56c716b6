import { endActivity, endScope } from '../activities.js';
import type { NodeBase } from '../compile/compiled.js';
import { findActivity, type Draft, type PathStep } from '../draft.js';
import { record } from '../facts.js';
import type { ActivityInstance, Token } from '../instance.js';
import { takeBoundary } from '../parts/boundary.js';
import { beginUndoing, cancelTransaction } from '../parts/compensation.js';
import { countResult } from '../parts/for-each.js';
import { compileThrow, throwFrom, type CompiledThrow } from '../parts/throws.js';
import { consumeToken } from '../tokens.js';
import { adHocEnded, partEnded } from './ad-hoc-sub-process.js';
import { compileBase, type NodeType } from './node-type.js';

type Ending =
  | { readonly kind: 'plain' }
  /** Ends everything else in its scope too. */
  | { readonly kind: 'terminate' }
  | { readonly kind: 'throw'; readonly thrown: CompiledThrow }
  /** Undoes what has been completed, of one activity or (null) of all, before its path ends. */
  | { readonly kind: 'compensation'; readonly activity: string | null }
  /** Gives up the transaction that holds it. */
  | { readonly kind: 'cancel' };

export interface CompiledEndEvent extends NodeBase<'endEvent'> {
  readonly result: string | null;
  readonly ending: Ending;
}

/**
 * Where one path ends. The scope ends with its last token. The case's result is that of the last end event reached outside any
 * sub-process that names one.
 */
export const endEvent: NodeType<'endEvent', CompiledEndEvent> = {
  type: 'endEvent',

  exits: () => [],

  compile(key, node, compiler) {
    const thrown = node.event === undefined ? null : compileThrow(node.event, compiler, `/nodes/${key}/event`);
    const ending = (): Ending => {
      if (thrown !== null) return { kind: 'throw', thrown };
      switch (node.event?.type) {
        case 'terminate':
        case 'cancel': return { kind: node.event.type };
        case 'compensation': return { kind: 'compensation', activity: node.event.activity ?? null };
        default: return { kind: 'plain' };
      }
    };
    return { ...compileBase('endEvent', key, node, compiler), result: node.result ?? null, ending: ending() };
  },

  enter(draft, node, token, path) {
    const { ending } = node;
    if (ending.kind === 'compensation') return beginUndoing(draft, token, ending.activity);
    if (ending.kind === 'cancel') return cancelTransaction(draft, token);
    record(draft, 'nodeEntered', { node: node.key });
    if (ending.kind === 'throw') throwFrom(draft, node.key, token.scope, ending.thrown);
    // What was thrown may have interrupted the very path that threw it.
    if (draft.tokens.some(({ id }) => id === token.id)) endPath(draft, node, token, path);
  },
};

/** Everything that the event reached has been undone. */
export function undoingEnded(draft: Draft, node: CompiledEndEvent, activity: ActivityInstance): void {
  const token = draft.tokens.find(({ id }) => id === activity.token);
  const holder = activity.scope === null ? undefined : findActivity(draft, activity.scope);
  endActivity(draft, activity.id, 'left');
  record(draft, 'nodeLeft', { node: node.key, activity: activity.id });
  if (node.ending.kind === 'cancel' && holder) leaveCancelled(draft, holder);
  else if (token) endPath(draft, node, token, []);
}

function leaveCancelled(draft: Draft, transaction: ActivityInstance): void {
  const node = draft.compiled.nodes.get(transaction.node);
  const boundary = node?.boundary.find(({ event }) => event.type === 'cancel');
  if (boundary) takeBoundary(draft, transaction, boundary, []);
}

function endPath(draft: Draft, node: CompiledEndEvent, token: Token, path: readonly PathStep[]): void {
  const holder = token.scope === null ? undefined : findActivity(draft, token.scope);
  if (holder) countResult(draft, holder.id, node.result);
  else if (token.scope === null && node.result !== null) draft.result = node.result;
  const part = holder && draft.compiled.nodes.get(holder.node);
  if (node.ending.kind === 'terminate') {
    endScope(draft, token.scope);
    if (holder && part?.type === 'adHocSubProcess') return adHocEnded(draft, part, holder, path);
    draft.pending.push({ kind: 'scopeEnded', scope: token.scope, path });
    return;
  }
  consumeToken(draft, token, path);
  if (holder && part?.type === 'adHocSubProcess') partEnded(draft, part, holder, node.result, path);
}
