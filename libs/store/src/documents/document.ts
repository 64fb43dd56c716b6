import type { PartyReference } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';

export interface DocumentRecord {
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
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const documentColumns = `d.id, d.organisation, d.path, d.instance, d.kind, d.kind_hash as "kindHash", d.title, d.state, d.version,
  d.content_hash as "contentHash", d.template_hash as "templateHash", d.author, d.signer, d.parties, d.journal, d.number, d.date, d.rendering,
  d.created_at as "createdAt", d.updated_at as "updatedAt"`;

const byId = statement('find-documents', `select ${documentColumns} from documents d where d.id = any($1::uuid[])`);
const ofInstances = statement('documents-of', `select ${documentColumns} from documents d where d.instance = any($1::uuid[]) order by d.created_at, d.id`);

export async function findDocuments(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, DocumentRecord>> {
  const rows = await db.query<DocumentRecord>(byId, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function findDocument(db: Queryable, id: string): Promise<DocumentRecord | null> {
  return (await findDocuments(db, [id])).get(id) ?? null;
}

export function documentsOf(db: Queryable, instances: readonly string[]): Promise<DocumentRecord[]> {
  return db.query<DocumentRecord>(ofInstances, [instances]);
}
