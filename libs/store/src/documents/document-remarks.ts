import { statement, type Queryable, type Tx } from '../connection/queryable.js';

/** What became known after the signature: words of a package and the values that fill their places. */
export interface DocumentRemark { readonly at: string; readonly words: unknown }

const add = statement('add-document-remarks', `
  insert into document_remarks (document, at, words)
  select d.id, $2, $3 from documents d
  where d.state not in ('draft', 'withdrawn', 'annulled')
    and d.instance in (select $1::uuid union all select i.id from process_instances i where i.parent = $1)
  order by d.id returning document`);

/** Puts the words beside every document of a case, and of the cases that it has called, that somebody has signed; gives how many. */
export async function addDocumentRemarks(tx: Tx, instance: string, { at, words }: DocumentRemark): Promise<number> {
  return (await tx.query(add, [instance, at, JSON.stringify(words)])).length;
}

const of = statement('document-remarks', `select at, words from document_remarks where document = $1 order by id`);

export function documentRemarks(db: Queryable, document: string): Promise<DocumentRemark[]> {
  return db.query<DocumentRemark>(of, [document]);
}
