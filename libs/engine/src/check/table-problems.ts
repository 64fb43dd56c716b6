import type { DecisionTable } from '@reglament/contracts';
import { gapsAndOverlaps, type ExampleInputs, type GapsAndOverlaps } from '@reglament/expressions';
import { warning } from './finding.js';
import { pointerTo, type Finding } from './problem.js';

/** Asked anew for each definition that asks the table; a table never changes. */
const known = new WeakMap<DecisionTable, GapsAndOverlaps>();

/** Where the table that a step asks has no answer, or two: there the case would stop, or go on with nothing in its variables. */
export function tableFindings(key: string, name: string, table: DecisionTable): readonly Finding[] {
  const { gaps, overlaps } = known.get(table) ?? gapsAndOverlaps(table);
  if (!known.has(table)) known.set(table, { gaps, overlaps, undecided: [] });
  const pointer = pointerTo('nodes', key, 'decision');
  return [
    ...gaps.slice(0, 1).map(({ example }) => warning('decision.gap', pointer, {
      found: `no rule for ${written(example)}`, expected: 'a rule for every input, or "otherwise"', message: [`В таблице «${name}» нет правила для ${written(example)}`, `The table "${name}" has no rule for ${written(example)}`],
      remedy: ['Добавьте правило или «otherwise»', 'Add a rule or "otherwise"'],
    })),
    ...overlaps.map(({ rules: [first, second], example }) => warning('decision.overlap', pointer, {
      found: `rules ${first + 1} and ${second + 1} hold for ${written(example)}`, expected: 'one rule for every input',
      message: [`В таблице «${name}» правила ${first + 1} и ${second + 1} выполняются вместе: ${written(example)}`, `Rules ${first + 1} and ${second + 1} of the table "${name}" hold at once: ${written(example)}`],
      remedy: ['Разведите условия правил или выберите другую политику: F — первое из правил', 'Part the conditions of the rules, or choose another hit policy: F, the first of them'],
    })),
  ];
}

function written(example: ExampleInputs): string {
  return Object.entries(example).map(([input, value]) => `${input} = ${JSON.stringify(value)}`).join(', ');
}
