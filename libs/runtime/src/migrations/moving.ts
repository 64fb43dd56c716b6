import { planMigration, type MigrationPlan, type MigrationReason } from '@reglament/analysis';
import type { Context, Migration, MigrationOrder } from '@reglament/engine';
import { familyOf, hasPartsToStart, loadInstances, type LoadedInstance, type Queryable } from '@reglament/store';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';

/** A case with its living parts, as they were loaded, and what is judged of each. */
export interface PlannedFamily {
  readonly root: LoadedInstance;
  readonly members: readonly { readonly loaded: LoadedInstance; readonly plan: MigrationPlan }[];
  /** The worst of the members. */
  readonly verdict: MigrationPlan['verdict'];
  readonly reasons: readonly MigrationReason[];
}

const WORST = ['safe', 'choice', 'blocked'] as const;
const STARTING: MigrationReason = { code: 'partsStarting', weight: 'blocked', node: null, about: null };

/**
 * The one judgement of a case with its parts: shown by the preview, and asked again in front of every move.
 *
 * @returns null where there is no such case any more, or it is of another version.
 */
export async function planFamily(shell: Shell, db: Queryable, id: string, before: LiveDefinition, after: LiveDefinition, migration: Migration, context: Context, order: MigrationOrder): Promise<PlannedFamily | null> {
  const ids = await familyOf(db, id);
  const loaded = await loadInstances(db, ids);
  const root = loaded.get(id);
  if (!root || root.definition.hash !== before.hash) return null;
  // Parts of another version were moved by hand of an operator, or not at all: they stay what they are.
  const members = ids.flatMap((each) => loaded.get(each) ?? []).filter(({ definition }) => definition.hash === before.hash).map((member) => ({
    loaded: member, plan: planMigration(before.compiled, after.compiled, member.snapshot, migration, member === root ? order : { ...order, submission: null }, context),
  }));
  const starting = (await hasPartsToStart(db, ids)) ? [STARTING] : [];
  const verdict = starting.length > 0 ? 'blocked' : WORST[Math.max(...members.map(({ plan }) => WORST.indexOf(plan.verdict)))] ?? 'blocked';
  const told = new Set<string>();
  const reasons = [...starting, ...members.flatMap(({ plan }) => plan.reasons)].filter((reason) => {
    const text = JSON.stringify(reason);
    return told.has(text) ? false : told.add(text);
  });
  return { root, members, verdict, reasons };
}
