import type { ClauseType, DocumentClause, StructuredKind } from '@reglament/contracts';

/** Letters of lettered clauses, in order: without ё, з, й, о, ч, ъ, ы, ь, which are mistaken for digits or for each other. */
export const clauseLetters = 'абвгдежиклмнпрстуфхцшщэюя';

/**
 * Numbers of a clause tree by clause id: `1`, `2`, `3`, `3.1`, `3.1.1` … Typed numbers play no part in it.
 *
 * A clause whose type is marked `dash` has the number `–`, one marked `letter` `а)`, one marked `none` an empty one; these do not
 * count, and numbered clauses below them count on from the nearest numbered clause above.
 *
 * @param kind gives the markers of the clause types; without it every clause is numbered.
 */
export function numberClauses(clauses: readonly DocumentClause[], kind?: Pick<StructuredKind, 'clauseTypes'>): Map<string, string> {
  const types = new Map(kind?.clauseTypes.map((type) => [type.key, type]));
  const numbers = new Map<string, string>();
  numberLevel(clauses, '', types, numbers);
  return numbers;
}

function numberLevel(
  clauses: readonly DocumentClause[],
  prefix: string,
  types: ReadonlyMap<string, ClauseType>,
  numbers: Map<string, string>,
): void {
  let counted = 0;
  let letters = 0;
  for (const clause of clauses) {
    const marker = types.get(clause.type)?.marker ?? 'number';
    let below = prefix;
    switch (marker) {
      case 'number':
        counted += 1;
        below = `${prefix}${counted}.`;
        numbers.set(clause.id, below.slice(0, -1));
        break;
      case 'letter':
        numbers.set(clause.id, `${letterAt(letters)})`);
        letters += 1;
        break;
      case 'dash':
        numbers.set(clause.id, '–');
        break;
      case 'none':
        numbers.set(clause.id, '');
        break;
      default:
        throw new Error(`Unknown clause marker ${String(marker satisfies never)}`);
    }
    if (clause.clauses) numberLevel(clause.clauses, below, types, numbers);
  }
}

/** After the last letter the row goes on with two: аа, аб … */
function letterAt(index: number): string {
  const rest = Math.floor(index / clauseLetters.length);
  const letter = clauseLetters.charAt(index % clauseLetters.length);
  return rest === 0 ? letter : letterAt(rest - 1) + letter;
}

/** The tree without typed numbers: what «Перенумеровать» does, since the printed numbers are generated anyway. */
export function renumberClauses(clauses: readonly DocumentClause[]): DocumentClause[] {
  return clauses.map(({ numberAsTyped: _typed, clauses: children, ...clause }) => ({
    ...clause,
    ...(children && { clauses: renumberClauses(children) }),
  }));
}
