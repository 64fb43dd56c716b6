import type { DecisionTable } from '@reglament/contracts';

type Answer = { readonly [output: string]: unknown };

/** Hit policy P (DMN 1.5, 8.2.10): the answers by the places of their values among those of the columns, the first column first; equal ones in the order of the rules. */
export function byPriority({ outputs }: DecisionTable, answers: readonly Answer[]): readonly Answer[] {
  return [...answers].sort((left, right) => {
    for (const { key, values } of outputs) {
      if (values === undefined) continue;
      const difference = placeOf(values, left[key]) - placeOf(values, right[key]);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function placeOf(values: readonly string[], value: unknown): number {
  const place = typeof value === 'string' ? values.indexOf(value) : -1;
  return place < 0 ? values.length : place;
}
