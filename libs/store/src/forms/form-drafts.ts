import type { FormDefinition } from '@reglament/contracts';
import { randomUUID } from 'node:crypto';
import { statement, type Queryable } from '../connection/queryable.js';

/** A form that is being made or changed. `content` has the shape of a form and may still be wrong. */
export interface FormDraft {
  readonly key: string;
  readonly organisation: string;
  readonly content: FormDefinition;
  readonly etag: string;
  readonly baseHash: string | null;
  readonly savedAt: string;
  readonly savedBy: string;
}

const columns = `key, organisation, content, etag, base_hash as "baseHash", saved_at as "savedAt", saved_by as "savedBy"`;
const find = statement('form-draft', `select ${columns} from form_drafts where organisation = $1 and key = $2`);
const all = statement('form-drafts', `select ${columns} from form_drafts where organisation = $1 order by key`);
const insert = statement('form-draft-insert', `
  insert into form_drafts (organisation, path, key, content, etag, base_hash, saved_by)
  select o.id, o.path, $2, $3, $4, $5, $6 from organisations o where o.id = $1 on conflict do nothing returning ${columns}`);
const update = statement('form-draft-update', `
  update form_drafts set content = $3, etag = $4, saved_by = $5, saved_at = now() where organisation = $1 and key = $2 and etag = $6 returning ${columns}`);
const remove = statement('form-draft-delete', `delete from form_drafts where organisation = $1 and key = $2 and etag = $3 returning key`);

export async function findFormDraft(db: Queryable, organisation: string, key: string): Promise<FormDraft | null> {
  return (await db.query<FormDraft>(find, [organisation, key]))[0] ?? null;
}

export function findFormDrafts(db: Queryable, organisation: string): Promise<FormDraft[]> {
  return db.query<FormDraft>(all, [organisation]);
}

/** Null: there is one already. */
export async function addFormDraft(db: Queryable, draft: Pick<FormDraft, 'organisation' | 'key' | 'content' | 'baseHash' | 'savedBy'>): Promise<FormDraft | null> {
  const { organisation, key, content, baseHash, savedBy } = draft;
  return (await db.query<FormDraft>(insert, [organisation, key, JSON.stringify(content), randomUUID(), baseHash, savedBy]))[0] ?? null;
}

/** Null: somebody has saved, published or thrown it away since `etag` was read, and nothing is written. */
export async function saveFormDraft(db: Queryable, draft: Pick<FormDraft, 'organisation' | 'key' | 'content' | 'etag' | 'savedBy'>): Promise<FormDraft | null> {
  const { organisation, key, content, etag, savedBy } = draft;
  return (await db.query<FormDraft>(update, [organisation, key, JSON.stringify(content), randomUUID(), savedBy, etag]))[0] ?? null;
}

/** False: it is not the one that was read any more. */
export async function deleteFormDraft(db: Queryable, organisation: string, key: string, etag: string): Promise<boolean> {
  return (await db.query(remove, [organisation, key, etag])).length > 0;
}
