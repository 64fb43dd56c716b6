import type { Compiled, Instance, Token } from '@reglament/engine';
import { wayAheadOf } from './way-ahead.js';

/** Why a marking cannot come to its end in the version after, though every token has its place there. Keys of the version after. */
export type MarkingProblem =
  | { readonly code: 'endUnreachable'; readonly node: string; readonly token: number }
  /** A join waits for a flow by which nothing can come any more: the token that comes to it would be stranded. */
  | { readonly code: 'joinStarved'; readonly node: string; readonly missing: readonly string[]; readonly token: number }
  /** Two tokens that ran beside each other are one behind the other now: what follows would be done twice. */
  | { readonly code: 'tokensMeet'; readonly node: string; readonly behind: string; readonly token: number };

/**
 * By reachability in each scope. Every way that is drawn may be taken, so a join that some way can still feed is not blamed; the tokens of
 * an instance are few, so each pair is looked at.
 */
export function markingProblems(before: Compiled, after: Compiled, was: Instance, moved: Instance): readonly MarkingProblem[] {
  const [old, ahead] = [wayAheadOf(before), wayAheadOf(after)];
  const nodeBefore = new Map(was.tokens.map(({ id, node }) => [id, node]));
  return moved.tokens.flatMap((token): readonly MarkingProblem[] => {
    if (![...ahead.within(token.node, new Set())].some((key) => ahead.ends.has(key)) && token.node !== moved.scopeNode) return [{ code: 'endUnreachable', node: token.node, token: token.id }];
    const siblings = moved.tokens.filter(({ scope }) => scope === token.scope);
    const reached = ahead.within(token.node, ahead.joins);
    const reachedBefore = old.within(nodeBefore.get(token.id) ?? '', old.joins);
    const met = siblings.filter((other) => other.id !== token.id && reached.has(other.node) && !ahead.joins.has(other.node) && !reachedBefore.has(nodeBefore.get(other.id) ?? ''));
    return [
      ...starvedJoins(after, siblings, token, ahead),
      ...met.map((other): MarkingProblem => ({ code: 'tokensMeet', node: other.node, behind: token.node, token: token.id })),
    ];
  });
}

/** Of each join at which the token may come to stand: the flows that no token of its scope can still feed. Told once, by the first token. */
function starvedJoins({ incoming }: Compiled, siblings: readonly Token[], token: Token, ahead: ReturnType<typeof wayAheadOf>): readonly MarkingProblem[] {
  return [...ahead.joins].flatMap((join): readonly MarkingProblem[] => {
    if (siblings.find((other) => ahead.within(other.node, new Set([join])).has(join))?.id !== token.id) return [];
    const missing = [...incoming.get(join) ?? []].filter((via) => !siblings.some((other) => (other.node === join ? other.via === via : ahead.within(other.node, new Set([join])).has(via.split('/')[0] as string))));
    return missing.length === 0 ? [] : [{ code: 'joinStarved', node: join, missing, token: token.id }];
  });
}
