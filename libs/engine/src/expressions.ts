import type { Condition, ValueExpression } from '@reglament/contracts';
import type { Json } from './instance.js';

/** The names that an expression sees where it stands. */
export interface Scope { get(name: string): Json | undefined }

export interface CompiledValue {
  /** Names at the head of the paths that it reads. */
  readonly reads: readonly string[];
  evaluate(scope: Scope, now: string): Json;
}

export interface CompiledCondition {
  readonly reads: readonly string[];
  holds(scope: Scope, now: string): boolean;
}

export type ValueAnswer = { readonly kind: 'compiled'; readonly value: CompiledValue } | Broken;
export type ConditionAnswer = { readonly kind: 'compiled'; readonly condition: CompiledCondition } | Broken;
export interface Broken { readonly kind: 'broken'; readonly text: string; readonly reason: string }

export function compileValue(value: ValueExpression): ValueAnswer {
  if ('feel' in value) return { kind: 'broken', text: value.feel, reason: 'not yet' };
  return { kind: 'compiled', value: plainValue(value) };
}

export function compileCondition(condition: Condition): ConditionAnswer {
  return { kind: 'compiled', condition: plainCondition(condition) };
}

function plainValue(value: ValueExpression): CompiledValue {
  if ('variable' in value) {
    const path = value.variable.split('.');
    return { reads: [path[0] as string], evaluate: (scope) => follow(scope, path) };
  }
  if ('value' in value) {
    const constant = value.value as Json;
    return { reads: [], evaluate: () => constant };
  }
  throw new Error('feel');
}

function plainCondition(condition: Condition): CompiledCondition {
  if ('all' in condition) {
    const parts = condition.all.map(plainCondition);
    return { reads: parts.flatMap((p) => p.reads), holds: (scope, now) => parts.every((part) => part.holds(scope, now)) };
  }
  if ('any' in condition) {
    const parts = condition.any.map(plainCondition);
    return { reads: parts.flatMap((p) => p.reads), holds: (scope, now) => parts.some((part) => part.holds(scope, now)) };
  }
  if ('not' in condition) {
    const part = plainCondition(condition.not);
    return { reads: part.reads, holds: (scope, now) => !part.holds(scope, now) };
  }
  if ('feel' in condition) throw new Error('feel');
  const path = condition.variable.split('.');
  const { operator, value } = condition;
  return {
    reads: [path[0] as string],
    holds: (scope) => {
      const found = follow(scope, path);
      if (operator === 'equals') return found === value;
      if (operator === 'notEquals') return found !== value;
      if (operator === 'greater') return typeof found === 'number' && found > (value as number);
      if (operator === 'greaterOrEqual') return typeof found === 'number' && found >= (value as number);
      return false;
    },
  };
}

/** The value at a dotted path; null where a step of it is missing. Own properties only. */
export function follow(scope: Scope, path: readonly string[]): Json {
  let value: Json | undefined = scope.get(path[0] as string);
  for (let i = 1; i < path.length; i++) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, path[i] as string)) return null;
    value = (value as { readonly [key: string]: Json })[path[i] as string];
  }
  return value ?? null;
}
