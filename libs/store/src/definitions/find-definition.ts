import type { LocalizedText } from '@reglament/contracts';
import { statement, type Queryable } from '../connection/queryable.js';

export interface DefinitionRecord {
  readonly key: string;
  readonly version: number;
  readonly hash: string;
  readonly title: LocalizedText;
  readonly content: unknown;
  readonly pins: Readonly<Record<string, unknown>>;
  readonly organisation: string;
  readonly path: string;
  readonly package: string | null;
  readonly publishedAt: string;
  readonly publishedBy: string | null;
}

const columns = `d.key, d.version, d.hash, d.title, d.content, d.pins, d.organisation, d.path, d.package, d.published_at as "publishedAt", d.published_by as "publishedBy"`;
// The nearest owner above wins: a department's own version stands before the region's.
const visible = `d.status = 'published' and (d.path = o.path or (starts_with(o.path, d.path || '/') and d.visible_below))`;
const byHash = statement('definition-by-hash', `select ${columns} from process_definitions d where d.hash = $1 limit 1`);
const current = statement('definition-current', `
  select ${columns} from process_definitions d join organisations o on o.id = $2
  where d.key = $1 and ${visible} order by length(d.path) desc, d.version desc limit 1`);
const allCurrent = statement('definitions-current', `
  select distinct on (d.key) ${columns} from process_definitions d join organisations o on o.id = $1
  where ${visible} order by d.key, length(d.path) desc, d.version desc`);
const versions = statement('definition-versions', `
  select ${columns}, (select count(*)::int from process_instances i where i.definition_hash = d.hash and i.status = 'active' and i.scope_node is null) as "activeInstances"
  from process_definitions d join organisations o on o.id = $2
  where d.key = $1 and (d.path = o.path or (starts_with(o.path, d.path || '/') and d.visible_below)) order by d.version desc limit 500`);

export async function findDefinition(db: Queryable, hash: string): Promise<DefinitionRecord | null> {
  const [found] = await db.query<DefinitionRecord>(byHash, [hash]);
  return found ?? null;
}

/** The current version of a key as an organisation sees it. */
export async function findCurrentDefinition(db: Queryable, key: string, organisation: string): Promise<DefinitionRecord | null> {
  const [found] = await db.query<DefinitionRecord>(current, [key, organisation]);
  return found ?? null;
}

/** The current version of every key that an organisation sees. */
export function findCurrentDefinitions(db: Queryable, organisation: string): Promise<DefinitionRecord[]> {
  return db.query<DefinitionRecord>(allCurrent, [organisation]);
}

export function findDefinitionVersions(db: Queryable, key: string, organisation: string): Promise<(DefinitionRecord & { readonly activeInstances: number })[]> {
  return db.query(versions, [key, organisation]);
}
