import { type Compilation, type LocalNames, type Part, childrenOf, constantOf, report, textOf, warningAt } from './compilation.js';
import { nearestName } from './nearest-name.js';
import type { SyntaxNode } from './parse-expression.js';
import { isOpen, reportMismatch } from './types.js';
import { BOOLEAN, type ValueType } from '../name-types.js';
import { feelEquals, feelIn, feelOrder, type Ordering } from '../runtime/compare.js';
import { instanceKernel } from '../runtime/feelin-kernel.js';
import { chargeForSize, type Code, type Run, type Scope, warn } from '../runtime/scope.js';

/** Whether a value meets a test of `in`; null when they cannot be compared. */
type Test = (value: unknown, scope: Scope, run: Run) => boolean | null;

/** `=`, `!=`, orderings, `between` and `in` (DMN 1.5, 10.3.2.5). */
export function compileComparison(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const [leftNode, operatorNode, ...rest] = childrenOf(node) as [SyntaxNode, SyntaxNode, ...SyntaxNode[]];
  const left = compilation.compile(leftNode, locals);
  if (operatorNode.name === 'in') return compileIn(left, rest, compilation, locals);
  if (operatorNode.name === 'between') return compileBetween(node, left, rest, compilation, locals);
  const rightNode = rest[0] as SyntaxNode;
  const right = compilation.compile(rightNode, locals);
  checkComparable(compilation, rightNode, left, right);
  const operator = textOf(compilation, operatorNode);
  return { code: comparisonCode(node, operator, left, right), type: BOOLEAN, weight: left.weight + right.weight + 1 };
}

/** `x instance of T`: feelin's own, on the type as written, which the grammar has checked. */
export function compileInstanceOf(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const [valueNode] = childrenOf(node) as [SyntaxNode];
  const typeNode = childrenOf(node).at(-1) as SyntaxNode;
  const value = compilation.compile(valueNode, locals);
  const type = textOf(compilation, typeNode);
  const kernel = instanceKernel(type);
  if (!kernel) {
    report(compilation, typeNode, 'expression.unsupported', { ru: `Неизвестный тип «${type}»`, en: `Unknown type "${type}"` }, type, 'a FEEL type');
    return constantOf(null, BOOLEAN);
  }
  return { code: (scope, run) => kernel(value.code(scope, run)).value, type: BOOLEAN, weight: value.weight + 1 };
}

function comparisonCode(node: SyntaxNode, operator: string, left: Part, right: Part): Code {
  if (operator === '=' || operator === '!=') {
    const negate = operator === '!=';
    const notComparable = incomparable(node, operator);
    return (scope, run) => {
      const one = left.code(scope, run);
      const other = right.code(scope, run);
      chargeForSize(run, one);
      const equal = feelEquals(one, other);
      if (equal === null) return warn(run, notComparable);
      return negate ? !equal : equal;
    };
  }
  const ordering = operator as Ordering;
  const compare = orderTest(node, ordering, right);
  return (scope, run) => compare(left.code(scope, run), scope, run);
}

/** `> right` as a test. A number known in advance is the commonest condition of all, so it has a way of its own. */
function orderTest(node: SyntaxNode, operator: Ordering, right: Part): Test {
  const notComparable = incomparable(node, operator);
  const limit = right.constant?.value;
  const general: Test = (value, scope, run) => {
    const other = right.code(scope, run);
    const answer = feelOrder(operator, value, other);
    return answer === null && value !== null && other !== null ? warn(run, notComparable) : answer;
  };
  if (typeof limit !== 'number') return general;
  switch (operator) {
    case '<':
      return (value, scope, run) => (typeof value === 'number' ? value < limit : general(value, scope, run));
    case '<=':
      return (value, scope, run) => (typeof value === 'number' ? value <= limit : general(value, scope, run));
    case '>':
      return (value, scope, run) => (typeof value === 'number' ? value > limit : general(value, scope, run));
    case '>=':
      return (value, scope, run) => (typeof value === 'number' ? value >= limit : general(value, scope, run));
  }
}

function compileBetween(node: SyntaxNode, value: Part, rest: readonly SyntaxNode[], compilation: Compilation, locals: LocalNames | undefined): Part {
  const [lowNode, , highNode] = rest as [SyntaxNode, SyntaxNode, SyntaxNode];
  const low = compilation.compile(lowNode, locals);
  const high = compilation.compile(highNode, locals);
  checkComparable(compilation, lowNode, value, low);
  checkComparable(compilation, highNode, value, high);
  const atLeast = orderTest(node, '>=', low);
  const atMost = orderTest(node, '<=', high);
  return {
    code: (scope, run) => {
      const it = value.code(scope, run);
      return and(atLeast(it, scope, run), atMost(it, scope, run));
    },
    type: BOOLEAN, weight: value.weight + low.weight + high.weight + 1,
  };
}

function compileIn(value: Part, rest: readonly SyntaxNode[], compilation: Compilation, locals: LocalNames | undefined): Part {
  const group = rest.find((node) => node.name === 'PositiveUnaryTests');
  const nodes = group ? childrenOf(group) : rest.filter((node) => node.name === 'PositiveUnaryTest');
  const tests = nodes.map((node) => compileTest(value, childrenOf(node)[0] as SyntaxNode, compilation, locals));
  return {
    code: (scope, run) => {
      const it = value.code(scope, run);
      let unknown = false;
      for (const { test } of tests) {
        const answer = test(it, scope, run);
        if (answer === true) return true;
        if (answer === null) unknown = true;
      }
      return unknown ? null : false;
    },
    type: BOOLEAN, weight: tests.reduce((sum, { weight }) => sum + weight, value.weight + 1),
  };
}

