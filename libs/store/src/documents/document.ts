import type { PartyReference } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';

/** A document as lists show it. */
export interface DocumentListRow {
  readonly id: string;
  readonly organisation: string;
  readonly path: string;
  readonly instance: string | null;
  /** Key of the document kind, and the hash of the kind as it was when the document was made. */
  readonly kind: string;
  readonly kindHash: string | null;
  readonly title: string;
  readonly state: string;
  readonly version: number;
  readonly contentHash: string;
  readonly templateHash: string | null;
  readonly author: PartyReference | null;
  readonly signer: PartyReference | null;
  /** Who may see it once it is registered: signer, approvers, executors, acquainted people. */
  readonly parties: readonly PartyReference[];
  readonly journal: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly rendering: 'none' | 'pending' | 'ready' | 'failed';
  /** Calendar date up to which it is kept; null: without end, or not filed yet. */
  readonly retainUntil: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const documentColumns = `d.id, d.organisation, d.path, d.instance, d.kind, d.kind_hash as "kindHash", d.title, d.state, d.version,
  d.content_hash as "contentHash", d.template_hash as "templateHash", d.author, d.signer, d.parties, d.journal, d.number, d.date, d.rendering, d.retain_until as "retainUntil",
  d.created_at as "createdAt", d.updated_at as "updatedAt"`;

const byId = statement('find-documents', `select ${documentColumns} from documents d where d.id = any($1::uuid[])`);
const ofInstance = statement('documents-of', `select ${documentColumns} from documents d where d.instance = $1 order by d.created_at, d.id`);

export async function findDocuments(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, DocumentListRow>> {
  const rows = await db.query<DocumentListRow>(byId, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The documents of a case, the first one first. */
export function documentsOf(db: Queryable, instance: string): Promise<DocumentListRow[]> {
  return db.query<DocumentListRow>(ofInstance, [instance]);
}
