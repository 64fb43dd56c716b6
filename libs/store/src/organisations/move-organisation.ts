import { statement, type Tx } from '../connection/queryable.js';
import { StoreError } from '../connection/store-error.js';

const lock = statement('lock-organisation-tree', `
  select o.path as "from", above.path || '/' || o.number as "to", above.path = o.path or starts_with(above.path, o.path || '/') as circle
  from organisations o join organisations above on above.id = $2 where o.id = $1 for update`);
const setParent = statement('set-organisation-parent', `update organisations set parent = $2 where id = $1`);

// History and audit keep the path of their moment; the app role could not change them anyway.
const scoped = statement('scoped-tables', `
  select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'path'
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not in ('history', 'audit') order by c.relname`);

/**
 * Hangs an organisation, with everything below it, under another one: every row of it is seen from there from now on. Takes time in
 * proportion to its rows, in one transaction.
 *
 * @throws StoreError `reference` when either does not exist, `check` when it would come to stand under itself.
 */
export async function moveOrganisation(tx: Tx, organisation: string, parent: string): Promise<void> {
  const [move] = await tx.query<{ from: string; to: string; circle: boolean }>(lock, [organisation, parent]);
  if (move === undefined) throw new StoreError('reference', `There is no organisation ${organisation}, or none ${parent} to move it under`);
  if (move.circle) throw new StoreError('check', `Organisation ${organisation} cannot stand under itself`);
  await tx.query(setParent, [organisation, parent]);
  for (const { table } of await tx.query<{ table: string }>(scoped)) {
    await tx.query({ text: `update "${table}" set path = $2 || substr(path, length($1) + 1) where path = $1 or starts_with(path, $1 || '/')` }, [move.from, move.to]);
  }
}

const closeSql = statement('close-organisation', `
  update organisations set status = 'closed', successor = $2 where id = $1 and status = 'active' returning id`);

/** Its cases and documents stay where they are; who answers for them now is said by `successor`. False when it is closed already. */
export async function closeOrganisation(tx: Tx, organisation: string, successor: string | null): Promise<boolean> {
  return (await tx.query(closeSql, [organisation, successor])).length > 0;
}
