import type pg from 'pg';

/** Not worth keeping, or not to be kept: who is signed in, and who failed to. */
const LEFT_OUT = new Set(['sessions', 'login_attempts', 'invitation_sessions', 'link_attempts', 'migrations']);

export interface TableShape { readonly table: string; readonly columns: readonly string[] }

/** Our tables with their columns, referenced ones before those that reference them. */
export async function tablesInOrder(client: pg.ClientBase): Promise<readonly TableShape[]> {
  const { rows: tables } = await client.query<TableShape>(`
    select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    group by c.relname order by c.relname`);
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    select r.conrelid::regclass::text as "from", r.confrelid::regclass::text as "to" from pg_constraint r
    where r.contype = 'f' and r.conrelid <> r.confrelid and r.connamespace = 'public'::regnamespace`);
  const left = new Map(tables.filter(({ table }) => !LEFT_OUT.has(table)).map((shape) => [shape.table, shape]));
  const ordered: TableShape[] = [];
  while (left.size > 0) {
    const free = [...left.values()].filter(({ table }) => !references.some(({ from, to }) => from === table && left.has(to)));
    if (free.length === 0) throw new Error(`Tables reference one another in a circle: ${[...left.keys()].join(', ')}`);
    for (const shape of free) {
      left.delete(shape.table);
      ordered.push(shape);
    }
  }
  return ordered;
}

/** Names of tables and columns come from the catalogue, or from a backup of it: quoted in either case. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function columnList(columns: readonly string[]): string {
  return columns.map(quoted).join(', ');
}
