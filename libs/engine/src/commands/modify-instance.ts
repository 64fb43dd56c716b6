import { cancelActivity } from '../activities.js';
import type { Change, Command } from '../command.js';
import type { CompiledNode } from '../compile/compiled.js';
import { findActivity, refuse, takeId, writeVariables, type Draft } from '../draft.js';
import { record } from '../facts.js';
import type { ActivityInstance, Json, Token } from '../instance.js';
import { variableRefusal } from '../parts/variable-types.js';
import { removeToken } from '../tokens.js';

type Modify = Extract<Command, { type: 'modifyInstance' }>;

/**
 * Puts an open case right by hand. The changes go in their order and then the tokens move as ever, so what is started enters at once.
 * A scope that a change has emptied must hold something again at the end: nothing would ever wake it.
 */
export function modifyInstance(draft: Draft, { changes, by, remark, submission }: Modify): void {
  if (!remark) return refuse(draft, { code: 'remarkRequired', outcome: 'modify' });
  record(draft, 'instanceModified', { by: by.person }, { changes: changes.map(withoutValues), submission, right: { ...by.right } as Json });
  const emptied = new Set<number | null>();
  for (const change of changes) apply(draft, change, emptied);
  for (const scope of emptied) requireLife(draft, scope);
}

/** As history keeps it: which variables, never what they hold (decision 18). */
function withoutValues(change: Change): Json {
  return change.kind === 'setVariables' ? { kind: change.kind, variables: Object.keys(change.values) } : { ...change };
}

function apply(draft: Draft, change: Change, emptied: Set<number | null>): void {
  switch (change.kind) {
    case 'cancelActivity': return cancel(draft, change.activity, emptied);
    case 'cancelToken': return cancelToken(draft, change.token, emptied);
    case 'startBefore': return startBefore(draft, change.node, change.scope);
    case 'setVariables': {
      const refusal = variableRefusal(draft, change.values);
      return refusal === null ? writeVariables(draft, change.values, null) : refuse(draft, refusal);
    }
  }
}

function cancel(draft: Draft, id: number, emptied: Set<number | null>): void {
  const activity = findActivity(draft, id);
  if (!activity || activity.listening) return refuse(draft, { code: 'activityNotOpen', activity: id });
  cancelActivity(draft, id);
  removeToken(draft, activity.token);
  emptied.add(activity.scope);
}

function cancelToken(draft: Draft, id: number, emptied: Set<number | null>): void {
  const token = draft.tokens.find((candidate) => candidate.id === id);
  if (!token || draft.activities.some((activity) => activity.token === id)) return refuse(draft, { code: 'tokenNotOpen', token: id });
  removeToken(draft, id);
  draft.pending.splice(0, draft.pending.length, ...draft.pending.filter((item) => item.kind !== 'arrival' || item.token.id !== id));
  emptied.add(token.scope);
}

function startBefore(draft: Draft, key: string, scope: number | null): void {
  const node = draft.compiled.nodes.get(key);
  if (!node) return refuse(draft, { code: 'unknownNode', node: key });
  if (node.type === 'startEvent' || (node.type === 'subProcess' && node.trigger !== null)) return refuse(draft, { code: 'mayNotStart', node: key });
  if (!isOpenTo(draft, node, scope)) return refuse(draft, { code: 'scopeNotOpen', node: key });
  const token: Token = { id: takeId(draft), node: key, scope, via: viaOf(draft, key, scope) };
  draft.tokens.push(token);
  draft.pending.push({ kind: 'arrival', token, path: [] });
}

/** Whether the scope is open and is the one in which the node stands. What a parallel forEach holds runs in its children, not here. */
function isOpenTo(draft: Draft, node: CompiledNode, scope: number | null): boolean {
  if (scope !== null) {
    const activity = findActivity(draft, scope);
    return activity !== undefined && !activity.listening && !inChildren(activity) && activity.node === node.scope;
  }
  const { scopeNode } = draft.before;
  if (scopeNode === null) return node.scope === null;
  return draft.compiled.nodes.get(scopeNode)?.type === 'subProcess' ? node.scope === scopeNode : node.key === scopeNode;
}

function inChildren({ children, items }: ActivityInstance): boolean {
  return children !== null && items === null;
}

/** At a join the token stands for the first of its flows by which nothing has come yet. */
function viaOf(draft: Draft, key: string, scope: number | null): string | null {
  const incoming = [...draft.compiled.incoming.get(key) ?? []];
  const waiting = new Set(draft.tokens.filter((token) => token.node === key && token.scope === scope).map(({ via }) => via));
  return incoming.find((via) => !waiting.has(via)) ?? incoming[0] ?? null;
}

function requireLife(draft: Draft, scope: number | null): void {
  if (draft.tokens.some((token) => token.scope === scope)) return;
  const activity = scope === null ? null : findActivity(draft, scope);
  // Cancelled with what held it; or an ad-hoc sub-process, whose parts people begin.
  if (activity === undefined || (activity !== null && draft.compiled.nodes.get(activity.node)?.type === 'adHocSubProcess')) return;
  refuse(draft, { code: 'nothingLeft', node: activity?.node ?? null });
}
