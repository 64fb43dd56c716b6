import type { FlowNode, FlowNodeType } from '@reglament/contracts';
import type { NodeBase, NodeOf } from '../compile/compiled.js';
import type { Compiler } from '../compile/compiler.js';
import type { Draft, PathStep } from '../draft.js';
import type { Token } from '../instance.js';
import { compileBoundary } from '../parts/boundary.js';
import { compileForEach } from '../parts/for-each.js';
import { compileLoop } from '../parts/repetition.js';
import type { Exit } from '../tokens.js';

/**
 * What one type of node is. Each file in this folder is one of these and reads in the same order: the compiled shape, `exits`, `compile`,
 * `enter`, and what wakes it later (a completed task, a service, children, an ended scope) as functions of their own.
 *
 * `enter` gets a token that stands on the node. It must either move the token, consume it, or open an activity that holds it; it works
 * on the draft alone, decides nothing about people and keeps nothing between calls.
 */
export interface NodeType<T extends FlowNodeType, C extends NodeBase<T>> {
  readonly type: T;
  /** Every flow out of the node, boundary events left out: `exitsOf` adds them. */
  exits(key: string, node: NodeOf<T>): readonly Exit[];
  compile(key: string, node: NodeOf<T>, compiler: Compiler): C;
  enter(draft: Draft, node: C, token: Token, path: readonly PathStep[]): void;
}

/** The parts that every node compiles the same way. */
export function compileBase<T extends FlowNodeType>(type: T, key: string, node: FlowNode, compiler: Compiler): NodeBase<T> {
  return {
    type, key, scope: node.in ?? null, state: node.state ?? null, callsService: false, compensate: ('compensate' in node ? node.compensate : undefined) ?? null,
    forEach: compileForEach('forEach' in node ? node.forEach : undefined, compiler, `/nodes/${key}/forEach`),
    loop: compileLoop('loop' in node ? node.loop : undefined, compiler, `/nodes/${key}/loop`),
    boundary: compileBoundary(key, 'on' in node ? node.on : undefined, compiler, `/nodes/${key}/on`),
  };
}

/** The only way on, for nodes with `next`. */
export function onward(key: string, to: string): Exit {
  return { to, flow: null, via: key };
}
