import type { ClauseType, DocumentClause, StructuredKind } from '@reglament/contracts';
import { matchesPattern, wordsOf } from '../russian/words.js';

/**
 * Types the clauses of a pasted tree by the words that the document kind declares. A clause with clauses below it can be a heading, one
 * without cannot; a clause whose words say nothing takes the `childType` of the clause above, else the kind's default.
 */
export function recogniseClauseTypes(
  clauses: readonly DocumentClause[],
  kind: Pick<StructuredKind, 'clauseTypes' | 'defaultClauseType'>,
  inherited?: string,
): DocumentClause[] {
  return clauses.map((clause) => {
    const marked = markedType(clause, kind);
    const type = marked ?? recognise(clause, kind.clauseTypes)?.key ?? inherited ?? kind.defaultClauseType;
    const below = kind.clauseTypes.find((candidate) => candidate.key === type)?.childType;
    return { ...clause, type, ...(clause.clauses && { clauses: recogniseClauseTypes(clause.clauses, kind, below) }) };
  });
}

function recognise(clause: DocumentClause, types: readonly ClauseType[]): ClauseType | undefined {
  const words = wordsOf(clause.text);
  const introduces = (clause.clauses?.length ?? 0) > 0;
  return types.find(
    (type) =>
      (type.role !== 'heading' || introduces) &&
      (type.marker ?? 'number') === 'number' &&
      (type.recognise?.some((pattern) => matchesPattern(words, pattern)) ?? false),
  );
}

/** Bullets and letters are typed by their mark: the reader has set a type that is marked so. */
function markedType(clause: DocumentClause, kind: Pick<StructuredKind, 'clauseTypes'>): string | undefined {
  const type = kind.clauseTypes.find((candidate) => candidate.key === clause.type);
  return type !== undefined && (type.marker === 'dash' || type.marker === 'letter') ? type.key : undefined;
}
