import { FeelDate, FeelRange } from 'feelin';
import { kernelOf } from './feelin-kernel.js';
import { temporalKind } from './temporal.js';

export type Ordering = '<' | '<=' | '>' | '>=';

const orderKernels: Record<Ordering, ReturnType<typeof kernelOf>> = {
  '<': kernelOf(['a', 'b'], 'a < b'),
  '<=': kernelOf(['a', 'b'], 'a <= b'),
  '>': kernelOf(['a', 'b'], 'a > b'),
  '>=': kernelOf(['a', 'b'], 'a >= b'),
};
const equalsKernel = kernelOf(['a', 'b'], 'a = b');
const inRangeKernel = kernelOf(['a', 'b'], 'a in b');

/** FEEL `=`: null for values of different types, but for null itself (DMN 1.5, 10.3.2.13). */
export function feelEquals(left: unknown, right: unknown): boolean | null {
  if (left === null || right === null || left === undefined || right === undefined) return (left ?? null) === (right ?? null);
  if (typeof left !== 'object' && typeof right !== 'object') return typeof left === typeof right ? left === right : null;
  if (left instanceof FeelDate && right instanceof FeelDate) return left.iso === right.iso;
  const { value } = equalsKernel(left, right);
  return typeof value === 'boolean' ? value : null;
}

/**
 * FEEL ordering of numbers, strings and temporal values of one kind; null for anything else. Here we are stricter than feelin,
 * which compares a text with a number as JavaScript does.
 */
export function feelOrder(operator: Ordering, left: unknown, right: unknown): boolean | null {
  if (typeof left === 'number' && typeof right === 'number') return order(operator, left, right);
  if (typeof left === 'string' && typeof right === 'string') return order(operator, left, right);
  if (isShortDate(left) && isShortDate(right)) return order(operator, left.iso, right.iso);
  const kind = temporalKind(left);
  if (kind === undefined || kind !== temporalKind(right)) return null;
  const { value } = orderKernels[operator](left, right);
  return typeof value === 'boolean' ? value : null;
}

/** Whether a value is what a test of `in` names: an element of a list, a point of a range, or an equal value. */
export function feelIn(value: unknown, test: unknown): boolean | null {
  if (test instanceof FeelRange) {
    if (value === null || value === undefined) return null;
    const answer = inRangeKernel(value, test).value;
    return typeof answer === 'boolean' ? answer : null;
  }
  if (Array.isArray(test)) {
    if (Array.isArray(value) && feelEquals(value, test) === true) return true;
    let unknown = false;
    for (const element of test) {
      const answer = element instanceof FeelRange ? feelIn(value, element) : feelEquals(value, element) === true;
      if (answer === true) return true;
      if (answer === null) unknown = true;
    }
    return unknown ? null : false;
  }
  return feelEquals(value, test) === true;
}

/** Dates of the years 0000–9999 are written with ten characters, whose order is the order in time. */
function isShortDate(value: unknown): value is FeelDate {
  return value instanceof FeelDate && value.iso.length === 10;
}

function order<T extends number | string>(operator: Ordering, left: T, right: T): boolean {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}