function compileTest(value: Part, node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): { readonly test: Test; readonly weight: number } {
  // `x in (> 5)`: with one test alone the grammar takes the brackets of `in (…)` for brackets round a value.
  const inBrackets = node.name === 'ParenthesizedExpression' ? childrenOf(node)[1] : undefined;
  if (inBrackets?.name === 'SimplePositiveUnaryTest') return compileTest(value, inBrackets, compilation, locals);
  if (node.name === 'SimplePositiveUnaryTest') {
    const [first, second] = childrenOf(node) as [SyntaxNode, SyntaxNode | undefined];
    if (second) return compileOperatorTest(value, node, textOf(compilation, first), second, compilation, locals);
    if (first.name === 'Interval') return compileIntervalTest(value, first, compilation, locals);
  }
  const part = compilation.compile(node, locals);
  if (part.type.kind === 'list') checkElements(compilation, node, value, part);
  else if (part.type.kind !== 'range') checkComparable(compilation, node, value, part);
  return {
    test: (it, scope, run) => {
      const tested = part.code(scope, run);
      chargeForSize(run, tested);
      return feelIn(it, tested);
    },
    weight: part.weight,
  };
}

function compileOperatorTest(
  value: Part, node: SyntaxNode, operator: string, operandNode: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined,
): { readonly test: Test; readonly weight: number } {
  const operand = compilation.compile(operandNode, locals);
  checkComparable(compilation, operandNode, value, operand);
  if (operator !== '=' && operator !== '!=') return { test: orderTest(node, operator as Ordering, operand), weight: operand.weight };
  return {
    test: (it, scope, run) => {
      const equal = feelEquals(it, operand.code(scope, run));
      return equal === null || operator === '=' ? equal : !equal;
    },
    weight: operand.weight,
  };
}

/** `x in [a..b)`. Bounds written the wrong way round hold nothing by the standard; feelin turns them round, and so do we. */
function compileIntervalTest(
  value: Part, node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined,
): { readonly test: Test; readonly weight: number } {
  const [open, lowNode, , highNode, close] = childrenOf(node) as [SyntaxNode, SyntaxNode, SyntaxNode, SyntaxNode, SyntaxNode];
  const low = compilation.compile(lowNode, locals);
  const high = compilation.compile(highNode, locals);
  checkComparable(compilation, lowNode, value, low);
  checkComparable(compilation, highNode, value, high);
  const brackets = [open.name === '[', close.name === ']'] as const;
  return {
    test: (it, scope, run) => {
      let from = low.code(scope, run);
      let to = high.code(scope, run);
      let [fromIncluded, toIncluded] = brackets;
      if (feelOrder('>', from, to) === true) {
        [from, to] = [to, from];
        [fromIncluded, toIncluded] = [toIncluded, fromIncluded];
      }
      return and(
        from === null ? (to === null ? null : true) : feelOrder(fromIncluded ? '>=' : '>', it, from),
        to === null ? true : feelOrder(toIncluded ? '<=' : '<', it, to),
      );
    },
    weight: low.weight + high.weight + 1,
  };
}

function and(one: boolean | null, other: boolean | null): boolean | null {
  if (one === null || other === null) return null;
  return one && other;
}

function incomparable(node: SyntaxNode, operator: string): ReturnType<typeof warningAt> {
  return warningAt(node, 'notComparable', operator, { ru: 'Значения разных видов не сравниваются', en: 'Values of different kinds cannot be compared' });
}

function checkComparable(compilation: Compilation, node: SyntaxNode, left: Part, right: Part): void {
  checkTypes(compilation, node, left.type, right);
}

function checkElements(compilation: Compilation, node: SyntaxNode, value: Part, list: Part): void {
  if (list.type.kind !== 'list') return;
  const constants = Array.isArray(list.constant?.value) ? list.constant.value : [];
  for (const constant of constants) checkTypes(compilation, node, value.type, { ...list, type: list.type.items, constant: { value: constant } });
  if (constants.length === 0) checkTypes(compilation, node, value.type, { ...list, type: list.type.items });
}

function checkTypes(compilation: Compilation, node: SyntaxNode, left: ValueType, right: Part): void {
  if (isOpen(left) || isOpen(right.type)) return;
  if (left.kind === 'list' || right.type.kind === 'list') return;
  if (left.kind !== right.type.kind) {
    reportMismatch(compilation, node, { ru: 'Сравнение', en: 'Comparison' }, right.type, left);
    return;
  }
  const written = right.constant?.value;
  if (left.kind === 'string' && left.values && typeof written === 'string' && !left.values.includes(written)) {
    const nearest = nearestName(written, left.values);
    report(
      compilation, node, 'expression.unknownValue',
      { ru: `Такого значения нет: «${written}»${nearest ? `; похоже на «${nearest}»` : ''}`, en: `No such value: "${written}"${nearest ? `; did you mean "${nearest}"?` : ''}` },
      written, left.values.slice(0, 20).join(', '),
    );
  }
}
