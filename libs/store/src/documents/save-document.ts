import type { PartyReference } from '@reglament/contracts';
import { statement, type Tx } from '../connection/queryable.js';
import type { DocumentListRow } from './document.js';

export type NewDocument = Pick<DocumentListRow, 'id' | 'organisation' | 'instance' | 'kind' | 'kindHash' | 'title' | 'state' | 'contentHash' | 'templateHash' | 'author' | 'parties'> & {
  readonly content: unknown;
  /** Business time. */
  readonly at: string;
};

const insert = statement('add-document', `
  insert into documents (id, organisation, path, period, instance, kind, kind_hash, title, state, version, content_hash, template_hash, author, parties,
    created_at, updated_at)
  select $1, o.id, o.path, date_trunc('month', $12::timestamptz at time zone 'UTC'), $3, $4, $5, $6, $7, 1, $8, $9, $10, $11, $12, $12
  from organisations o where o.id = $2`);
const insertVersion = statement('add-document-version', `
  insert into document_versions (document, version, content, content_hash, at, by_party) values ($1, $2, $3, $4, $5, $6)`);

/** Makes a document with its first version. @throws StoreError `reference` when the organisation does not exist. */
export async function addDocument(tx: Tx, given: NewDocument): Promise<void> {
  const { id, organisation, instance, kind, kindHash, title, state, contentHash, templateHash, author, parties, content, at } = given;
  await tx.query(insert, [id, organisation, instance, kind, kindHash, title, state, contentHash, templateHash, author, parties, at]);
  await tx.query(insertVersion, [id, 1, JSON.stringify(content), contentHash, at, author]);
}

export interface DocumentChange {
  readonly content: unknown;
  readonly contentHash: string;
  readonly title: string;
  readonly by: PartyReference | null;
  readonly at: string;
  readonly templateHash?: string | null;
}

const change = statement('change-document', `
  update documents set version = version + 1, content_hash = $3, title = $4, updated_at = $5, template_hash = coalesce($6, template_hash), rendering = 'none'
  where id = $1 and version = $2 and content_hash <> $3 and number is null
  returning version`);
const current = statement('document-version-now', `select version, content_hash as "contentHash" from documents where id = $1`);

export type ChangeResult =
  | { readonly kind: 'saved' | 'unchanged'; readonly version: number }
  /** Another version was written meanwhile, or the document has been registered. */
  | { readonly kind: 'conflict' };

/** Writes the next version of a document that stands at `version`. The same content makes none. */
export async function saveDocumentVersion(tx: Tx, document: string, version: number, given: DocumentChange): Promise<ChangeResult> {
  const { content, contentHash, title, by, at, templateHash } = given;
  const [row] = await tx.query<{ version: number }>(change, [document, version, contentHash, title, at, templateHash ?? null]);
  if (row === undefined) {
    const [now] = await tx.query<{ version: number; contentHash: string }>(current, [document]);
    return now?.contentHash === contentHash ? { kind: 'unchanged', version: now.version } : { kind: 'conflict' };
  }
  await tx.query(insertVersion, [document, row.version, JSON.stringify(content), contentHash, at, by]);
  return { kind: 'saved', version: row.version };
}

const mark = statement('mark-document', `
  update documents set state = coalesce($2, state), signer = coalesce($3, signer), journal = coalesce($4, journal), number = coalesce($5, number),
    date = coalesce($6, date), rendering = coalesce($7, rendering),
    parties = case when $8::text[] is null then parties else array(select distinct p from unnest(parties || $8::text[]) p order by p) end, updated_at = $9
  where id = $1`);

export interface DocumentMarks {
  readonly state?: string; readonly signer?: PartyReference; readonly journal?: string; readonly number?: string; readonly date?: string;
  readonly rendering?: DocumentListRow['rendering'];
  /** Added to those that are there. */
  readonly parties?: readonly PartyReference[];
}

/** What changes around the content: state, signer, registration, files. `at`: the business moment, which the document shows as its last change. */
export async function markDocument(tx: Tx, document: string, marks: DocumentMarks, at: string): Promise<void> {
  const { state, signer, journal, number, date, rendering, parties } = marks;
  await tx.query(mark, [document, state ?? null, signer ?? null, journal ?? null, number ?? null, date ?? null, rendering ?? null, parties ?? null, at]);
}

const relate = statement('relate-documents', `insert into document_relations (document, type, target) values ($1, $2, $3) on conflict do nothing`);

/** `document` amends or repeals `target`. */
export async function relateDocuments(tx: Tx, document: string, type: 'amends' | 'repeals', target: string): Promise<void> {
  await tx.query(relate, [document, type, target]);
}
