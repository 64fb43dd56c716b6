import type { PartyReference } from '@reglament/contracts';
import type { Actor } from '../command.js';
import type { Draft } from '../draft.js';
import type { Refusal } from '../effect.js';

const NOBODY: readonly PartyReference[] = Object.freeze([]);

/** Persons who did the named nodes last and so may not do this one; `start` stands for who started the case. */
export function excludedBy(draft: Draft, nodes: readonly string[]): readonly PartyReference[] {
  if (nodes.length === 0) return NOBODY;
  return [...new Set(nodes.flatMap((node) => performersOf(draft, node)))];
}

/** Neither the person who acts nor the one who is stood in for may have done the other node. */
export function checkFourEyes(draft: Draft, nodes: readonly string[], by: Actor): Refusal | null {
  for (const node of nodes) {
    const before = performersOf(draft, node);
    const person = [by.person, ...(by.right.kind === 'substitute' ? [by.right.for] : [])].find((candidate) => before.includes(candidate));
    if (person !== undefined) return { code: 'fourEyes', person, node };
  }
  return null;
}

function performersOf(draft: Draft, node: string): readonly PartyReference[] {
  if (node === 'start') return draft.before.starter === null ? NOBODY : [draft.before.starter];
  return Object.hasOwn(draft.performedBy, node) ? draft.performedBy[node] ?? NOBODY : NOBODY;
}
