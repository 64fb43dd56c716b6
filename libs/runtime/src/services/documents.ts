import type { DocumentContent, PartyReference, Retention } from '@reglament/contracts';
import { DOCUMENT_STATES, HandlerError, type DocumentPort, type DocumentState, type StoredDocument } from '@reglament/handlers';
import {
  addDocument, addDocumentRemarks, fileDocument, findDocument, findDocumentVersion, journalEntriesOf, markDocument, relateDocuments, saveDocumentFile, saveDocumentVersion, saveFile, startRetention,
  StoreError, voidNumber, type DocumentRecord, type Queryable, type Tx,
} from '@reglament/store';
import { randomUUID } from 'node:crypto';
import { keptUntil } from './kept-until.js';

export interface DocumentPlace {
  readonly instance: string;
  readonly organisation: string;
  readonly author: PartyReference | null;
  /** Business time. */
  readonly now: string;
  /** The business date where the organisation is. */
  readonly today: string;
  /** How long documents of a kind are kept; null where the kind does not say. */
  readonly retentionOf: (kind: string) => Retention | null;
}

/** Runs each writing in the transaction at hand, or each in one of its own. */
export type Writing = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;

/** The documents of a case as its handlers reach them. */
export function documentPort(db: Queryable, write: Writing, place: DocumentPlace): DocumentPort {
  return {
    newId: randomUUID,
    async load(id) {
      const document = await findDocument(db, id);
      const version = document && (await findDocumentVersion(db, id, document.version));
      return document && version?.content ? stored(document, version.content as DocumentContent) : null;
    },
    keep: ({ id, kind, kindHash, title, content, contentHash, templateHash, signer, parties }) => write(async (tx) => {
      const known = await findDocument(tx, id);
      const marks = { parties, ...(signer !== null && { signer }) };
      if (!known) {
        const { instance, organisation, author, now } = place;
        await addDocument(tx, { id, organisation, instance, kind, kindHash, title, state: 'draft', contentHash, templateHash, author, parties, content, at: now });
        await markDocument(tx, id, marks, now);
        return 1;
      }
      const saved = await saveDocumentVersion(tx, id, known.version, { content, contentHash, templateHash, title, by: place.author, at: place.now });
      if (saved.kind === 'conflict') {
        if (known.number !== null) throw new HandlerError('document.registered', { document: id, number: known.number });
        throw new StoreError('conflict', 'The document was changed at the same moment');
      }
      await markDocument(tx, id, { ...marks, state: 'draft' }, place.now);
      return saved.version;
    }),
    setState: (id, state) => write((tx) => markDocument(tx, id, { state }, place.now)),
    relate: (from, type, to) => write((tx) => relateDocuments(tx, from, type, to)),
    voidNumber: (id, reason) => write(async (tx) => {
      for (const entry of await journalEntriesOf(tx, id)) await voidNumber(tx, entry.id, reason);
    }),
    fileUnder: (id, caseIndex) => write(async (tx) => {
      if (caseIndex !== null) await fileDocument(tx, id, caseIndex);
      const document = await findDocument(tx, id);
      if (document) await startRetention(tx, id, keptUntil(place.retentionOf(document.kind), place.today));
    }),
    remarkSigned: (words) => write((tx) => addDocumentRemarks(tx, place.instance ?? '', { at: place.now, words })),
    keepFile: (id, version, format, bytes) => write(async (tx) => {
      const file = await saveFile(tx, bytes);
      await saveDocumentFile(tx, id, { format, version, hash: file.hash, size: file.size });
    }),
    setRendering: (id, rendering) => write((tx) => markDocument(tx, id, { rendering }, place.now)),
  };
}

function stored(document: DocumentRecord, content: DocumentContent): StoredDocument {
  const { id, instance, kind, title, version, contentHash, number } = document;
  const state = (DOCUMENT_STATES as readonly string[]).includes(document.state) ? (document.state as DocumentState) : 'draft';
  return { id, instance, kind, title, state, version, contentHash, content, registered: number !== null };
}
