import { walkAttachmentClauses, type PlacedClause } from '../../model/walk-clauses.js';
import { wordsOf } from '../../russian/words.js';
import { clauseName, quote, type LintInput, type RawFinding } from '../lint-facts.js';

/** Below this many words a repetition («Приложение прилагается») proves nothing. */
const fewestWords = 6;
/** Share of common word triples from which two paragraphs count as one written twice. */
const nearlyEqual = 0.8;
/** Earlier clauses remembered for a triple: a text pasted a thousand times must not cost a million comparisons. */
const mostPlaces = 8;

/** `name`: how a message calls the paragraph. */
export interface Paragraph { text: string; pointer: string; clauseId?: string; name: { ru: string; en: string } }

/** Paragraphs that stand twice, word for word or nearly so: in the preamble, the clauses and the attachments. */
export function checkRepeatedText(input: LintInput): RawFinding[] {
  return repeatedAmong(paragraphsOf(input));
}

export function repeatedAmong(paragraphs: readonly Paragraph[]): RawFinding[] {
  const byShingle = new Map<string, number[]>();
  const shingles = paragraphs.map(({ text }) => shinglesOf(text));
  const findings: RawFinding[] = [];
  for (const [at, own] of shingles.entries()) {
    const common = new Map<number, number>();
    for (const shingle of own) for (const other of byShingle.get(shingle) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
    const twin = [...common].find(([other, shared]) => shared / (own.size + (shingles[other]?.size ?? 0) - shared) >= nearlyEqual)?.[0];
    const [paragraph, first] = [paragraphs[at], twin === undefined ? undefined : paragraphs[twin]];
    if (paragraph && first) findings.push(report(paragraph, first));
    for (const shingle of own) {
      const places = byShingle.get(shingle);
      if (places === undefined) byShingle.set(shingle, [at]);
      else if (places.length < mostPlaces) places.push(at);
    }
  }
  return findings;
}

function paragraphsOf({ model, clauses, numbers }: LintInput): Paragraph[] {
  const ofClause = ({ clause, pointer }: PlacedClause): Paragraph => ({ text: clause.text, pointer: `${pointer}/text`, clauseId: clause.id, name: clauseName(clause, numbers) });
  return [
    ...(model.preamble ?? '').split('\n').map((text): Paragraph => ({ text, pointer: '/preamble', name: { ru: 'преамбула', en: 'the preamble' } })),
    ...clauses.map(ofClause),
    ...[...walkAttachmentClauses(model)].map((placed) => ({ ...ofClause(placed), name: { ru: 'приложение', en: 'an attachment' } })),
  ];
}

function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text);
  if (words.length < fewestWords) return new Set();
  return new Set(words.slice(0, -2).map((word, i) => `${word} ${words[i + 1]} ${words[i + 2]}`));
}

function report(twin: Paragraph, first: Paragraph): RawFinding {
  return {
    code: 'duplicate-paragraph',
    ...(twin.clauseId !== undefined && { clauseId: twin.clauseId }),
    pointer: twin.pointer,
    message: { ru: `Повтор текста: ${twin.name.ru} повторяет ${first.name.ru.replace(/^преамбула$/u, 'преамбулу')}`, en: `Repeated text: ${twin.name.en} repeats ${first.name.en}` },
    found: quote(twin.text),
    expected: { ru: 'другой текст', en: 'a different text' },
    remedy: { ru: 'Удалите повтор или измените текст', en: 'Delete or rewrite the repetition' },
  };
}
