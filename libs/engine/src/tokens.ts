import type { ExpressionWarning } from '@reglament/expressions';
import { takeId, type Draft, type PathStep } from './draft.js';
import { record } from './facts.js';
import type { Json, Token } from './instance.js';
import { isRun } from './runs.js';

/** One way out of a node. `flow` names it in history: the outcome's key, the flow's index, `on/<event>`, or null for the only one. */
export interface Exit {
  readonly to: string;
  readonly flow: string | number | null;
  /** Identity of the flow as a parallel join counts it: `<node>/<flow>`; a node's only way on, and its outcomes together, are `<node>`. */
  readonly via: string;
}

/** No path shown to people is longer: a loop of gateways must not make it grow. */
const MAX_PATH = 20;

/** What the conditions that were tried said, in their order, and what was unexpected in them: for "why this route". */
export interface Judgement { readonly verdicts: readonly boolean[]; readonly warnings: readonly ExpressionWarning[] }

/** Sends a token along an exit. */
export function moveToken(draft: Draft, token: Token, exit: Exit, path: readonly PathStep[], judgement?: Judgement): void {
  if (isRun(draft, token)) return endRun(draft, token, exit, path);
  const moved: Token = { id: token.id, node: exit.to, scope: token.scope, via: exit.via };
  draft.tokens[draft.tokens.findIndex((other) => other.id === token.id)] = moved;
  announce(draft, token.node, exit, judgement);
  draft.pending.push({ kind: 'arrival', token: moved, path: extend(path, stepOf(token.node, exit, judgement)) });
}

/** Behind a run nothing follows but the next one: the holder decides, or the parent of the child that this instance is. */
function endRun(draft: Draft, token: Token, exit: Exit, path: readonly PathStep[]): void {
  if (token.scope === null) {
    draft.result = Object.hasOwn(draft.outcomes, token.node) ? draft.outcomes[token.node] ?? null : null;
    return consumeToken(draft, token, path);
  }
  removeToken(draft, token.id);
  draft.pending.push({ kind: 'runEnded', holder: token.scope, exit, path });
}

/** Puts a new token on an exit: a split, or a boundary event that does not interrupt. */
export function spawnToken(draft: Draft, from: string, scope: number | null, exit: Exit, path: readonly PathStep[], judgement?: Judgement): void {
  const token: Token = { id: takeId(draft), node: exit.to, scope, via: exit.via };
  draft.tokens.push(token);
  announce(draft, from, exit, judgement);
  draft.pending.push({ kind: 'arrival', token, path: extend(path, stepOf(from, exit, judgement)) });
}

/** Puts a token on a node to which no flow leads: a start event, a handler of compensation. */
export function placeToken(draft: Draft, node: string, scope: number | null, path: readonly PathStep[]): Token {
  const token: Token = { id: takeId(draft), node, scope, via: null };
  draft.tokens.push(token);
  draft.pending.push({ kind: 'arrival', token, path });
  return token;
}

/** Takes a token away; when it was the last of its scope, the scope ends. */
export function consumeToken(draft: Draft, token: Token, path: readonly PathStep[]): void {
  removeToken(draft, token.id);
  if (!draft.tokens.some((other) => other.scope === token.scope)) draft.pending.push({ kind: 'scopeEnded', scope: token.scope, path });
}

export function removeToken(draft: Draft, id: number): void {
  draft.tokens = draft.tokens.filter((token) => token.id !== id);
}

function announce(draft: Draft, from: string, exit: Exit, judgement?: Judgement): void {
  record(draft, 'flowTaken', { node: from }, judgement ? { to: exit.to, flow: exit.flow, ...judgedAs(judgement) } : { to: exit.to, flow: exit.flow });
}

/** Names of what was missing only: a warning's text may quote nothing else, but history takes no texts. */
function judgedAs({ verdicts, warnings }: Judgement): { readonly [name: string]: Json } {
  return warnings.length === 0 ? { verdicts } : { verdicts, warnings: warnings.map(({ code, subject }) => ({ code, subject })) };
}

function stepOf(node: string, exit: Exit, judgement?: Judgement): PathStep {
  return judgement ? { node, flow: exit.flow, verdicts: judgement.verdicts } : { node, flow: exit.flow };
}

function extend(path: readonly PathStep[], step: PathStep): readonly PathStep[] {
  return path.length < MAX_PATH ? [...path, step] : [...path.slice(1), step];
}
