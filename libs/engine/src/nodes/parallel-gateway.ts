import type { NodeBase } from '../compile/compiled.js';
import type { Draft } from '../draft.js';
import { record } from '../facts.js';
import type { Token } from '../instance.js';
import { moveToken, removeToken, spawnToken, type Exit } from '../tokens.js';
import { compileBase, type NodeType } from './node-type.js';

export interface CompiledParallelGateway extends NodeBase<'parallelGateway'> { readonly exits: readonly Exit[] }

/**
 * Joins, then splits. It goes on when one token has come by each of its incoming flows, takes one of each, and puts one on each flow out.
 * A token that waits for others which can never come stays where it is: `stuckJoins` finds it, nothing is lost and nothing goes on by itself.
 */
export const parallelGateway: NodeType<'parallelGateway', CompiledParallelGateway> = {
  type: 'parallelGateway',

  exits: (key, node) => node.flows.map((flow, i) => ({ to: flow.to, flow: i, via: `${key}/${i}` })),

  compile: (key, node, compiler) => ({
    ...compileBase('parallelGateway', key, node, compiler),
    exits: parallelGateway.exits(key, node),
  }),

  enter(draft, node, token, path) {
    record(draft, 'nodeEntered', { node: node.key }, { via: token.via });
    const joined = joinedTokens(draft, node.key, token);
    if (joined === null) return;
    for (const other of joined) if (other.id !== token.id) removeToken(draft, other.id);
    node.exits.forEach((exit, i) => (i === 0 ? moveToken(draft, token, exit, path) : spawnToken(draft, node.key, token.scope, exit, path)));
  },
};

/** One waiting token of each incoming flow, the oldest first; null while one is missing. */
function joinedTokens(draft: Draft, gateway: string, arrived: Token): readonly Token[] | null {
  const joined: Token[] = [];
  for (const via of draft.compiled.incoming.get(gateway) ?? []) {
    // A token that is still on its way into the gateway in this same step counts only when its own turn comes.
    const token = via === arrived.via
      ? arrived
      : draft.tokens.find((other) => other.node === gateway && other.scope === arrived.scope && other.via === via && !isPending(draft, other));
    if (!token) return null;
    joined.push(token);
  }
  return joined;
}

function isPending(draft: Draft, token: Token): boolean {
  return draft.pending.some((item) => item.kind === 'arrival' && item.token.id === token.id);
}
