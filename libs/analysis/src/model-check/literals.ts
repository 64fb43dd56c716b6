import type { Condition, ConditionOperator } from '@reglament/contracts';
import type { Json } from '@reglament/engine';

/** A comparison of something with something fixed: what the gate can decide once it has assumed a value. */
export interface Comparison { readonly term: string; readonly operator: ConditionOperator; readonly value: Json }

const OPERATORS: { readonly [sign: string]: ConditionOperator } = { '=': 'equals', '!=': 'notEquals', '>': 'greater', '>=': 'greaterOrEqual', '<': 'less', '<=': 'lessOrEqual' };
const COMPARISON = /^\s*([\p{L}_][\p{L}\d_]*(?:\.[\p{L}_][\p{L}\d_]*)*|(?:count|string length)\([\p{L}\d_.]+\))\s*(!=|>=|<=|=|<|>)\s*("(?:[^"\\]*)"|-?\d+(?:\.\d+)?|true|false|null)\s*$/u;

/** A FEEL text that compares one thing with a literal, or one bare name; null for anything else. */
export function comparisonIn(feel: string): Comparison | null {
  const found = COMPARISON.exec(feel);
  if (found) return { term: found[1] as string, operator: OPERATORS[found[2] as string] as ConditionOperator, value: JSON.parse(found[3] as string) as Json };
  return /^\s*[\p{L}_][\p{L}\d_]*(?:\.[\p{L}_][\p{L}\d_]*)*\s*$/u.test(feel) ? { term: feel.trim(), operator: 'equals', value: true } : null;
}

/** Every comparison in a condition, at any depth. */
export function comparisonsIn(condition: Condition): readonly Comparison[] {
  if ('feel' in condition) return [comparisonIn(condition.feel)].filter((found) => found !== null);
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  if ('not' in condition) return comparisonsIn(condition.not);
  return [{ term: condition.variable, operator: condition.operator, value: (condition.value ?? null) as Json }];
}

/** A text that no definition has: stands for every value that no condition asks about. */
export const ANYTHING_ELSE = '\u0002other';

const ORDERED: ReadonlySet<ConditionOperator> = new Set(['greater', 'greaterOrEqual', 'less', 'lessOrEqual']);

/**
 * The values of a term that its comparisons tell apart: each literal, one between and beyond each pair of numbers, one that is nothing
 * named, and null where somebody asks for emptiness.
 */
export function valuesApart(comparisons: readonly Comparison[]): readonly Json[] {
  const literals = comparisons.flatMap(({ operator, value }) => (operator === 'in' || operator === 'notIn') && Array.isArray(value) ? (value as readonly Json[]) : [value]);
  const values = new Map<string, Json>();
  const add = (value: Json) => values.set(JSON.stringify(value), value);
  for (const literal of literals) if (literal !== null) add(literal);
  const numbers = [...new Set(literals.filter((literal) => typeof literal === 'number'))].sort((a, b) => a - b);
  numbers.forEach((number, i) => add(i === 0 ? number - 1 : (number + (numbers[i - 1] as number)) / 2));
  if (numbers.length > 0) add((numbers.at(-1) as number) + 1);
  if (literals.some((literal) => typeof literal === 'boolean')) {
    add(true);
    add(false);
  }
  const asksEmptiness = comparisons.some(({ operator, value }) => operator === 'isEmpty' || operator === 'isNotEmpty' || value === null);
  if (asksEmptiness) values.set('null', null);
  const onlyTyped = numbers.length > 0 || literals.some((literal) => typeof literal === 'boolean');
  if (!onlyTyped) add(ANYTHING_ELSE);
  // Texts are ordered too, as dates are.
  if (!onlyTyped && comparisons.some(({ operator }) => ORDERED.has(operator))) add('\uffff');
  return [...values.values()];
}
