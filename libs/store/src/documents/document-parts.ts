import type { PartyReference } from '@reglament/contracts';
import { statement, type Queryable, type Tx } from '../connection/queryable.js';
import { documentColumns, type DocumentListRow } from './document.js';

export interface DocumentVersion {
  readonly version: number;
  /** Null after erasure. */
  readonly content: unknown;
  readonly contentHash: string;
  readonly at: string;
  readonly by: PartyReference | null;
}

const version = statement('document-version', `
  select version, content, content_hash as "contentHash", at, by_party as "by" from document_versions where document = $1 and version = $2`);
const versions = statement('document-versions', `
  select version, content_hash as "contentHash", at, by_party as "by" from document_versions where document = $1 order by version`);

export async function findDocumentVersion(db: Queryable, document: string, number: number): Promise<DocumentVersion | null> {
  return (await db.query<DocumentVersion>(version, [document, number]))[0] ?? null;
}

/** Without their content. */
export function documentVersions(db: Queryable, document: string): Promise<Omit<DocumentVersion, 'content'>[]> {
  return db.query(versions, [document]);
}

export interface Signature {
  readonly id: string;
  readonly document: string;
  readonly version: number;
  readonly by: PartyReference;
  /** `Right` of access: direct, or as whose substitute. */
  readonly right: unknown;
  /** Who was stood in for. */
  readonly forPerson: PartyReference | null;
  readonly at: string;
  /** What is printed beside the signature, to be checked by. */
  readonly code: string;
  /** What the signature covers (decision 14). */
  readonly contentHash: string;
  readonly templateHash: string | null;
}

const sign = statement('add-signature', `
  insert into signatures (id, document, version, organisation, path, by_party, right_used, at, code, content_hash, template_hash)
  select $1, d.id, $3, d.organisation, d.path, $4, $5, $6, $7, $8, $9
  from documents d where d.id = $2 and d.version = $3 and d.content_hash = $8
  returning id`);
const signatures = statement('signatures-of', `
  select id, document, version, by_party as "by", right_used as "right", right_used ->> 'for' as "forPerson", at, code, content_hash as "contentHash", template_hash as "templateHash"
  from signatures where document = $1 order by at, id`);

/** False when the document is no longer the version with this content: what was seen is not what would be signed. */
export async function addSignature(tx: Tx, given: Omit<Signature, 'forPerson'>): Promise<boolean> {
  const { id, document, version: signed, by, right, at, code, contentHash, templateHash } = given;
  return (await tx.query(sign, [id, document, signed, by, JSON.stringify(right), at, code, contentHash, templateHash])).length > 0;
}

export function signaturesOf(db: Queryable, document: string): Promise<Signature[]> {
  return db.query<Signature>(signatures, [document]);
}

export interface DocumentRelation { readonly type: 'amends' | 'amendedBy' | 'repeals' | 'repealedBy'; readonly document: DocumentListRow }

const relations = statement('document-relations', `
  select r.type as relation, ${documentColumns} from document_relations r join documents d on d.id = r.target where r.document = $1
  union all
  select case r.type when 'amends' then 'amendedBy' else 'repealedBy' end, ${documentColumns}
  from document_relations r join documents d on d.id = r.document where r.target = $1`);

export async function relationsOf(db: Queryable, document: string): Promise<readonly DocumentRelation[]> {
  const rows = await db.query<DocumentListRow & { relation: DocumentRelation['type'] }>(relations, [document]);
  return rows.map(({ relation, ...related }) => ({ type: relation, document: related }));
}

export interface DocumentFile { readonly format: 'docx' | 'pdf'; readonly version: number; readonly hash: string; readonly size: number; readonly at: string }

const saveFileSql = statement('save-document-file', `
  insert into document_files (document, version, format, hash, size) values ($1, $2, $3, $4, $5)
  on conflict (document, version, format) do update set hash = excluded.hash, size = excluded.size, at = now()`);
const files = statement('document-files', `select format, version, hash, size, at from document_files where document = $1 and version = $2 order by format`);

/** The bytes are saved before, with `saveFile`. */
export async function saveDocumentFile(tx: Tx, document: string, file: Omit<DocumentFile, 'at'>): Promise<void> {
  await tx.query(saveFileSql, [document, file.version, file.format, file.hash, file.size]);
}

export function documentFiles(db: Queryable, document: string, ofVersion: number): Promise<DocumentFile[]> {
  return db.query<DocumentFile>(files, [document, ofVersion]);
}
