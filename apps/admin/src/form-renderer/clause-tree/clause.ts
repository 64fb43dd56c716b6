/** A clause as the form holds it: the document format's clause, or a form's own with more fields. Numbers are never stored. */
export interface Clause {
  readonly [name: string]: unknown;
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly numberAsTyped?: string;
  readonly clauses?: readonly Clause[];
}

/** Places of a clause from the root: `[0, 2]` is the third clause inside the first, number 1.3. */
export type ClausePath = readonly number[];

export interface PlacedClause { readonly clause: Clause; readonly path: ClausePath; readonly number: string }

export function clausesOf(value: unknown): readonly Clause[] {
  return Array.isArray(value) ? (value as readonly Clause[]) : [];
}

export function numberOf(path: ClausePath): string {
  return path.map((index) => index + 1).join('.');
}

export function pathOfPointer(root: string, path: ClausePath, children: string): string {
  return path.reduce((pointer, index, depth) => `${pointer}${depth === 0 ? '' : `/${children}`}/${index}`, root);
}

/** Every clause in reading order, numbered. */
export function flatten(list: readonly Clause[], above: ClausePath = []): PlacedClause[] {
  return list.flatMap((clause, index) => {
    const path = [...above, index];
    return [{ clause, path, number: numberOf(path) }, ...flatten(childrenOf(clause), path)];
  });
}

export function childrenOf(clause: Clause): readonly Clause[] {
  return clause.clauses ?? [];
}

/** An empty list of sub-clauses is none: it would count as data. */
export function withChildren(clause: Clause, clauses: readonly Clause[]): Clause {
  if (clauses.length > 0) return { ...clause, clauses };
  const { clauses: _none, ...rest } = clause;
  return rest as Clause;
}

/** Levels of the clause itself and what is inside it. */
export function depthOf(clause: Clause): number {
  return 1 + Math.max(0, ...childrenOf(clause).map(depthOf));
}

export function clauseAt(list: readonly Clause[], path: ClausePath): Clause | undefined {
  const [index, ...rest] = path;
  const clause = index === undefined ? undefined : list[index];
  return clause === undefined || rest.length === 0 ? clause : clauseAt(childrenOf(clause), rest);
}
