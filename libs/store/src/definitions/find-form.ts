import type { FormDefinition } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';

export interface FormRecord { readonly key: string; readonly version: number; readonly hash: string; readonly content: FormDefinition }

const byHash = statement('forms-by-hash', `select distinct on (f.hash) f.key, f.version, f.hash, f.content from forms f where f.hash = any($1)`);
const validator = statement('form-validator', `select validator_module as module from forms where hash = $1 and validator_module is not null limit 1`);
const current = statement('forms-current', `
  select distinct on (f.key) f.key, f.version, f.hash, f.content from forms f join organisations o on o.id = $1
  where f.status = 'published' and (f.path = o.path or (starts_with(o.path, f.path || '/') and f.visible_below))
  order by f.key, length(f.path) desc, f.version desc`);

export function findForms(db: Queryable, hashes: readonly string[]): Promise<FormRecord[]> {
  return db.query<FormRecord>(byHash, [hashes]);
}

/** The module's text as it was generated at publish, or null. */
export async function findFormValidator(db: Queryable, hash: string): Promise<string | null> {
  const [found] = await db.query<{ module: string }>(validator, [hash]);
  return found?.module ?? null;
}

/** The current version of every form that an organisation sees: what a definition is pinned to at publish. */
export function findCurrentForms(db: Queryable, organisation: string): Promise<FormRecord[]> {
  return db.query<FormRecord>(current, [organisation]);
}
