import type { PartyReference } from '@reglament/contracts';
import { statement, type Queryable, type Tx } from '../connection/queryable.js';
import type { SavedFile } from './files.js';

const take = statement('link-uploads', `
  update file_links l set instance = $2, organisation = o.id, path = o.path from organisations o
  where l.hash = any($1) and l.instance is null and l.added_by = $3 and o.id = $4`);
const inCase = statement('linked-in-case', `
  select distinct l.hash from file_links l left join process_instances i on i.id = $2
  where l.hash = any($1) and (l.instance = $2 or l.instance = i.parent)`);

/**
 * Takes what a person has uploaded into a case; gives the hashes that are in the case, or in the one it is a part of, then. What is
 * missing was neither theirs nor there.
 */
export async function takeUploads(tx: Tx, given: { readonly hashes: readonly string[]; readonly instance: string; readonly organisation: string; readonly addedBy: PartyReference }): Promise<ReadonlySet<string>> {
  const { hashes, instance, organisation, addedBy } = given;
  await tx.query(take, [hashes, instance, addedBy, organisation]);
  return new Set((await tx.query<{ hash: string }>(inCase, [hashes, instance])).map(({ hash }) => hash));
}

/** Under which names bytes are known. */
export interface LinkOfBytes { readonly id: string; readonly name: string; readonly instance: string | null; readonly addedBy: PartyReference }

const ofBytes = statement('links-of-bytes', `
  select id, name, instance, added_by as "addedBy" from file_links where hash = $1 order by added_at desc limit 100`);

/** The hundred latest. */
export function linksOfBytes(db: Queryable, hash: string): Promise<LinkOfBytes[]> {
  return db.query<LinkOfBytes>(ofBytes, [hash]);
}

const within = statement('files-within-reach', `
  select f.hash, f.type, f.size from files f
  where f.hash = any($1) and exists (
    select from file_links l left join process_instances i on i.id = $2
    where l.hash = f.hash and ((l.instance is null and l.added_by = $3) or l.instance = $2 or l.instance = i.parent))`);

/**
 * What the files are by their content, of those that `takeUploads` would take: a hash alone tells nothing of a file that is neither the
 * person's upload nor in the case. `instance` null: a case that is about to begin.
 */
export function filesWithinReach(db: Queryable, given: { readonly hashes: readonly string[]; readonly instance: string | null; readonly addedBy: PartyReference }): Promise<SavedFile[]> {
  return db.query<SavedFile>(within, [given.hashes, given.instance, given.addedBy]);
}
