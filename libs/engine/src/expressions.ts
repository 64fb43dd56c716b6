import type { Condition, ValueExpression } from '@reglament/contracts';
import {
  compileCondition as compileTest, compileExpression, toPlain, type EvaluationContext, type ExpressionProblem, type ExpressionWarning, type NameTypes,
} from '@reglament/expressions';
import type { Json } from './instance.js';

/** The names that an expression sees where it stands. */
export interface Scope { get(name: string): Json | undefined }

/** The moment and zone that `now()` and `today()` mean. */
export type Moment = EvaluationContext;

export interface CompiledValue {
  /** Names at the head of the paths that it reads. */
  readonly reads: readonly string[];
  evaluate(scope: Scope, moment: Moment): Json;
}

export interface CompiledCondition {
  readonly reads: readonly string[];
  /** Whether it holds; what went unexpectedly on the way (a name that is missing) is added to `warnings`. */
  holds(scope: Scope, moment: Moment, warnings?: ExpressionWarning[]): boolean;
}

export interface FoundProblem { readonly path: string; readonly problem: ExpressionProblem }
/** `paths`: what is read, to the last name: `outcome.visas`. */
export type ValueAnswer = { readonly kind: 'compiled'; readonly value: CompiledValue; readonly paths: readonly string[] } | { readonly kind: 'broken'; readonly problems: readonly FoundProblem[] };
export type ConditionAnswer = { readonly kind: 'compiled'; readonly condition: CompiledCondition; readonly paths: readonly string[] } | { readonly kind: 'broken'; readonly problems: readonly FoundProblem[] };

/** `names`: what may be read here; left out, anything may. */
export function compileValue(value: ValueExpression, names?: NameTypes): ValueAnswer {
  if ('value' in value) {
    const constant = value.value as Json;
    return { kind: 'compiled', paths: [], value: { reads: [], evaluate: () => constant } };
  }
  if ('variable' in value) {
    const path = value.variable.split('.');
    return { kind: 'compiled', paths: [value.variable], value: { reads: [path[0] as string], evaluate: (scope) => follow(scope, path) } };
  }
  const compiled = compileExpression(value.feel, names === undefined ? {} : { names });
  if (compiled.kind === 'problem') return { kind: 'broken', problems: compiled.problems.map((problem) => ({ path: '/feel', problem })) };
  const reads = headsOf(compiled.variables);
  return { kind: 'compiled', paths: compiled.variables, value: { reads, evaluate: (scope, moment) => toPlain(compiled.evaluate(pick(scope, reads), moment).value) as Json } };
}

export function compileCondition(condition: Condition, names?: NameTypes): ConditionAnswer {
  const compiled = compileTest(condition, names === undefined ? {} : { names });
  if (compiled.kind === 'problem') return { kind: 'broken', problems: compiled.problems.map((problem) => ({ path: problem.path, problem })) };
  const reads = headsOf(compiled.variables);
  return { kind: 'compiled', paths: compiled.variables, condition: { reads, holds: (scope, moment, warnings) => compiled.test(pick(scope, reads), moment, warnings) } };
}

/** Only what is read is handed over: a scope is never copied whole. */
function pick(scope: Scope, names: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of names) {
    const value = scope.get(name);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function headsOf(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.map((path) => path.split('.')[0] as string))];
}

/** The value at a dotted path; null where a step of it is missing. Own properties only. */
function follow(scope: Scope, path: readonly string[]): Json {
  let value: Json | undefined = scope.get(path[0] as string);
  for (let i = 1; i < path.length; i++) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, path[i] as string)) return null;
    value = (value as { readonly [key: string]: Json })[path[i] as string];
  }
  return value ?? null;
}
