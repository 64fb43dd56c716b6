import type { DiagramView } from './process-instances.js';
import type { PartyView } from './session.js';

/** Two versions of a process side by side. */
export interface VersionComparison {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly changes: readonly VersionChange[];
  readonly before: DiagramView;
  readonly after: DiagramView;
}

/** One difference in words. `node`: key in the version after; of a removed node, in the one before. Null: the process itself. */
export interface VersionChange { readonly kind: string; readonly node: string | null; readonly text: string }

export type TermsDecision = 'keep' | 'recompute';

/** How cases are moved. `nodes`: key before → key after, where it has another; what is left out is decided by nobody. */
export interface PlanMigration {
  readonly from: number;
  readonly to: number;
  readonly nodes?: Readonly<Record<string, string>>;
  readonly terms?: Readonly<Record<string, TermsDecision>>;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export interface StartMigration extends PlanMigration { readonly remark: string }
export interface UndoMigration { readonly remark: string }

export interface MigrationReasonView { readonly code: string; readonly weight: 'blocked' | 'choice' | 'note'; readonly text: string }

export interface PlannedCase {
  readonly id: string;
  readonly subject: string | null;
  readonly businessKey: string | null;
  readonly verdict: 'safe' | 'choice' | 'blocked';
  readonly reasons: readonly MigrationReasonView[];
}

/** What has to be decided for some of the cases: by `terms` or `variables` of the order. */
export type MigrationQuestion =
  | { readonly kind: 'terms'; readonly node: string; readonly title: string; readonly cases: number }
  | { readonly kind: 'data'; readonly variable: string; readonly node: string; readonly title: string; readonly cases: number }
  /** Cases stand where the version after has nothing: `nodes` may say where they belong. */
  | { readonly kind: 'node'; readonly node: string; readonly title: string; readonly cases: number; readonly candidates: readonly { readonly node: string; readonly title: string }[]; readonly suggested: string | null };

/** What would become of the living cases of a version. Nothing is written. */
export interface MigrationPlanView {
  readonly from: number;
  readonly to: number;
  /** All living cases of the version that the caller may move; `cases` shows at most 200 of them, and the counts are of those. */
  readonly total: number;
  readonly safe: number;
  readonly choice: number;
  readonly blocked: number;
  readonly questions: readonly MigrationQuestion[];
  readonly cases: readonly PlannedCase[];
}

/** An order to move cases, with how far it has come. */
export interface MigrationBatchRow {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly by: PartyView | null;
  readonly reason: string;
  readonly at: string;
  readonly finishedAt: string | null;
  readonly status: 'running' | 'undoing' | 'finished' | 'undone';
  readonly total: number;
  readonly waiting: number;
  readonly done: number;
  readonly refused: number;
  readonly undone: number;
  /** Were to be taken back and could not: they have moved on. */
  readonly kept: number;
}

export interface MigrationBatchView extends MigrationBatchRow {
  /** Cases that stayed where they were, with the reason; at most 100. */
  readonly stayed: readonly { readonly id: string; readonly subject: string | null; readonly businessKey: string | null; readonly text: string }[];
}
