import type { LocalizedText, PartyReference } from '@reglament/contracts';
import { statement, type Queryable, type Tx } from '../connection/queryable.js';

const family = statement('case-family', `
  with recursive family as (
    select i.id from process_instances i where i.id = $1
    union all
    select c.id from process_instances c join family f on c.parent = f.id where c.scope_node is not null and c.status = 'active'
  ) select id from family`);

/** The case with its living parts (children of a parallel forEach, at any depth): they run one definition and move together. Called cases are cases of their own. */
export async function familyOf(db: Queryable, root: string): Promise<readonly string[]> {
  return (await db.query<{ id: string }>(family, [root])).map(({ id }) => id);
}

const starting = statement('family-starting', `
  select exists (select from child_starts where instance = any($1::uuid[])) or exists (select from set_aside_children where instance = any($1::uuid[])) as starting`);

/** Whether parts of these cases are still to be started: what they will be given was made under the version before. */
export async function hasPartsToStart(db: Queryable, ids: readonly string[]): Promise<boolean> {
  return (await db.query<{ starting: boolean }>(starting, [ids]))[0]?.starting ?? false;
}

/** What the rows of an open task show of its node. */
export interface MovedTask { readonly id: string; readonly node: string; readonly title: LocalizedText; readonly form: string | null; readonly priority: number }
export interface MovedService { readonly instance: string; readonly activity: number; readonly node: string }

const place = statement('place-moved-cases', `
  update process_instances i set definition_version = $2 where i.id = any($1::uuid[])`);
const tasks = statement('place-moved-tasks', `
  update tasks t set node = r.node, title = r.title, form = r.form, priority = r.priority
  from jsonb_to_recordset($1::jsonb) as r (id text, node text, title jsonb, form text, priority int) where t.id = r.id and t.status = 'open'`);
const services = statement('place-moved-services', `
  update service_calls s set node = r.node from jsonb_to_recordset($1::jsonb) as r (instance uuid, activity int, node text) where s.instance = r.instance and s.activity = r.activity`);
const scopes = statement('place-moved-scopes', `
  update process_instances i set scope_node = i.snapshot ->> 'scopeNode' where i.id = any($1::uuid[]) and i.scope_node is distinct from i.snapshot ->> 'scopeNode'`);

/** What stands beside the snapshots in rows of its own, in the words of the version in which the cases are now. In the commit of their transitions. */
export async function placeMoved(tx: Tx, moved: { readonly instances: readonly string[]; readonly version: number; readonly tasks: readonly MovedTask[]; readonly services: readonly MovedService[] }): Promise<void> {
  await tx.query(place, [moved.instances, moved.version]);
  await tx.query(scopes, [moved.instances]);
  if (moved.tasks.length > 0) await tx.query(tasks, [JSON.stringify(moved.tasks)]);
  if (moved.services.length > 0) await tx.query(services, [JSON.stringify(moved.services)]);
}

export interface CaseMove {
  readonly move: string;
  readonly instance: string;
  readonly root: string;
  readonly fromVersion: number;
  readonly fromHash: string;
  readonly toVersion: number;
  readonly toHash: string;
  readonly version: number;
  /** Null: what the move set going cannot be taken back. */
  readonly snapshot: unknown;
  readonly by: PartyReference;
  readonly at: string;
  readonly undoneAt: string | null;
}

const keep = statement('keep-case-moves', `
  insert into case_moves (move, instance, organisation, path, root, from_version, from_hash, to_version, to_hash, version, snapshot, by_party, at)
  select r.move, i.id, i.organisation, i.path, r.root, r."fromVersion", r."fromHash", r."toVersion", r."toHash", r.version, r.snapshot, r.by, r.at
  from jsonb_to_recordset($1::jsonb) as r (move uuid, instance uuid, root uuid, "fromVersion" int, "fromHash" text, "toVersion" int, "toHash" text, version int,
    snapshot jsonb, by text, at timestamptz) join process_instances i on i.id = r.instance`);

export async function keepMoves(tx: Tx, moves: readonly Omit<CaseMove, 'undoneAt'>[]): Promise<void> {
  await tx.query(keep, [JSON.stringify(moves)]);
}

const columns = `m.move, m.instance, m.root, m.from_version as "fromVersion", m.from_hash as "fromHash", m.to_version as "toVersion", m.to_hash as "toHash",
  m.version, m.snapshot, m.by_party as "by", m.at, m.undone_at as "undoneAt"`;
const last = statement('last-case-move', `
  select ${columns} from case_moves m
  where m.move = (select l.move from case_moves l where l.instance = $1 and l.root = $1 order by l.at desc, l.version desc limit 1)`);

/** The last move of a case with all that went with it; empty where it was never moved. */
export function lastMove(db: Queryable, root: string): Promise<readonly CaseMove[]> {
  return db.query<CaseMove>(last, [root]);
}

const undone = statement('undo-case-move', `update case_moves set undone_at = $2, snapshot = null where move = $1`);

export async function markUndone(tx: Tx, move: string, at: string): Promise<void> {
  await tx.query(undone, [move, at]);
}
