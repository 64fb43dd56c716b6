import fc from 'fast-check';
import type { DocumentClause } from '@reglament/contracts';
import { orderKind } from '../fixtures/order-kind.js';
import { walkClauses } from '../model/walk-clauses.js';
import { numberClauses } from '../numbering/number-clauses.js';
import { parseClauseList } from './import-document.js';

interface Tree { text: string; below: Tree[] }

const text = fc.tuple(fc.constantFrom('Провести', 'Сдать', 'Утвердить', 'Отметить', 'МБУ «Центр»'), fc.array(fc.constantFrom('план', 'отчёт', 'до 01.09.2026', '2.5 часа', '35 лет', '«Школа»', 'в т.ч.', '- наставникам'), { maxLength: 6 }))
  .map(([first, rest]) => [first, ...rest].join(' '));
const tree = (depth: number): fc.Arbitrary<Tree> => fc.record({ text, below: depth === 0 ? fc.constant([]) : fc.array(tree(depth - 1), { maxLength: 3 }) });
const forest = fc.array(tree(2), { minLength: 1, maxLength: 6 });

function toClauses(trees: readonly Tree[], prefix = 'c'): DocumentClause[] {
  return trees.map((one, i) => ({ id: `${prefix}-${i}`, type: 'task', text: one.text, ...(one.below.length > 0 && { clauses: toClauses(one.below, `${prefix}-${i}`) }) }));
}

const shape = (clauses: readonly DocumentClause[]): Tree[] => clauses.map((clause) => ({ text: clause.text, below: shape(clause.clauses ?? []) }));

// Hundreds of random documents; on a busy machine that takes longer than Jest waits by default.
jest.setTimeout(120_000);

describe('a clause list that is printed and pasted again', () => {
  const ends = fc.constantFrom('. ', ' ', '.\t', '\t', '.', '.\u00a0');
  const breaks = fc.constantFrom('\n', '\r\n', '\n\n', '\u000b', '\u2028', '\n   ');

  it('is the same tree with the same numbers', () => {
    fc.assert(fc.property(forest, ends, breaks, (trees, end, lineBreak) => {
      const clauses = toClauses(trees);
      const numbers = numberClauses(clauses);
      const printed = [...walkClauses(clauses)].map(({ clause }) => `${numbers.get(clause.id)}${end}${clause.text}`).join(lineBreak);
      const pasted = parseClauseList(printed, orderKind).clauses;
      expect(shape(pasted)).toEqual(trees);
      expect([...walkClauses(pasted)].map(({ clause }) => clause.numberAsTyped)).toEqual([...numbers.values()]);
    }), { numRuns: 500 });
  });

  it('keeps every word, wherever the lines were wrapped', () => {
    fc.assert(fc.property(forest, fc.integer({ min: 20, max: 80 }), (trees, width) => {
      const clauses = toClauses(trees);
      const numbers = numberClauses(clauses);
      const printed = [...walkClauses(clauses)].map(({ clause }) => wrap(`${numbers.get(clause.id)}. ${clause.text}`, width)).join('\n');
      const words = (all: readonly DocumentClause[]) => [...walkClauses(all)].map(({ clause }) => clause.text).join(' ').split(/\s+/u);
      expect(words(parseClauseList(printed, { ...orderKind, clauseTypes: orderKind.clauseTypes.filter((type) => type.marker !== 'dash') }).clauses).map((w) => w.replace('–', '-'))).toEqual(words(clauses));
    }));
  });
});

function wrap(line: string, width: number): string {
  const out: string[] = [''];
  for (const word of line.split(' ')) {
    const last = out.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= width) out.push(word);
    else out[out.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return out.join('\n');
}
