import type { StandardLoop } from '@reglament/contracts';
import { leaveActivity, openActivity } from '../activities.js';
import type { CompiledNode } from '../compile/compiled.js';
import type { Compiler } from '../compile/compiler.js';
import { LOOP_LOCALS } from '../compile/names.js';
import { findActivity, replaceActivity, type Draft, type PathStep, type RunEnded } from '../draft.js';
import type { CompiledCondition } from '../expressions.js';
import type { ActivityInstance, Token } from '../instance.js';
import { isRun } from '../runs.js';
import { scopeAt } from '../scope.js';
import { placeToken, type Exit } from '../tokens.js';
import { setBoundaryEvents } from './boundary.js';
import { countResult, enterForEach, itemEnded, type Repeated } from './for-each.js';

/** A standard loop (BPMN 2.0 §13.3.6): again and again while the condition holds. */
export interface CompiledLoop { readonly while: CompiledCondition; readonly testBefore: boolean; readonly max: number | null }

export function compileLoop(loop: StandardLoop | undefined, compiler: Compiler, pointer: string): CompiledLoop | null {
  if (loop === undefined) return null;
  return { while: compiler.condition(loop.while, `${pointer}/while`, LOOP_LOCALS), testBefore: loop.testBefore ?? false, max: loop.max ?? null };
}

/** What is done in the moment in which it begins needs no children: in turn is the same, and what its output writes is kept. */
export function inTurn<T extends Pick<CompiledNode, 'forEach'>>(base: T): T {
  return base.forEach === null ? base : { ...base, forEach: { ...base.forEach, mode: 'sequential' } };
}

/**
 * Enters a node that is repeated. The activity that is opened here holds the runs: one after another, each with a token of its own in the
 * scope of that activity, at the same node, which enters it then like any other token. True where the node is repeated in this way.
 */
export function enterRepeated(draft: Draft, node: CompiledNode, token: Token, path: readonly PathStep[]): boolean {
  if ((node.loop === null && !holdsItems(node)) || isRun(draft, token)) return false;
  if (node.loop !== null) beginLoop(draft, node, node.loop, token, path);
  else if (node.forEach !== null) enterForEach(draft, repeatedOf(node), node.forEach, token, path);
  return true;
}

/** Tasks and sub-processes take their items in a way of their own: as children, or inside one activity. */
function holdsItems({ type, forEach }: CompiledNode): boolean {
  if (forEach === null || type === 'userTask' || type === 'subProcess') return false;
  return type !== 'callActivity' || forEach.mode === 'sequential';
}

/** How a node of any type is run once per item. */
export function repeatedOf(node: CompiledNode): Repeated {
  return {
    key: node.key, boundary: node.boundary, input: [], exit: exitAfter(node),
    startItem: (draft, { id, children }, path) => startRun(draft, id, (children?.completed ?? 0) + 1, path),
  };
}

function beginLoop(draft: Draft, node: CompiledNode, loop: CompiledLoop, token: Token, path: readonly PathStep[]): void {
  const holder = openActivity(draft, token);
  setBoundaryEvents(draft, holder, node.boundary);
  if (loop.testBefore && !goesOn(draft, loop, holder, 0)) leaveActivity(draft, holder.id, exitAfter(node), path);
  else startRun(draft, holder.id, 1, path);
}

function startRun(draft: Draft, holder: number, round: number, path: readonly PathStep[]): void {
  const open = findActivity(draft, holder);
  if (!open) return;
  replaceActivity(draft, { ...open, round });
  placeToken(draft, open.node, holder, path);
}

/** One run is over: the next one, or on behind the node. `exit` is the way that a loop takes when this was the last. */
export function runEnded(draft: Draft, node: CompiledNode, { holder, exit, path }: RunEnded): void {
  const open = findActivity(draft, holder);
  if (!open) return;
  if (node.loop !== null) {
    const round = open.round ?? 1;
    if (goesOn(draft, node.loop, open, round)) startRun(draft, holder, round + 1, path);
    else leaveActivity(draft, holder, exit, path);
  } else if (node.forEach !== null) {
    countResult(draft, holder, resultOf(draft, node));
    const counted = findActivity(draft, holder);
    if (counted) itemEnded(draft, repeatedOf(node), node.forEach, counted, path);
  }
}

function goesOn(draft: Draft, loop: CompiledLoop, { id }: ActivityInstance, round: number): boolean {
  return (loop.max === null || round < loop.max) && loop.while.holds(scopeAt(draft, id, { loopCounter: round }), draft.moment);
}

/** How a run of this node has ended, where a run of it can end in several ways. */
export function resultOf(draft: Draft, { key }: CompiledNode): string | null {
  return Object.hasOwn(draft.outcomes, key) ? draft.outcomes[key] ?? null : null;
}

/** The one way behind a node all of whose outcomes lead to the same place. */
function exitAfter(node: CompiledNode): Exit {
  if ('exit' in node && node.exit !== null) return node.exit;
  const [outcome] = 'human' in node ? node.human.outcomes.values() : [];
  return { to: outcome?.to ?? '', flow: null, via: node.key };
}
