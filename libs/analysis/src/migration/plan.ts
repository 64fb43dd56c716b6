import type { Instance, Effect } from '@reglament/engine';

/** `safe`: moved as it is. `choice`: somebody must decide what `choices` ask. `blocked`: not by this mapping; `reasons` name what is in the way. */
export type MigrationVerdict = 'safe' | 'choice' | 'blocked';

export const REASON_CODES = [
  'caseEnded', 'caseSuspended', 'nodeGone', 'nodeRetyped', 'scopeChanged', 'flowGone', 'changedWhileOpen', 'refused', 'fault',
  'endUnreachable', 'joinStarved', 'tokensMeet', 'termsChanged', 'dataMissing', 'performersKept', 'formChanged', 'partsStarting',
] as const;
export type MigrationReasonCode = (typeof REASON_CODES)[number];

/** One thing to know about one case. Ids and keys; `tellReason` has the words. */
export interface MigrationReason {
  readonly code: MigrationReasonCode;
  /** `note`: nobody need decide anything. */
  readonly weight: 'blocked' | 'choice' | 'note';
  /** The node that it is about: of the version before where the version after has none. */
  readonly node: string | null;
  /** What else it names: another node, a variable, a flow, a code. */
  readonly about: string | null;
}

/** Still to be decided: by `Migration.terms` or `Migration.variables`. */
export type MigrationChoice = { readonly kind: 'terms'; readonly node: string } | { readonly kind: 'data'; readonly variable: string; readonly node: string };

export interface MigrationPlan {
  readonly verdict: MigrationVerdict;
  readonly reasons: readonly MigrationReason[];
  readonly choices: readonly MigrationChoice[];
  /** What the case would become; only where the verdict is `safe`. This, and nothing that is computed anew, is applied. */
  readonly moved: { readonly instance: Instance; readonly effects: readonly Effect[] } | null;
}
