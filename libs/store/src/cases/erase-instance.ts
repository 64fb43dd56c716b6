import { statement, type Queryable, type Tx } from '../connection/queryable.js';

const eraseSnapshot = statement('erase-instance', `
  update process_instances
  set snapshot = jsonb_set((snapshot - 'error') || '{"subject": null, "variables": {}}', '{activities}', '[]'), subject = null, child_title = null, erased_at = now()
  where id = $1 and status <> 'active' and not legal_hold and erased_at is null
    and not exists (select from documents d where d.instance = $1 and d.state = 'filed' and d.retain_until is null)
  returning id`);
const eraseSubmissions = statement('erase-instance-submissions', `
  update submissions set data = null, remark = null, salt = null, erased_at = now() where instance = $1 and erased_at is null and not legal_hold`);
const eraseVersions = statement('erase-instance-documents', `
  update document_versions v set content = null, erased_at = now()
  from documents d where d.id = v.document and d.instance = $1 and not d.legal_hold and v.erased_at is null`);
const eraseDocumentFiles = statement('erase-instance-document-files', `
  delete from document_files f using documents d where d.id = f.document and d.instance = $1 and not d.legal_hold`);
const eraseLinks = statement('erase-instance-files', `delete from file_links where instance = $1 and not legal_hold`);
const eraseInputs = statement('erase-instance-inputs', `delete from command_inputs where instance = $1`);
const eraseMoves = statement('erase-instance-moves', `update case_moves set snapshot = null where instance = $1 and snapshot is not null`);
const eraseMessages = statement('erase-instance-messages', `delete from sent_messages where instance = $1`);
const eraseWords = statement('erase-instance-notices', `update notifications set words = null where instance = $1 and words is not null`);
const eraseAddresses = statement('erase-instance-invitations', `update invitations set address = null where instance = $1 and address is not null`);
const eraseComments = statement('erase-instance-comments', `delete from comments where instance = $1 and not legal_hold`);
const eraseDrafts = statement('erase-instance-drafts', `delete from drafts where instance = $1`);
const eraseSummaries = statement('erase-instance-summaries', `delete from summaries where instance = $1`);

/**
 * Takes the values out of a case that has ended: what was submitted or only typed, the variables, what was summed, documents, comments and files. Its history, with
 * ids, keys and salted hashes, stays and still verifies. False for a case that is active, erased already or held by law, and for one with
 * a filed document whose storage has no end.
 *
 * Registered documents have terms of their own, as a rule longer: keep such a case until the longest of them has passed. Bytes that
 * nothing names any more go with the next `sweepFiles`.
 */
export async function eraseInstance(tx: Tx, instance: string): Promise<boolean> {
  const erased = await tx.query(eraseSnapshot, [instance]);
  if (erased.length === 0) return false;
  for (const erase of [eraseSubmissions, eraseVersions, eraseDocumentFiles, eraseLinks, eraseInputs, eraseMoves, eraseMessages, eraseWords, eraseComments, eraseSummaries, eraseDrafts, eraseAddresses]) await tx.query(erase, [instance]);
  return true;
}

const setRetention = statement('retain-instance', `update process_instances set retain_until = $2, legal_hold = $3 where id = $1 returning id`);

/** @param until calendar date up to which it is kept; null: not decided. @param hold a dispute forbids erasing, whatever the date. */
export async function retainInstance(db: Queryable, instance: string, until: string | null, hold: boolean): Promise<boolean> {
  return (await db.query(setRetention, [instance, until, hold])).length > 0;
}

const retainDocument = statement('retain-document', `update documents set retain_until = $2 where id = $1`);
const retainCase = statement('retain-case-of-document', `
  with recursive tree as (
    select d.instance as id from documents d where d.id = $1 and d.instance is not null
    union all select p.id from process_instances p join tree on p.parent = tree.id
  ), term as (
    select case when bool_or(d.retain_until is null) then null else max(d.retain_until) end as until
    from documents d where d.instance = (select instance from documents where id = $1) and (d.id = $1 or d.state = 'filed')
  )
  update process_instances set retain_until = term.until from term where process_instances.id in (select id from tree)`);

/**
 * Starts the term of storage of a document that is filed, and with it that of its case and the case's parts: they are kept as long as
 * the longest of what is filed there.
 *
 * @param until the last day on which it is kept; null: without end.
 */
export async function startRetention(tx: Tx, document: string, until: string | null): Promise<void> {
  await tx.query(retainDocument, [document, until]);
  await tx.query(retainCase, [document]);
}

const expired = statement('expired-instances', `
  select id from process_instances
  where status <> 'active' and retain_until < $1 and not legal_hold and erased_at is null
  order by retain_until, id limit $2`);

/** Ended cases whose term has passed on the date: what an erasure has to go through. */
export async function expiredInstances(db: Queryable, on: string, limit = 500): Promise<readonly string[]> {
  return (await db.query<{ id: string }>(expired, [on, limit])).map((row) => row.id);
}
