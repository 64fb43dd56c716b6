interface Node {
  readonly id: string;
  readonly shortName: string;
  readonly parent: string | null;
}

/** «Школа № 9» before «Школа № 10». */
const natural = new Intl.Collator('ru', { numeric: true });

/** Children by parent, in natural order; a row whose parent is not among the rows (out of one's sight) stands at the top. */
export function childrenOf<Row extends Node>(rows: readonly Row[]): ReadonlyMap<string | null, readonly Row[]> {
  const known = new Set(rows.map(({ id }) => id));
  const children = new Map<string | null, Row[]>();
  for (const row of rows) {
    const parent = row.parent !== null && known.has(row.parent) ? row.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  for (const list of children.values()) list.sort((one, other) => natural.compare(one.shortName, other.shortName));
  return children;
}
