import type { Condition } from '@reglament/contracts';
import { compileCondition, compileExpression, toPlain, type ExpressionProblem, type NameTypes } from '@reglament/expressions';

export interface Moment { readonly now: string; readonly zone: string }

/** An expression of a form, ready to run over a scope; its answer is plain JSON data. */
export interface FormExpression {
  /** First names of what it reads; null where that is not known, so it may read anything. */
  readonly reads: ReadonlySet<string> | null;
  readonly variables: readonly string[];
  evaluate(scope: Readonly<Record<string, unknown>>, moment: Moment): unknown;
}

/** A form was compiled that `problemsOfForm` refuses. A fault of the caller, who must ask first. */
export class BrokenFormExpression extends Error {
  readonly code = 'form.brokenExpression';

  constructor(readonly source: string, readonly problems: readonly ExpressionProblem[]) {
    super(`Expression of a form does not compile: ${source}: ${problems.map(({ message }) => message.en).join('; ')}`);
    this.name = 'BrokenFormExpression';
  }
}

type Outcome = FormExpression | { readonly problems: readonly ExpressionProblem[] };

export function tryFeel(source: string, names: NameTypes): Outcome {
  const compiled = compileExpression(source, { names });
  if (compiled.kind === 'problem') return compiled;
  const { variables } = compiled;
  return { variables, reads: readsOf(variables), evaluate: (scope, moment) => toPlain(compiled.evaluate(scope, moment).value) };
}

/** Gives true or false: what cannot be told does not hold. */
export function tryCondition(condition: Condition, names: NameTypes): Outcome {
  const compiled = compileCondition(condition, { names });
  if (compiled.kind === 'problem') return compiled;
  const { variables } = compiled;
  return { variables, reads: readsOf(variables), evaluate: (scope, moment) => compiled.test(scope, moment) };
}

export function compileFeel(source: string, names: NameTypes): FormExpression {
  return orThrow(source, tryFeel(source, names));
}

export function compileWhen(condition: Condition, names: NameTypes): FormExpression {
  return orThrow(JSON.stringify(condition), tryCondition(condition, names));
}

function orThrow(source: string, outcome: Outcome): FormExpression {
  if ('problems' in outcome) throw new BrokenFormExpression(source, outcome.problems);
  return outcome;
}

/** `form.items.due` reads the field `items`; `form` alone may read every field. */
function readsOf(variables: readonly string[]): ReadonlySet<string> | null {
  const reads = new Set<string>();
  for (const path of variables) {
    const [first, second] = path.split('.');
    if (first === 'form' && second === undefined) return null;
    reads.add((first === 'form' ? second : first) ?? '');
  }
  return reads;
}
