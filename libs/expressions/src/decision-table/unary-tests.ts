import { compileExpression, type CompiledExpression } from '../compile-expression.js';
import type { ExpressionProblem } from '../expression-problem.js';
import type { NameTypes } from '../name-types.js';

export type UnaryTestsAnswer =
  | { readonly kind: 'any' }
  | { readonly kind: 'compiled'; readonly test: CompiledExpression }
  | { readonly kind: 'problem'; readonly problems: readonly ExpressionProblem[] };

/**
 * A cell of a decision table (FEEL unary tests, DMN 1.5, 10.3.1.2 rules 13–17) as an expression over the input's name: `x in (…)`,
 * `not(…)` turned round, `-` for anything. Offsets of problems are those of the cell's own text.
 */
export function compileUnaryTests(source: string, input: string, names: NameTypes): UnaryTestsAnswer {
  const text = source.trim();
  if (text === '-') return { kind: 'any' };
  const negated = /^not\s*\(([\s\S]*)\)$/.exec(text);
  const [before, tests, after] = negated ? [`not(${input} in (`, negated[1] as string, '))'] : [`${input} in (`, text, ')'];
  const compiled = compileExpression(`${before}${tests}${after}`, { names });
  if (compiled.kind === 'compiled') return { kind: 'compiled', test: compiled };
  const shift = source.indexOf(tests) - before.length;
  const inCell = (offset: number): number => Math.min(Math.max(offset + shift, 0), source.length);
  return { kind: 'problem', problems: compiled.problems.map((problem) => ({ ...problem, from: inCell(problem.from), to: inCell(problem.to) })) };
}
