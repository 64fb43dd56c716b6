import { createHash } from 'node:crypto';
import type { PartyReference } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';
import { sniffType } from './sniff-type.js';

/** Default of the largest file, in bytes (decision 13). */
export const MAX_FILE_SIZE = 20 * 1024 * 1024;

export interface SavedFile { readonly hash: string; readonly size: number; readonly type: string }

const insert = statement('save-file', `
  insert into files (hash, size, type, bytes) values ($1, $2, $3, $4)
  -- A sweep that has just begun must see that it is wanted again.
  on conflict (hash) do update set created_at = now()`);

/**
 * Keeps bytes under the hash of their content; the same content is kept once.
 *
 * @throws RangeError when there are more than `limit` bytes.
 */
export async function saveFile(db: Queryable, bytes: Uint8Array, limit = MAX_FILE_SIZE): Promise<SavedFile> {
  if (bytes.byteLength > limit) throw new RangeError(`The file has ${bytes.byteLength} bytes, ${limit} are allowed`);
  const file: SavedFile = { hash: createHash('sha256').update(bytes).digest('hex'), size: bytes.byteLength, type: sniffType(bytes) };
  await db.query(insert, [file.hash, file.size, file.type, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)]);
  return file;
}

const read = statement('read-file', `select bytes, type, size from files where hash = $1`);

export async function readFile(db: Queryable, hash: string): Promise<{ readonly bytes: Uint8Array; readonly type: string; readonly size: number } | null> {
  return (await db.query<{ bytes: Uint8Array; type: string; size: number }>(read, [hash]))[0] ?? null;
}

export interface FileLink {
  readonly id: string; readonly organisation: string; readonly path: string; readonly hash: string; readonly name: string; readonly instance: string | null;
  readonly addedBy: PartyReference; readonly addedAt: string; readonly type: string; readonly size: number;
}

const columns = `l.id, l.organisation, l.path, l.hash, l.name, l.instance, l.added_by as "addedBy", l.added_at as "addedAt", f.type, f.size`;

const link = statement('link-file', `
  insert into file_links (id, organisation, path, hash, name, instance, added_by)
  select $1, o.id, o.path, $3, $4, $5, $6 from organisations o where o.id = $2`);

/** Gives saved bytes a name. Without an instance it is an upload, which is swept when nothing takes it up. */
export async function linkFile(db: Queryable, given: Pick<FileLink, 'id' | 'organisation' | 'hash' | 'name' | 'instance' | 'addedBy'>): Promise<void> {
  await db.query(link, [given.id, given.organisation, given.hash, given.name, given.instance, given.addedBy]);
}

const attach = statement('attach-files', `
  update file_links l set instance = $2, organisation = i.organisation, path = i.path
  from process_instances i
  where i.id = $2 and l.id = any($1::uuid[]) and l.instance is null and l.added_by = $3
  returning l.id`);

/** Takes up uploads of the person into a case. Returns those that were: foreign ones, and files of other cases, are left alone. */
export async function attachFiles(db: Queryable, ids: readonly string[], instance: string, by: PartyReference): Promise<readonly string[]> {
  return (await db.query<{ id: string }>(attach, [ids, instance, by])).map((row) => row.id);
}

const find = statement('find-file-link', `select ${columns} from file_links l join files f on f.hash = l.hash where l.id = $1`);
const list = statement('files-of', `select ${columns} from file_links l join files f on f.hash = l.hash where l.instance = $1 order by l.added_at, l.id limit 1000`);

export async function findFileLink(db: Queryable, id: string): Promise<FileLink | null> {
  return (await db.query<FileLink>(find, [id]))[0] ?? null;
}

export function filesOf(db: Queryable, instance: string): Promise<FileLink[]> {
  return db.query<FileLink>(list, [instance]);
}

const sweepLinks = statement('sweep-uploads', `
  delete from file_links where instance is null and not legal_hold and added_at < now() - make_interval(hours => $1)`);
const sweepBytes = statement('sweep-files', `
  delete from files f
  where f.created_at < now() - make_interval(hours => $1)
    and not exists (select from file_links l where l.hash = f.hash)
    and not exists (select from document_files d where d.hash = f.hash)
  returning f.hash`);

/** Removes uploads that nothing took up for `hours`, and bytes that nothing names. Returns how many contents went. */
export async function sweepFiles(db: Queryable, hours = 24): Promise<number> {
  await db.query(sweepLinks, [hours]);
  return (await db.query(sweepBytes, [hours])).length;
}
