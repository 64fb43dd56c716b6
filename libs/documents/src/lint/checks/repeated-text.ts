import { wordsOf } from '../../russian/words.js';
import { clauseName, quote, type LintInput, type RawFinding } from '../lint-facts.js';
import type { PlacedClause } from '../../model/walk-clauses.js';

/** Below this many words a repetition («Приложение прилагается») proves nothing. */
const fewestWords = 6;
/** Share of common word triples from which two paragraphs count as one written twice. */
const nearlyEqual = 0.8;
/** Earlier clauses remembered for a triple: a text pasted a thousand times must not cost a million comparisons. */
const mostPlaces = 8;

/** Paragraphs that stand twice, word for word or nearly so. */
export function checkRepeatedText({ clauses, numbers }: LintInput): RawFinding[] {
  const byShingle = new Map<string, number[]>();
  const shingles = clauses.map(({ clause }) => shinglesOf(clause.text));
  const findings: RawFinding[] = [];
  for (const [at, own] of shingles.entries()) {
    const common = new Map<number, number>();
    for (const shingle of own) for (const other of byShingle.get(shingle) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
    const twin = [...common].find(([other, shared]) => shared / (own.size + (shingles[other]?.size ?? 0) - shared) >= nearlyEqual)?.[0];
    const [clause, first] = [clauses[at], twin === undefined ? undefined : clauses[twin]];
    if (clause && first) findings.push(report(clause, first, numbers));
    for (const shingle of own) {
      const places = byShingle.get(shingle);
      if (places === undefined) byShingle.set(shingle, [at]);
      else if (places.length < mostPlaces) places.push(at);
    }
  }
  return findings;
}

function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text);
  if (words.length < fewestWords) return new Set();
  return new Set(words.slice(0, -2).map((word, i) => `${word} ${words[i + 1]} ${words[i + 2]}`));
}

function report(twin: PlacedClause, first: PlacedClause, numbers: ReadonlyMap<string, string>): RawFinding {
  const [own, other] = [clauseName(twin.clause, numbers), clauseName(first.clause, numbers)];
  return {
    code: 'duplicate-paragraph',
    clauseId: twin.clause.id,
    pointer: `${twin.pointer}/text`,
    message: { ru: `Повтор текста: ${own.ru} повторяет ${other.ru}`, en: `Repeated text: ${own.en} repeats ${other.en}` },
    found: quote(twin.clause.text),
    expected: { ru: 'другой текст', en: 'a different text' },
    remedy: { ru: 'Удалите повтор или измените текст', en: 'Delete or rewrite the repetition' },
  };
}
