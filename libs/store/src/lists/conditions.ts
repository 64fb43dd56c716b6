/** The WHERE of a list, put together from the filters that were given. Values go as parameters, never into the text. */
export interface Conditions {
  /** `sql` with a `?` for each value, in order. PostgreSQL's operators with a question mark cannot be used here. */
  add(sql: string, ...values: readonly unknown[]): void;
  text(): string;
  values(): readonly unknown[];
  copy(): Conditions;
}

export function conditions(sqls: readonly string[] = [], given: readonly unknown[] = []): Conditions {
  const parts = [...sqls];
  const values = [...given];
  return {
    add(sql, ...added) {
      let used = 0;
      const text = sql.replace(/\?/g, () => {
        values.push(added[used]);
        used += 1;
        return `$${values.length}`;
      });
      if (used !== added.length) throw new Error(`${added.length} values for ${used} places in: ${sql}`);
      parts.push(text);
    },
    text: () => (parts.length === 0 ? '' : `where ${parts.join('\n  and ')}`),
    values: () => values,
    copy: () => conditions(parts, values),
  };
}

/**
 * Where a person may look: paths of organisations, each with everything below it. This is the one predicate of the scope (decision 19);
 * a list, its count, an export and a single row all use it.
 */
export function addScope(where: Conditions, path: string, scope: readonly string[]): void {
  where.add(scopeSql(path, '?'), scope);
}

/** @param parameter of type text[]. */
export function scopeSql(path: string, parameter: string): string {
  return `exists (select from unnest(${parameter}::text[]) as scope (above) where ${path} = above or starts_with(${path}, above || '/'))`;
}

/** A text that contains what was typed, whatever the case of letters. `%` and `_` mean themselves. */
export function addSearch(where: Conditions, columns: readonly string[], typed: string | undefined): void {
  const text = typed?.trim();
  if (!text) return;
  const pattern = `%${text.slice(0, 200).replace(/[\\%_]/g, (found) => `\\${found}`)}%`;
  where.add(`(${columns.map((column) => `${column} ilike ?`).join(' or ')})`, ...columns.map(() => pattern));
}
