import { statement, type Queryable, type Tx } from '../connection/queryable.js';

/** A current definition that has a start event of the asked type, beside people. */
export interface EventStartedDefinition { readonly key: string; readonly hash: string; readonly organisation: string; readonly path: string; readonly visibleBelow: boolean }

const eventStarted = statement('definitions-event-started', `
  select c.key, c.hash, c.organisation, c.path, c.visible_below as "visibleBelow" from (
    select distinct on (d.organisation, d.key) d.key, d.hash, d.organisation, d.path, d.visible_below, d.content
    from process_definitions d where d.status = 'published' order by d.organisation, d.key, d.version desc) c
  where jsonb_path_exists(c.content, '$.nodes.* ? (@.type == "startEvent").event ? (@.type == $type)', jsonb_build_object('type', $1::text))
  order by c.path, c.key`);

/** Current definitions, of every owner, whose cases something besides people begins. */
export function findEventStartedDefinitions(db: Queryable, type: 'timer' | 'message' | 'signal'): Promise<EventStartedDefinition[]> {
  return db.query<EventStartedDefinition>(eventStarted, [type]);
}

const holding = statement('organisations-holding', `
  select distinct a.organisation as id from role_assignments a join people p on p.id = a.person and p.status = 'active'
  where a.role = any($1) and (a.path = $2 or ($3 and starts_with(a.path, $2 || '/')))
    and coalesce(a.valid_from <= $4::date, true) and coalesce($4::date <= a.valid_to, true) order by 1`);

/** Organisations of a tree in which somebody holds one of the roles on a date. @param below whether those under `path` count. */
export async function organisationsHolding(db: Queryable, roles: readonly string[], tree: { readonly path: string; readonly below: boolean }, on: string): Promise<readonly string[]> {
  return (await db.query<{ id: string }>(holding, [roles, tree.path, tree.below, on])).map(({ id }) => id);
}

/** Where a start event comes round. */
export interface StartPlace { readonly organisation: string; readonly definition: string; readonly startEvent: string }

const arm = statement('start-occurrence-arm', `
  with new as (
    insert into start_occurrences (organisation, path, definition_key, start_event, last_at)
    select o.id, o.path, $2, $3, $4 from organisations o where o.id = $1 on conflict do nothing returning last_at)
  select last_at as "lastAt" from new union all
  select last_at from start_occurrences where organisation = $1 and definition_key = $2 and start_event = $3 limit 1`);

/** Up to which moment occurrences have been seen to; for a place that is met for the first time that is `since`. */
export async function seenOccurrence(db: Queryable, { organisation, definition, startEvent }: StartPlace, since: string): Promise<string> {
  const [row] = await db.query<{ lastAt: Date | string }>(arm, [organisation, definition, startEvent, since]);
  return row ? new Date(row.lastAt).toISOString() : since;
}

const take = statement('start-occurrence-take', `
  update start_occurrences set last_at = $5 where organisation = $1 and definition_key = $2 and start_event = $3 and last_at = $4 returning 1 as taken`);

/** In the commit that begins the case. False: another process has seen to it. */
export async function takeOccurrence(tx: Tx, { organisation, definition, startEvent }: StartPlace, seen: string, occurrence: string): Promise<boolean> {
  return (await tx.query(take, [organisation, definition, startEvent, seen, occurrence])).length > 0;
}
