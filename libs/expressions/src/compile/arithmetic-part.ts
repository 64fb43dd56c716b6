import { type Compilation, type LocalNames, type Part, childrenOf, textOf, warningAt } from './compilation.js';
import type { SyntaxNode } from './parse-expression.js';
import { isOpen, reportMismatch } from './types.js';
import { ANY, NUMBER, type ValueType } from '../name-types.js';
import { feelArithmetic, type ArithmeticOperator } from '../runtime/arithmetic.js';
import { type Code, warn } from '../runtime/scope.js';

export function compileArithmetic(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const children = childrenOf(node);
  if (children.length === 2) return compileNegation(node, children[1] as SyntaxNode, compilation, locals);
  const [leftNode, operatorNode, rightNode] = children as [SyntaxNode, SyntaxNode, SyntaxNode];
  const written = textOf(compilation, operatorNode);
  const operator = (written === '^' ? '**' : written) as ArithmeticOperator;
  const left = compilation.compile(leftNode, locals);
  const right = compilation.compile(rightNode, locals);
  const type = resultType(operator, left.type, right.type);
  if (type === undefined) reportMismatch(compilation, rightNode, { ru: `Действие «${operator}»`, en: `Operator "${operator}"` }, right.type, left.type);
  return { code: arithmeticCode(node, operator, left.code, right.code), type: type ?? ANY, weight: left.weight + right.weight + 1 };
}

function compileNegation(node: SyntaxNode, operandNode: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const operand = compilation.compile(operandNode, locals);
  if (operand.type.kind !== 'number' && !isOpen(operand.type)) reportMismatch(compilation, operandNode, { ru: 'Минус', en: 'Minus' }, operand.type, NUMBER);
  return { code: arithmeticCode(node, '-', () => 0, operand.code), type: NUMBER, weight: operand.weight + 1 };
}

function arithmeticCode(node: SyntaxNode, operator: ArithmeticOperator, left: Code, right: Code): Code {
  const wrongType = warningAt(node, 'wrongType', operator, {
    ru: `Действие «${operator}» не применимо к этим значениям`, en: `Operator "${operator}" does not apply to these values`,
  });
  const notANumber = warningAt(node, 'notANumber', operator, { ru: `Действие «${operator}» не даёт числа`, en: `Operator "${operator}" gives no number` });
  return (scope, run) => {
    const value = feelArithmetic(operator, left(scope, run), right(scope, run));
    if (typeof value === 'number') return Number.isFinite(value) ? value : warn(run, notANumber);
    return value === undefined ? warn(run, wrongType) : value;
  };
}

/** Undefined when the operator can never work for the two types. */
function resultType(operator: ArithmeticOperator, left: ValueType, right: ValueType): ValueType | undefined {
  if (isOpen(left) || isOpen(right)) return ANY;
  const pair = `${left.kind} ${operator} ${right.kind}`;
  if (left.kind === 'number' && right.kind === 'number') return NUMBER;
  if (pair === 'string + string') return { kind: 'string' };
  if (operator !== '+' && operator !== '-') return undefined;
  if (right.kind === 'duration' && isInstant(left)) return left.kind === 'date' ? ANY : left;
  if (operator === '+' && left.kind === 'duration' && isInstant(right)) return ANY;
  if (left.kind === 'duration' && right.kind === 'duration') return left;
  if (operator === '-' && left.kind === right.kind && isInstant(left)) return { kind: 'duration' };
  return undefined;
}

function isInstant(type: ValueType): boolean {
  return type.kind === 'date' || type.kind === 'time' || type.kind === 'dateTime';
}
