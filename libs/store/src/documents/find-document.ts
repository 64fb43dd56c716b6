import type { PartyReference } from '@reglament/contracts';
import type { Queryable } from '../connection/queryable.js';
import { journalEntriesOf } from '../journals/journal-entries.js';
import { findDocuments, type DocumentListRow } from './document.js';
import {
  documentFiles, documentVersions, findDocumentVersion, relationsOf, signaturesOf, type DocumentFile, type DocumentRelation, type DocumentVersion, type Signature,
} from './document-parts.js';

/** A document whole: its current content and everything that hangs on it. */
export interface DocumentRecord extends DocumentListRow {
  /** Null after erasure. */
  readonly content: unknown;
  readonly versions: readonly Omit<DocumentVersion, 'content'>[];
  readonly signatures: readonly Signature[];
  readonly registration: {
    readonly entry: string; readonly journal: string; readonly number: string; readonly date: string; readonly by: PartyReference; readonly suffixReason: string | null;
    /** The file («дело») that it was put into. */
    readonly caseIndex: string | null;
  } | null;
  readonly relations: readonly DocumentRelation[];
  /** Of the current version. */
  readonly files: readonly DocumentFile[];
}

export async function findDocument(db: Queryable, id: string): Promise<DocumentRecord | null> {
  const row = (await findDocuments(db, [id])).get(id);
  if (row === undefined) return null;
  const current = await findDocumentVersion(db, id, row.version);
  const entry = (await journalEntriesOf(db, id)).find((each) => each.status === 'registered');
  return {
    ...row,
    content: current?.content ?? null,
    versions: await documentVersions(db, id),
    signatures: await signaturesOf(db, id),
    registration: entry === undefined
      ? null
      : { entry: entry.id, journal: entry.journal, number: entry.number, date: entry.date, by: entry.registeredBy, suffixReason: entry.suffix === '' ? null : entry.reason, caseIndex: entry.caseIndex },
    relations: await relationsOf(db, id),
    files: await documentFiles(db, id, row.version),
  };
}
