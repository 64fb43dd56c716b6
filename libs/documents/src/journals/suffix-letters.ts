import { clauseLetters } from '../numbering/number-clauses.js';

/**
 * Letters that may follow a number of late registration (110а), in order. ё, з, й, о, ч, ъ, ы, ь are left out: they are mistaken for
 * digits or for each other.
 */
export const suffixLetters: readonly string[] = [...clauseLetters];

/** The first letter that is free after a number, or undefined when all are taken. */
export function nextSuffix(taken: Iterable<string>): string | undefined {
  const used = new Set(taken);
  return suffixLetters.find((letter) => !used.has(letter));
}
