import type { DecisionColumn } from '@reglament/contracts';

/** A value that stands for all values between two neighbouring constants of a column. */
export type Point = string | number | boolean;

const TOKEN = /\s+|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?!\d)|date\s*\(\s*"\d{4}-\d{2}-\d{2}"\s*\)|\.\.|[<>]=?|!?=|[[\](),-]|\b(?:not|true|false)\b/gy;

/**
 * The points at which a column must be asked to know it everywhere: each constant in its cells, one value between two of them, one before
 * and one behind all. Null where a cell asks more than constants (another input, today's date): then nothing can be said beforehand.
 */
export function pointsOf(column: DecisionColumn, cells: readonly string[]): readonly Point[] | null {
  if (!cells.every(asksConstantsOnly)) return null;
  switch (column.type) {
    case 'boolean': return [true, false];
    case 'string': return textPoints(column, cells);
    case 'number': return between(cells.flatMap((cell) => [...cell.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text))), (a, b) => (a + b) / 2, 1);
    case 'date': {
      const days = cells.flatMap((cell) => [...cell.matchAll(/"(\d{4}-\d{2}-\d{2})"/g)].map(([, text]) => Date.parse(`${text}T00:00:00Z`) / DAY));
      // Of two days that follow one another there is none between: asking one of them twice does no harm.
      return between(days, (a, b) => Math.floor((a + b) / 2), 1).map((day) => new Date(day * DAY).toISOString().slice(0, 10));
    }
  }
}

const DAY = 86_400_000;

function asksConstantsOnly(cell: string): boolean {
  return cell.replaceAll(TOKEN, '') === '' ;
}

function textPoints({ values }: DecisionColumn, cells: readonly string[]): readonly string[] {
  if (values !== undefined) return values;
  const named = cells.flatMap((cell) => [...cell.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([text]) => JSON.parse(text) as string));
  const other = Array.from({ length: named.length + 1 }, (_, i) => `…${i === 0 ? '' : i}`).find((text) => !named.includes(text)) as string;
  return [...new Set([...named, other])];
}

function between(constants: readonly number[], middle: (a: number, b: number) => number, step: number): readonly number[] {
  const sorted = [...new Set(constants)].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [0];
  return [first - step, ...sorted.flatMap((each, i) => (i + 1 < sorted.length ? [each, middle(each, sorted[i + 1] as number)] : [each])), last + step];
}
