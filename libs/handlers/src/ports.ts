import type { DocumentContent, LayoutProfile, LocalizedText, PartyReference, Performer, StructuredKind, TemplateKind, TemplateParty } from '@reglament/contracts';
import type { DocumentToPrint, PdfFonts } from '@reglament/documents';
import type { JsonObject } from './handler.js';
import type { RecordPort } from './records/record-port.js';

/**
 * State of a document in the register of documents, apart from its case's state. `superseded` and `amended` come from another
 * document; `annulled` keeps its number as a visible row of the journal.
 */
export const DOCUMENT_STATES = ['draft', 'signed', 'registered', 'executed', 'filed', 'withdrawn', 'annulled', 'superseded', 'amended'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export interface StoredDocument {
  readonly id: string;
  readonly instance: string | null;
  readonly kind: string;
  readonly title: string;
  readonly state: DocumentState;
  readonly version: number;
  readonly contentHash: string;
  readonly content: DocumentContent;
  readonly registered: boolean;
}

export interface KeptContent {
  readonly id: string;
  readonly kind: string;
  readonly kindHash: string;
  readonly title: string;
  readonly content: DocumentContent;
  readonly contentHash: string;
  /** Of the Word template that makes the document, or null. */
  readonly templateHash: string | null;
  readonly signer: PartyReference | null;
  /** Everybody whom the document concerns: they may read it. */
  readonly parties: readonly PartyReference[];
}

/** Documents, as a handler reaches them. Bound by the shell to the transaction in which the handler runs. */
export interface DocumentPort {
  newId(): string;
  load(id: string): Promise<StoredDocument | null>;
  /** Makes the document, or its next version where it exists and the content differs; gives the version that holds the content. */
  keep(content: KeptContent): Promise<number>;
  setState(id: string, state: DocumentState): Promise<void>;
  /** One row keeps both directions. */
  relate(from: string, type: 'amends' | 'repeals', to: string): Promise<void>;
  /** The number stays; its journal entry becomes a visible void. */
  voidNumber(id: string, reason: string): Promise<void>;
  /** Its term of storage begins; the journal shows it as filed under the case index, where there is one. */
  fileUnder(id: string, caseIndex: string | null): Promise<void>;
  /** Puts the words beside every signed document of the case, of its parts and of the cases that it called; gives how many. */
  remarkSigned(words: { readonly text: LocalizedText; readonly values: JsonObject }): Promise<number>;
  keepFile(id: string, version: number, format: 'docx' | 'pdf', bytes: Uint8Array): Promise<void>;
  setRendering(id: string, rendering: 'pending' | 'ready' | 'failed'): Promise<void>;
}

export interface StructuredSettings { readonly made: 'structured'; readonly kind: StructuredKind; readonly kindHash: string; readonly layout: LayoutProfile; readonly layoutHash: string }
/** `templateHash`: the template as it is published now; a document is composed with it and keeps it. */
export interface TemplateSettings { readonly made: 'template'; readonly kind: TemplateKind; readonly kindHash: string; readonly templateHash: string }
export type DocumentSettings = StructuredSettings | TemplateSettings;

/** What is configured, as the organisation sees it: its own or what comes from above. */
export interface SettingsPort { documentKind(key: string, organisation: string): Promise<DocumentSettings | null> }

/**
 * How a party is printed: a person under the position held, an organisation, a position or a role by the person who answers for it.
 * `template`: the same for a Word template, which declines names and positions itself.
 */
export interface PrintedParty {
  readonly party: PartyReference;
  readonly title: string;
  readonly person: { readonly surname: string; readonly initials: string } | null;
  readonly position: string | null;
  readonly status: 'active' | 'dismissed';
  readonly template: TemplateParty;
}

export interface Letterhead { readonly lines: readonly string[]; readonly details: readonly string[]; readonly place: string | null }

export interface DirectoryPort {
  describe(parties: readonly PartyReference[]): Promise<ReadonlyMap<PartyReference, PrintedParty>>;
  letterhead(organisation: string): Promise<Letterhead>;
}

/** What a Word template is filled with, and the file itself. `printedAt` is the moment that the file carries, ISO 8601 UTC. */
export interface TemplateToFill { readonly template: string; readonly bytes: Uint8Array; readonly data: Readonly<Record<string, unknown>>; readonly printedAt: string }

export type Printable =
  | { readonly made: 'structured'; readonly print: DocumentToPrint; readonly version: number }
  | { readonly made: 'template'; readonly fill: TemplateToFill; readonly version: number };

/** What the files are made of: the content with registration, signature marks, visas and the acquaintance sheet as they stand. */
export interface PrintPort {
  printable(document: string): Promise<Printable>;
  fonts(): Promise<PdfFonts>;
  /** Word to PDF by the office suite of this machine; null where there is none. */
  toPdf(docx: Uint8Array): Promise<Uint8Array | null>;
}

/** Words of a package with the values that fill their places. */
export interface NotificationWords { readonly title: LocalizedText; readonly body: LocalizedText | null; readonly values: JsonObject }

export interface NotificationPort {
  /** Tells the parties that the rules name in the case as it stands; gives them, each once. */
  send(words: NotificationWords, to: readonly Performer[]): Promise<readonly PartyReference[]>;
}

/** A part of the case that asks somebody (an item of a parallel forEach), with the last that was sent at the named steps in it. */
export interface AnswerPart {
  readonly part: string;
  readonly activity: number;
  readonly index: number;
  readonly title: string | null;
  readonly status: 'active' | 'completed' | 'cancelled';
  readonly result: string | null;
  readonly who: string | null;
  readonly submission: string | null;
  readonly data: { readonly [field: string]: unknown } | null;
}

export interface AnswersPort {
  /** `of`: only the parts that ask these. `above`: of the case that the calling one is a part of; without such a case, nothing. */
  ofParts(query: {
    readonly nodes: readonly string[]; readonly from: readonly string[]; readonly who: string; readonly withData: boolean; readonly of?: readonly string[]; readonly above?: boolean;
  }): Promise<readonly AnswerPart[]>;
  /** Keeps what the calling step has summed; gives its version, from 1. */
  keep(summary: { readonly reason: string | null; readonly data: unknown; readonly sources: unknown }): Promise<number>;
}

export interface HandlerPorts {
  readonly records: RecordPort;
  readonly answers: AnswersPort;
  readonly notifications: NotificationPort;
  readonly documents: DocumentPort;
  readonly settings: SettingsPort;
  readonly directory: DirectoryPort;
  readonly print: PrintPort;
}
