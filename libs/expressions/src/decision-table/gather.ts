import type { DecisionTable } from '@reglament/contracts';

type Answer = { readonly [output: string]: unknown };

/**
 * The answers of the rules that held as one record of outputs. U, A, P and F: the one answer. R and C: a list for each output, in the order
 * of the rules; C may have its aggregate instead (DMN 1.5, 8.2.11); of nothing the sum and the count are 0, the least and the greatest are null.
 */
export function gather(table: DecisionTable, answers: readonly Answer[]): Answer {
  const of = (output: string): readonly unknown[] => answers.map((answer) => answer[output] ?? null);
  return Object.fromEntries(table.outputs.map(({ key }) => [key, table.hitPolicy === 'C' || table.hitPolicy === 'R' ? collected(of(key), table.aggregation) : of(key)[0] ?? null]));
}

function collected(values: readonly unknown[], aggregation: DecisionTable['aggregation']): unknown {
  const numbers = values.filter((value): value is number => typeof value === 'number');
  switch (aggregation) {
    case undefined: return values;
    case 'count': return values.length;
    case 'sum': return numbers.reduce((sum, value) => sum + value, 0);
    case 'min': return numbers.length === 0 ? null : Math.min(...numbers);
    case 'max': return numbers.length === 0 ? null : Math.max(...numbers);
  }
}
