/**
 * SQL with a name is prepared once per connection. A name belongs to one text for ever: `pg` refuses the same name with another text.
 * Lists whose text depends on their filters have none.
 */
export interface Statement { readonly name?: string; readonly text: string }

/**
 * What can be asked: the store or a transaction. Reading functions take it as their first argument; functions that must not run
 * outside a transaction take a `Tx`.
 */
export interface Queryable {
  /** Rows as PostgreSQL gives them: timestamps as ISO 8601 in UTC, dates as `YYYY-MM-DD`, bigint as number. */
  query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
}

declare const transaction: unique symbol;

/** An open transaction: the only handle in scope of `inTransaction`'s callback. */
export interface Tx extends Queryable { readonly [transaction]: true }

const named = new Map<string, string>();

/** @throws Error when the name stands for another text: found when the module is loaded, not by the one connection that runs both. */
export function statement(name: string, text: string): Statement {
  if (named.has(name) && named.get(name) !== text) throw new Error(`Two statements are named ${name}`);
  named.set(name, text);
  return { name, text };
}
