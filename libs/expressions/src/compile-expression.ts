import { FeelFunction, FeelRange } from 'feelin';
import { compilePart } from './compile/compile-part.js';
import { childrenOf, type Compilation } from './compile/compilation.js';
import { parseExpression, type SyntaxNode } from './compile/parse-expression.js';
import type { ExpressionProblem, ExpressionWarning } from './expression-problem.js';
import { LIMITS } from './limits.js';
import type { NameTypes, ValueType } from './name-types.js';
import type { Run } from './runtime/scope.js';

export interface CompileExpressionOptions {
  /** Names that may be read. Left out, every name may exist, and one that is missing at the run is null with a warning. */
  readonly names?: NameTypes;
}

export interface EvaluationContext {
  /** The moment that `now()` and `today()` mean, ISO 8601 with zone: an expression never asks the machine. */
  readonly now: string;
  /** IANA zone of `now()` and `today()`; UTC by default. */
  readonly zone?: string;
}

export interface Evaluation {
  /** JSON, or a FEEL date, time or duration (`toPlain` makes those JSON too). */
  readonly value: unknown;
  readonly warnings: readonly ExpressionWarning[];
}

export interface CompiledExpression {
  readonly kind: 'compiled';
  readonly source: string;
  readonly type: ValueType;
  /** Paths of variables that it reads (`order.signer`), sorted; inside lists without positions (`items.due`). */
  readonly variables: readonly string[];
  /**
   * Evaluates over plain data; the same data and context always give the same answer.
   *
   * @throws ExpressionLimitError when the data make it exceed `LIMITS`.
   */
  readonly evaluate: (scope: Readonly<Record<string, unknown>>, context: EvaluationContext) => Evaluation;
}

export interface BrokenExpression {
  readonly kind: 'problem';
  readonly problems: readonly ExpressionProblem[];
}

const NO_WARNINGS: readonly ExpressionWarning[] = [];

/**
 * FEEL text (DMN 1.5, clause 10.3) → closures. Names, functions, literals and types are checked here, all problems at once, so that a
 * published definition meets at its run only what depends on data. Bounded in size, depth and steps (`LIMITS`).
 */
export function compileExpression(source: string, options: CompileExpressionOptions = {}): CompiledExpression | BrokenExpression {
  const parsed = parseExpression(source, options.names);
  if (parsed.kind === 'problem') return { kind: 'problem', problems: [parsed.problem] };
  const compilation: Compilation = {
    source, names: options.names, problems: [], variables: new Set(),
    compile: (node, locals) => compilePart(node, compilation, locals),
  };
  const part = compilation.compile(childrenOf(parsed.root)[0] as SyntaxNode, undefined);
  if (compilation.problems.length > 0) return { kind: 'problem', problems: compilation.problems };
  const { code } = part;
  return {
    kind: 'compiled', source, type: part.type, variables: [...compilation.variables].sort(),
    evaluate: (scope, context) => {
      const run: Run = { now: context.now, zone: context.zone ?? 'UTC', stepsLeft: LIMITS.steps, warnings: undefined };
      const value = code({ values: scope, parent: undefined }, run);
      return { value: isValue(value) ? value : null, warnings: run.warnings ?? NO_WARNINGS };
    },
  };
}

/** Functions and ranges are tools of an expression, not answers. */
function isValue(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function' && !(value instanceof FeelFunction) && !(value instanceof FeelRange);
}
