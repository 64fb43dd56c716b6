import type { PartyReference } from '@reglament/contracts';
import type { AccessFacts, Holdings, LocalDate } from './facts.js';
import { holdsOn } from './period.js';
import { DIRECT, type Right } from './right.js';

export interface PerformerKey { readonly key: PartyReference; readonly right: Right }

/**
 * Every party reference that a person answers to on a date: the person, the roles and positions held, the organisations headed, and
 * the same of the people stood in for. Own rights come first, so the first match of a key is the plainest right.
 *
 * Standing in is not passed on: who stands in for somebody who stands in for a third gets nothing of the third, otherwise a chain of
 * holidays would give rights that nobody granted. Permissions of roles are never passed on by a substitution at all.
 */
export function performerKeys(facts: AccessFacts, at: LocalDate): readonly PerformerKey[] {
  const keys = keysOf(facts.own, at, null, DIRECT);
  for (const stand of facts.standsInFor) {
    if (!holdsOn(stand, at)) continue;
    keys.push(...keysOf(stand.absent, at, stand.only, { kind: 'substitute', for: stand.absent.person, substitution: stand.substitution }));
  }
  return keys;
}

function keysOf(holdings: Holdings, at: LocalDate, only: readonly string[] | null, right: Right): PerformerKey[] {
  const keys: PerformerKey[] = [];
  const add = (key: PartyReference): void => { keys.push({ key, right }); };
  if (only === null) add(holdings.person);
  for (const held of holdings.roles) {
    if (holdsOn(held, at) && (only === null || only.includes(held.role))) add(`role:${held.role}@${held.organisation}`);
  }
  for (const held of holdings.positions) {
    if (!holdsOn(held, at) || (only !== null && !only.includes(held.position))) continue;
    add(`position:${held.position}@${held.organisation}`);
    if (held.head) add(`organisation:${held.organisation}`);
  }
  return keys;
}

/** The keys as the store asks for them: each once. */
export function keyList(keys: readonly PerformerKey[]): readonly PartyReference[] {
  return [...new Set(keys.map((each) => each.key))];
}
