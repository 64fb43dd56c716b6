interface Node {
  readonly id: string;
  readonly parent: string | null;
}

/** Children by parent; a row whose parent is not among the rows (out of one's sight) stands at the top. */
export function childrenOf<Row extends Node>(rows: readonly Row[]): ReadonlyMap<string | null, readonly Row[]> {
  const known = new Set(rows.map(({ id }) => id));
  const children = new Map<string | null, Row[]>();
  for (const row of rows) {
    const parent = row.parent !== null && known.has(row.parent) ? row.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  return children;
}
