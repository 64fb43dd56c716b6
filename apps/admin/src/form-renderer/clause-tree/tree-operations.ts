import { childrenOf, clauseAt, depthOf, withChildren, type Clause, type ClausePath } from './clause.js';

/** The tree after an operation and where the clause stands then; null where the operation is not possible. */
export interface Moved { readonly list: readonly Clause[]; readonly path: ClausePath }

/** Makes a clause the last sub-clause of the one before it. */
export function indent(list: readonly Clause[], path: ClausePath, maxDepth: number): Moved | null {
  const index = path.at(-1) ?? 0;
  const clause = clauseAt(list, path);
  const before = clauseAt(list, [...path.slice(0, -1), index - 1]);
  if (index === 0 || clause === undefined || before === undefined || path.length + depthOf(clause) > maxDepth) return null;
  const siblings = editSiblings(list, path, (all) => all.flatMap((one, at) => {
    if (at === index) return [];
    return at === index - 1 ? [withChildren(one, [...childrenOf(one), clause])] : [one];
  }));
  return { list: siblings, path: [...path.slice(0, -1), index - 1, childrenOf(before).length] };
}

/**
 * Raises a clause one level, right after the clause it was in. What followed it there goes inside it: so no clause changes its place in
 * reading order.
 */
export function outdent(list: readonly Clause[], path: ClausePath): Moved | null {
  const clause = clauseAt(list, path);
  if (path.length < 2 || clause === undefined) return null;
  const parentPath = path.slice(0, -1);
  const parentIndex = parentPath.at(-1) ?? 0;
  const index = path.at(-1) ?? 0;
  const next = editSiblings(list, parentPath, (all) => all.flatMap((one, at) => {
    if (at !== parentIndex) return [one];
    const inside = childrenOf(one);
    return [withChildren(one, inside.slice(0, index)), withChildren(clause, [...childrenOf(clause), ...inside.slice(index + 1)])];
  }));
  return { list: next, path: [...parentPath.slice(0, -1), parentIndex + 1] };
}

/** Changes places with the clause before (`-1`) or after (`1`) on the same level; sub-clauses go along. */
export function shift(list: readonly Clause[], path: ClausePath, by: -1 | 1): Moved | null {
  const index = path.at(-1) ?? 0;
  const other = [...path.slice(0, -1), index + by];
  if (clauseAt(list, path) === undefined || clauseAt(list, other) === undefined || index + by < 0) return null;
  const next = editSiblings(list, path, (all) => all.map((one, at) => (at === index ? (all[index + by] ?? one) : at === index + by ? (all[index] ?? one) : one)));
  return { list: next, path: other };
}

export function insertAfter(list: readonly Clause[], path: ClausePath, clause: Clause): Moved {
  if (path.length === 0) return { list: [...list, clause], path: [list.length] };
  const index = path.at(-1) ?? 0;
  return { list: editSiblings(list, path, (all) => all.toSpliced(index + 1, 0, clause)), path: [...path.slice(0, -1), index + 1] };
}

export function insertInside(list: readonly Clause[], path: ClausePath, clause: Clause, maxDepth: number): Moved | null {
  const parent = clauseAt(list, path);
  if (parent === undefined || path.length + 1 > maxDepth) return null;
  const index = path.at(-1) ?? 0;
  const next = editSiblings(list, path, (all) => all.with(index, withChildren(parent, [...childrenOf(parent), clause])));
  return { list: next, path: [...path, childrenOf(parent).length] };
}

/** Takes a clause out with everything inside it; `path` is the one to go to: the clause before it, or around it. */
export function remove(list: readonly Clause[], path: ClausePath): Moved {
  const index = path.at(-1) ?? 0;
  const next = editSiblings(list, path, (all) => all.toSpliced(index, 1));
  return { list: next, path: index > 0 ? [...path.slice(0, -1), index - 1] : path.length > 1 ? path.slice(0, -1) : [0] };
}

export function replaceAt(list: readonly Clause[], path: ClausePath, edit: (clause: Clause) => Clause): readonly Clause[] {
  const index = path.at(-1) ?? 0;
  return editSiblings(list, path, (all) => all.map((clause, at) => (at === index ? edit(clause) : clause)));
}

/** The tree with the list in which the clause of this path stands replaced. */
function editSiblings(list: readonly Clause[], path: ClausePath, edit: (siblings: readonly Clause[]) => readonly Clause[]): readonly Clause[] {
  const [index, ...rest] = path;
  if (index === undefined || rest.length === 0) return edit(list);
  return list.map((clause, at) => (at === index ? withChildren(clause, editSiblings(childrenOf(clause), rest, edit)) : clause));
}
