import type { FormDefinition } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';

export interface FormVersion {
  readonly key: string;
  readonly version: number;
  readonly hash: string;
  readonly content: FormDefinition;
  readonly organisation: string;
  readonly package: string | null;
  readonly publishedAt: string;
  readonly publishedBy: string | null;
}

const columns = `f.key, f.version, f.hash, f.content, f.organisation, f.package, f.published_at as "publishedAt", f.published_by as "publishedBy"`;
const visible = `(f.path = o.path or (starts_with(o.path, f.path || '/') and f.visible_below))`;
const current = statement('form-versions-current', `
  select distinct on (f.key) ${columns} from forms f join organisations o on o.id = $1
  where f.status = 'published' and ${visible} order by f.key, length(f.path) desc, f.version desc`);
const ofKey = statement('form-versions', `
  select ${columns} from forms f join organisations o on o.id = $2
  where f.key = $1 and ${visible} order by length(f.path) desc, f.version desc limit 500`);

/** The version of every form that holds for an organisation now. */
export function findCurrentFormVersions(db: Queryable, organisation: string): Promise<FormVersion[]> {
  return db.query<FormVersion>(current, [organisation]);
}

/** Every version of a form that an organisation sees, the one that holds first. */
export function findFormVersions(db: Queryable, key: string, organisation: string): Promise<FormVersion[]> {
  return db.query<FormVersion>(ofKey, [key, organisation]);
}
