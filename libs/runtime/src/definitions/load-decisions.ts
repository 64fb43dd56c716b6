import type { DecisionTable } from '@reglament/contracts';
import type { PinnedDecision } from '@reglament/engine';
import { compileDecisionTable } from '@reglament/expressions';
import { findConfigurationItem, type Store } from '@reglament/store';

/** The decision tables that a definition is pinned to, made ready. @throws Error when one is not there or, once published, is not sound. */
export async function loadDecisions(store: Store, pins: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, PinnedDecision>> {
  const entries = await Promise.all(Object.entries(pins).map(async ([key, hash]) => {
    const item = await findConfigurationItem(store, 'decision-table', hash);
    const compiled = item && compileDecisionTable(item.content as DecisionTable);
    if (compiled?.kind !== 'compiled') throw new Error(`decision table ${key} ${hash} is pinned but not in the database, or broken there`);
    return [key, { hash, compiled }] as const;
  }));
  return new Map(entries);
}
