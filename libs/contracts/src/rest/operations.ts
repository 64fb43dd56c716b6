import type { DiagramView, InstanceFilter } from './process-instances.js';
import type { PartyView } from './session.js';

/** Why it is done: kept with the case, and shown in its history. */
export interface OperateOnCase { readonly remark: string }

/** One change of a modification. `activity`, `token`: what is cancelled; `node` and `scope`: before which node, in which open sub-process; `values`: variables by name. */
export interface CaseChange {
  readonly kind: 'cancelActivity' | 'cancelToken' | 'startBefore' | 'setVariables';
  readonly activity?: number;
  readonly token?: number;
  readonly node?: string;
  readonly scope?: number | null;
  readonly values?: Readonly<Record<string, unknown>>;
}
export interface PreviewChanges { readonly changes: readonly CaseChange[] }
export interface ModifyCase { readonly changes: readonly CaseChange[]; readonly remark: string }
export interface RetryIncident { readonly values: Readonly<Record<string, unknown>> }

/** Where the case stands: an open activity, or a token that waits at a join. */
export interface CasePlace {
  readonly token: number;
  /** Null: no activity holds the token, it waits. */
  readonly activity: number | null;
  readonly node: string;
  readonly title: string;
  readonly scope: number | null;
  readonly scopeTitle: string | null;
}

/** A step that may be started by hand, in an open scope. */
export interface CaseStart { readonly node: string; readonly title: string; readonly scope: number | null; readonly scopeTitle: string | null }

export interface CaseVariable {
  readonly name: string;
  readonly title: string;
  /** As the process declares it; null where it declares none. */
  readonly type: 'string' | 'number' | 'boolean' | 'date' | 'party' | 'object' | 'list' | null;
  readonly value: unknown;
}

/** The last operation on the case that may be taken back, or why it may not. */
export interface CaseUndo { readonly kind: 'modified' | 'cancelled'; readonly at: string; readonly by: PartyView | null; readonly obstacle: string | null }

/** What an administrator looks at before putting a case right. */
export interface CaseManagement {
  readonly suspended: CaseSuspension | null;
  readonly places: readonly CasePlace[];
  readonly starts: readonly CaseStart[];
  readonly variables: readonly CaseVariable[];
  readonly undo: CaseUndo | null;
}

/** `withParent`: because the case that it is a part of stands still. */
export interface CaseSuspension { readonly since: string; readonly by: PartyView | null; readonly remark: string | null; readonly withParent: boolean }

/** What a modification would come to. Nothing is written. */
export interface ModificationPreview {
  readonly before: DiagramView;
  readonly after: DiagramView;
  /** What would happen besides, in words. */
  readonly effects: readonly string[];
  /** What will need a look afterwards: a join that nothing can reach any more. */
  readonly warnings: readonly string[];
}

export const BATCH_KINDS = ['suspend', 'resume', 'cancel', 'retry', 'setVariables'] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];
/** `from`, `to`: dates of the start, both included. */
export interface BatchFilter extends Pick<InstanceFilter, 'status' | 'definition' | 'state' | 'organisation' | 'overdue'> { readonly version?: number; readonly from?: string; readonly to?: string; readonly q?: string }
export interface CountBatch { readonly kind: BatchKind; readonly filter: BatchFilter }
/** `most`: so many cases go in one operation. */
export interface BatchCount { readonly count: number; readonly most: number }
/** `expected`: how many were shown; another number by now is refused. */
export interface StartBatch { readonly kind: BatchKind; readonly filter: BatchFilter; readonly remark: string; readonly expected: number; readonly values?: Readonly<Record<string, unknown>> }

export interface BatchRow {
  readonly id: string;
  readonly kind: BatchKind;
  readonly status: 'running' | 'stopped' | 'finished';
  readonly at: string;
  readonly finishedAt: string | null;
  readonly by: PartyView;
  readonly remark: string;
  readonly total: number;
  readonly done: number;
  readonly refused: number;
  /** Not tried: the operation was stopped before. */
  readonly left: number;
}
export interface BatchItemRow { readonly seq: number; readonly instance: string; readonly subject: string | null; readonly businessKey: string | null; readonly status: 'waiting' | 'done' | 'refused' | 'left'; readonly why: string | null; readonly at: string | null }
