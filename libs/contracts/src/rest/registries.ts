import type { DocumentFieldView } from './documents.js';
import type { PartyView } from './session.js';

/** How a column is read, sorted and narrowed: a choice by its options, a text by a part of it. */
export type RegistryColumnKind = 'text' | 'number' | 'date' | 'choice' | 'boolean' | 'reference' | 'list';

export interface RegistryColumnView {
  readonly field: string;
  readonly title: string;
  readonly kind: RegistryColumnKind;
  readonly options: readonly { readonly value: string; readonly title: string }[];
  readonly filter: boolean;
  /** The value on which the list opens; null: on none. */
  readonly preset: string | null;
  readonly sortable: boolean;
}

/** A registry that the caller may read. */
export interface RegistryRow {
  readonly key: string;
  readonly title: string;
  readonly description: string | null;
  /** The field after which a record is called, and what the form calls that field. */
  readonly titleField: string;
  readonly titleLabel: string;
  readonly columns: readonly RegistryColumnView[];
  /** Whether it counts anything over its records. */
  readonly figures: boolean;
}

/**
 * Query of the list beside that of every list; `fields`: `field.<path>=value`, for columns with a filter. `figure`: the records behind
 * a figure, for a share those of its numerator; `group`: of a figure by groups that value alone.
 */
export interface RecordListFilter { readonly organisation?: string; readonly fields: Readonly<Record<string, string>>; readonly figure?: string; readonly group?: string }

/** `value`: null where the records have none. */
export interface FigureGroupView { readonly value: string | null; readonly title: string; readonly count: number }

/** `percent` with one decimal, null of nothing. `of` of a sum and a mean: how many records have the number; `value` is null where none has. */
export type RegistryFigureView = { readonly key: string; readonly title: string } & (
  | { readonly type: 'count'; readonly count: number }
  | { readonly type: 'share'; readonly count: number; readonly of: number; readonly percent: number | null }
  | { readonly type: 'sum' | 'mean'; readonly value: number | null; readonly of: number; readonly unit: string | null }
  | { readonly type: 'groups'; readonly of: number; readonly groups: readonly FigureGroupView[] }
);

/** What the registry counts over the records that the caller reads and that the query leaves. */
export interface RegistryFigures { readonly figures: readonly RegistryFigureView[] }

export interface RecordRow {
  readonly id: string;
  /** `record:<id>`, as forms keep it. */
  readonly reference: string;
  readonly title: string;
  readonly organisation: PartyView;
  /** What the columns show, by their field, in the words of the form. */
  readonly cells: Readonly<Record<string, string>>;
  readonly version: number;
  readonly updatedAt: string;
}

/** `case`: null where the caller may not read it. `initial`: no case wrote it, it came with the sample data of the base. */
export interface RecordWriteView { readonly version: number; readonly initial: boolean; readonly at: string; readonly step: string | null; readonly case: { readonly id: string; readonly title: string } | null }

export interface RecordView extends RecordRow {
  readonly registry: { readonly key: string; readonly title: string };
  /** Every field that has a value, in the order and words of the form; empty after erasure. */
  readonly fields: readonly DocumentFieldView[];
  readonly createdAt: string;
  readonly erased: boolean;
  /** The latest first. */
  readonly writes: readonly RecordWriteView[];
}
