import type { PartyReference } from '@reglament/contracts';
import type { LoadedInstance, Queryable, Tx } from '@reglament/store';
import type { RefusalAnswer } from '../answers/answer.js';
import { invalidRequest } from '../answers/refusals.js';
import type { Plan } from '../transition/carry-out.js';
import { filesIn } from './file-references.js';

/** `linkUploads` as what a plan establishes; nothing where there are no files. */
export function takingUploads(data: unknown, loaded: LoadedInstance, person: PartyReference): Pick<Plan, 'establish'> {
  const files = filesIn(data);
  if (files.length === 0) return {};
  return {
    establish: async (tx) => {
      const denied = await linkUploads(tx, files, loaded.head.id, person, loaded.organisation.id);
      return denied ? { denied } : { facts: null };
    },
  };
}

/** Under which names bytes are known. */
export interface LinkOfBytes { readonly id: string; readonly name: string; readonly instance: string | null; readonly addedBy: PartyReference }

/**
 * Takes the person's uploads that a form refers to into the case, in the commit that keeps the form. A file that is neither the
 * person's upload nor in the case already is refused: a hash alone must open nobody's file.
 */
export async function linkUploads(tx: Tx, hashes: readonly string[], instance: string, person: PartyReference, organisation: string): Promise<RefusalAnswer | null> {
  await tx.query({ name: 'link-uploads', text: `
    update file_links l set instance = $2, organisation = o.id, path = o.path from organisations o
    where l.hash = any($1) and l.instance is null and l.added_by = $3 and o.id = $4` }, [hashes, instance, person, organisation]);
  const known = await tx.query<{ hash: string }>({ name: 'linked-in-case', text: `
    select distinct l.hash from file_links l left join process_instances i on i.id = $2
    where l.hash = any($1) and (l.instance = $2 or l.instance = i.parent)` }, [hashes, instance]);
  const missing = hashes.filter((hash) => !known.some((each) => each.hash === hash));
  return missing.length === 0 ? null : invalidRequest('fileUnknown', 'Файл не найден: загрузите его ещё раз.', 'The file is not found: upload it again.');
}

export function linksOfBytes(db: Queryable, hash: string): Promise<LinkOfBytes[]> {
  return db.query<LinkOfBytes>({ name: 'links-of-bytes', text: `
    select id, name, instance, added_by as "addedBy" from file_links where hash = $1 order by added_at desc limit 100` }, [hash]);
}
