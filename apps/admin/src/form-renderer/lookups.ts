import type { FormField, PartyType, PartyView, RecordKind } from '@reglament/contracts';

export interface PartyQuery { readonly text: string; readonly types: readonly (PartyType | RecordKind)[] | null; readonly role: string | null }
export interface DocumentQuery { readonly text: string; readonly kinds: readonly string[] | null }
/** A document as a choice: `reference` is `document:<id>`. */
export interface DocumentChoice { readonly reference: string; readonly title: string; readonly subtitle?: string }
/** A stored file as form data. */
export interface FileValue { readonly id: string; readonly name: string; readonly size?: number }

/** A clause as pasted text gave it. Its own number is kept in `numberAsTyped`, the shown one is always generated. */
export interface ParsedClause { readonly [name: string]: unknown; readonly clauses?: readonly ParsedClause[] }
export interface ParsedClauseList {
  readonly clauses: readonly ParsedClause[];
  readonly findings: readonly { readonly message: string; readonly severity: 'error' | 'warning' }[];
  readonly summary: readonly string[];
}

/**
 * What a form has to ask the world for. The page that shows the form gives it; the renderer knows no address. Every search may be
 * superseded: `signal` is aborted when its answer is no longer wanted. A refusal is a rejected promise whose message people can read.
 */
export interface FormLookups {
  searchParties(query: PartyQuery, signal: AbortSignal): Promise<readonly PartyView[]>;
  /** Names for references that the form already holds, in any order; what is not known may be left out. */
  describeParties(references: readonly string[]): Promise<readonly PartyView[]>;
  searchDocuments(query: DocumentQuery, signal: AbortSignal): Promise<readonly DocumentChoice[]>;
  describeDocuments(references: readonly string[]): Promise<readonly DocumentChoice[]>;
  /** The largest file that the server takes, in bytes; a field may allow less. Absent: whatever the field says. */
  readonly maxFileBytes?: number;
  uploadFile(file: File, progress: (share: number) => void, signal: AbortSignal): Promise<FileValue>;
  /** Where a stored file can be opened. */
  fileUrl(id: string): string;
  /** Absent: no list can be pasted in. `data`: the form as it is now, whose kind decides how a list is read. */
  parseClauses?(text: string, data: Readonly<Record<string, unknown>>): Promise<ParsedClauseList>;
}

/** For a form without pickers, and for pages that only show one. */
export const noLookups: FormLookups = {
  searchParties: () => Promise.resolve([]),
  describeParties: () => Promise.resolve([]),
  searchDocuments: () => Promise.resolve([]),
  describeDocuments: () => Promise.resolve([]),
  uploadFile: () => Promise.reject(new Error('files are not taken here')),
  fileUrl: () => '#',
};

/** The settings of a field with this widget. */
export type FieldOf<W extends FormField['widget'], F = FormField> = F extends { readonly widget: infer Widgets } ? (W extends Widgets ? F : never) : never;
