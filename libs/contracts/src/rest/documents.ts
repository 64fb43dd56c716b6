import type { DocumentSummary } from './tasks.js';
import type { PartyView } from './session.js';

export interface DocumentFilter { readonly kind?: string; readonly state?: string; readonly journal?: string; readonly year?: number; readonly organisation?: string }

export interface DocumentRow extends DocumentSummary {
  readonly kindTitle: string;
  readonly organisation: PartyView;
  readonly author: PartyView | null;
  readonly signer: PartyView | null;
  readonly instance: string | null;
  readonly updatedAt: string;
}

/** How long documents of a kind are kept; `article` cites the list that says so. */
export type Retention = { readonly type: 'permanent'; readonly article?: string } | { readonly type: 'years'; readonly years: number; readonly article?: string };

/** A field of a document as people read it. `files`: `file:<sha256>` and the names under which they were given. */
export interface DocumentFieldView { readonly label: string; readonly text: string; readonly files?: readonly { readonly id: string; readonly name: string }[] }

export interface DocumentView extends DocumentRow {
  /** `DocumentContent`: the model of a structured document, or what a Word template is filled with; null after erasure. */
  readonly content: unknown;
  /** `DocumentModel` as DOCX and PDF show it now: with number, visas and marks of signatures; null where a Word template makes the files. */
  readonly printed: unknown;
  /** What a Word template is filled with, in the words of the form that made it; empty for a structured document, which `printed` shows. */
  readonly fields: readonly DocumentFieldView[];
  readonly contentHash: string;
  readonly versions: readonly { readonly version: number; readonly at: string; readonly by: PartyView | null; readonly contentHash: string }[];
  readonly signatures: readonly { readonly by: PartyView; readonly forPerson: PartyView | null; readonly at: string; readonly code: string; readonly contentHash: string; readonly valid: boolean }[];
  readonly registration: { readonly journal: string; readonly journalTitle: string; readonly number: string; readonly date: string; readonly by: PartyView; readonly suffixReason: string | null } | null;
  /** The file («дело») that it is in, how long its kind is kept and the date to which that comes once it is filed; null before registration. */
  readonly filing: { readonly caseIndex: string | null; readonly retention: Retention | null; readonly retainUntil: string | null } | null;
  readonly relations: readonly { readonly type: 'amends' | 'amendedBy' | 'repeals' | 'repealedBy'; readonly document: DocumentSummary }[];
  readonly files: readonly { readonly format: 'docx' | 'pdf'; readonly file: string; readonly size: number; readonly hash: string }[];
  /** What became known after the signature, oldest first: the content itself stays what was signed. */
  readonly remarks: readonly { readonly at: string; readonly text: string }[];
  readonly rendering: 'none' | 'pending' | 'ready' | 'failed';
  /** One sentence about the files where something is to be said: that there is no PDF, and why. */
  readonly filesNote?: string;
}

/** One changed part between two versions: what the screen of returned work shows. */
export interface DocumentDiffView {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly {
    readonly place: string;
    readonly change: 'added' | 'removed' | 'changed' | 'moved';
    readonly words: readonly { readonly text: string; readonly change: 'same' | 'added' | 'removed' }[];
  }[];
}

export interface ParseClauses { readonly text: string; readonly kind: string }
export interface ParsedClauses { readonly clauses: readonly unknown[]; readonly requisites: Readonly<Record<string, unknown>>; readonly findings: readonly { readonly message: string; readonly severity: 'error' | 'warning' }[]; readonly summary: readonly string[] }

export interface JournalRow { readonly key: string; readonly title: string; readonly mask: string; readonly organisation: PartyView; readonly year: number; readonly last: string | null; readonly next: string; readonly count: number }
export interface JournalEntryRow {
  readonly id: string;
  readonly number: string;
  readonly date: string;
  readonly status: 'registered' | 'void' | 'reserved';
  readonly title: string | null;
  readonly signer: PartyView | null;
  readonly executor: PartyView | null;
  readonly recipients: string | null;
  readonly control: boolean;
  readonly caseIndex: string | null;
  readonly reason: string | null;
  readonly document: string | null;
}
