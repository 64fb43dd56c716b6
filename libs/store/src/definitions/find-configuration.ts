import { statement, type Queryable } from '../connection/queryable.js';
import type { ConfigurationType } from './publication.js';

export interface ConfigurationItem { readonly type: ConfigurationType; readonly key: string; readonly version: number; readonly hash: string; readonly content: unknown; readonly organisation: string; readonly path: string }

const columns = `c.type, c.key, c.version, c.hash, c.content, c.organisation, c.path`;
const current = statement('configuration-current', `
  select distinct on (c.type, c.key) ${columns} from configuration_items c join organisations o on o.id = $1
  where c.status = 'published' and (c.path = o.path or (starts_with(o.path, c.path || '/') and c.visible_below))
  order by c.type, c.key, length(c.path) desc, c.version desc`);
const byHash = statement('configuration-by-hash', `select ${columns} from configuration_items c where c.type = $1 and c.hash = $2 limit 1`);
const all = statement('configuration-all', `
  select distinct on (c.organisation, c.type, c.key) c.type, c.key, c.version, c.hash, case when c.type <> 'template' then c.content end as content, c.organisation, c.path from configuration_items c where c.status = 'published'
  order by c.organisation, c.type, c.key, c.version desc`);

/** Everything that an organisation sees: document kinds, journals, calendars, layouts. */
export function findConfiguration(db: Queryable, organisation: string): Promise<ConfigurationItem[]> {
  return db.query<ConfigurationItem>(current, [organisation]);
}

/** The current version of every item of every owner; callers keep it and narrow by path. Templates come without their bytes: those are read by hash. */
export function findAllConfiguration(db: Queryable): Promise<ConfigurationItem[]> {
  return db.query<ConfigurationItem>(all);
}

export async function findConfigurationItem(db: Queryable, type: ConfigurationType, hash: string): Promise<ConfigurationItem | null> {
  const [found] = await db.query<ConfigurationItem>(byHash, [type, hash]);
  return found ?? null;
}

export interface CalendarVersion { readonly key: string; readonly path: string; readonly hash: string; readonly content: unknown; readonly publishedAt: string }

const calendars = statement('calendar-versions', `
  select c.key, c.path, c.hash, c.content, c.published_at as "publishedAt" from configuration_items c
  where c.type = 'calendar' order by c.published_at, c.version`);

/** Every calendar that ever was in force, oldest first: terms of the past were counted by those of their day. */
export function findCalendarVersions(db: Queryable): Promise<CalendarVersion[]> {
  return db.query<CalendarVersion>(calendars);
}
