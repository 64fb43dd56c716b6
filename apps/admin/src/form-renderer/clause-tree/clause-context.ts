import type { StructureNode } from '@reglament/forms';
import { createContext, useContext } from 'react';
import type { FieldOf } from '../lookups.js';
import type { ClausePath } from './clause.js';

/** What a clause can do to the tree it stands in. Each takes the clause's path at that moment. */
export interface ClauseActions {
  indent(path: ClausePath): boolean;
  outdent(path: ClausePath): boolean;
  shift(path: ClausePath, by: -1 | 1): boolean;
  /** A new clause after this one; with the rest of its text where the text is divided at `caret`. */
  addAfter(path: ClausePath, caret?: number): void;
  addInside(path: ClausePath): void;
  remove(path: ClausePath): void;
}

export interface ClauseSurroundings {
  readonly field: FieldOf<'clauseTree'>;
  /** Pointer of the whole tree, and its path in the definition. */
  readonly root: string;
  readonly path: string;
  /** Name of the list of sub-clauses: the same as the tree's own. */
  readonly children: string;
  readonly clauseNode: StructureNode | null;
  readonly maxDepth: number;
  readonly actions: ClauseActions;
}

export const ClauseContext = createContext<ClauseSurroundings | null>(null);

export function useClauseTree(): ClauseSurroundings {
  const surroundings = useContext(ClauseContext);
  if (surroundings === null) throw new Error('a clause is used outside its tree');
  return surroundings;
}
