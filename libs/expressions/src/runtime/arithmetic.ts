import { kernelOf } from './feelin-kernel.js';
import { bounded } from './scope.js';
import { temporalKind } from './temporal.js';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';

const addKernel = kernelOf(['a', 'b'], 'a + b');
const subtractKernel = kernelOf(['a', 'b'], 'a - b');

/** FEEL arithmetic (DMN 1.5, 10.3.2.5). Undefined when the operator has no meaning for the two values; NaN and infinities are for the caller. */
export function feelArithmetic(operator: ArithmeticOperator, left: unknown, right: unknown): unknown {
  if (typeof left === 'number' && typeof right === 'number') return onNumbers(operator, left, right);
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') return bounded(left + right);
  if (temporalKind(left) === undefined || temporalKind(right) === undefined) return undefined;
  if (operator !== '+' && operator !== '-') return undefined;
  const { value, failed } = (operator === '+' ? addKernel : subtractKernel)(left, right);
  return failed || value === null ? undefined : value;
}

function onNumbers(operator: ArithmeticOperator, left: number, right: number): number | null {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? null : left / right;
    case '**':
      return left ** right;
  }
}
