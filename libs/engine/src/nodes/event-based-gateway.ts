import type { NodeBase } from '../compile/compiled.js';
import { takeId } from '../draft.js';
import { record } from '../facts.js';
import type { Token } from '../instance.js';
import type { Exit } from '../tokens.js';
import { compileBase, type NodeType } from './node-type.js';

export interface CompiledEventBasedGateway extends NodeBase<'eventBasedGateway'> { readonly exits: readonly Exit[] }

/**
 * Waits for several events at once and goes on behind the first that happens. A token stands at each of them, and all are of one `race`:
 * the first to be left withdraws the others (`leaveActivity`). Only then the flow to the winner counts as taken.
 */
export const eventBasedGateway: NodeType<'eventBasedGateway', CompiledEventBasedGateway> = {
  type: 'eventBasedGateway',

  exits: (key, node) => node.flows.map((flow, i) => ({ to: flow.to, flow: i, via: `${key}/${i}` })),

  compile: (key, node, compiler) => ({ ...compileBase('eventBasedGateway', key, node, compiler), exits: eventBasedGateway.exits(key, node) }),

  enter(draft, node, token, path) {
    record(draft, 'nodeEntered', { node: node.key });
    const runners = node.exits.map(({ to, via }, i): Token => ({ id: i === 0 ? token.id : takeId(draft), node: to, scope: token.scope, via, race: token.id }));
    draft.tokens.splice(draft.tokens.findIndex(({ id }) => id === token.id), 1, ...runners);
    for (const runner of runners) draft.pending.push({ kind: 'arrival', token: runner, path });
  },
};
