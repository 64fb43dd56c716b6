import type { Queryable, Statement } from '../connection/queryable.js';
import { movePart, parts, startPart, type SavePart } from './save-parts.js';
import type { TransitionRows } from './rows.js';

/**
 * Writes the rows of several transitions, of different instances, in one statement: all of them, except those of instances that have
 * moved on. A part that the batch does not need is left out of the text; texts are few (which parts go together follows from what
 * people do) and each is prepared once per connection.
 *
 * @returns ids of the instances that were written.
 */
export async function saveRows(db: Queryable, batch: readonly TransitionRows[]): Promise<ReadonlySet<string>> {
  const used: { part: SavePart; rows: readonly unknown[] }[] = [];
  for (const part of [startPart, movePart, ...parts]) {
    const rows = batch.flatMap((each) => part.rowsOf(each));
    if (rows.length > 0) used.push({ part, rows });
  }
  const written = await db.query<{ id: string }>(statementOf(used.map(({ part }) => part)), used.map(({ rows }) => JSON.stringify(rows)));
  return new Set(written.map((row) => row.id));
}

const statements = new Map<string, Statement>();

function statementOf(used: readonly SavePart[]): Statement {
  const name = `save:${used.map((part) => part.key).join('+')}`;
  const known = statements.get(name);
  if (known !== undefined) return known;
  const made = { name: `save-${statements.size + 1}`, text: textOf(used) };
  statements.set(name, made);
  return made;
}

function textOf(used: readonly SavePart[]): string {
  const guards = used.filter((part) => part === startPart || part === movePart).map((part) => `select id from ${part.key}_part`);
  const withs = used.map((part, index) => {
    return `${part.key}_part as (${part.sql.replace('$', () => `$${index + 1}::json`)})`;
  });
  const firstPart = used.findIndex((part) => part !== startPart && part !== movePart);
  withs.splice(firstPart < 0 ? withs.length : firstPart, 0, `moved as (${guards.join(' union all ')})`);
  return `with ${withs.join(',\n')}\nselect id from moved`;
}
