import { constantOf, type Compilation, type LocalNames, type Part, childrenOf, nameOf, report, textOf } from './compilation.js';
import { compileArithmetic } from './arithmetic-part.js';
import { compileCall, compileDateTime, compileFunction } from './call-part.js';
import { compileComparison, compileInstanceOf } from './comparison-part.js';
import { compileContext, compileInterval, compileList } from './collection-part.js';
import { compileFilter } from './filter-part.js';
import { compileFor, compileQuantified } from './iteration-part.js';
import { compileConjunction, compileDisjunction, compileIf } from './logic-part.js';
import { compilePath, compileVariable } from './name-part.js';
import { parseFeelString } from './string-literal.js';
import { BOOLEAN, NULL, NUMBER, STRING } from '../name-types.js';
import type { SyntaxNode } from './parse-expression.js';

/** A syntax node → closures. One case per node of the grammar; what has none is a problem of the expression, never a guess. */
export function compilePart(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  switch (node.name) {
    case 'NumericLiteral':
      return constantOf(Number(textOf(compilation, node)), NUMBER);
    case 'StringLiteral':
      return constantOf(parseFeelString(textOf(compilation, node)), STRING);
    case 'BooleanLiteral':
      return constantOf(textOf(compilation, node) === 'true', BOOLEAN);
    case 'null':
      return constantOf(null, NULL);
    case 'VariableName':
      return noted(compileVariable(node, compilation, locals), compilation);
    case 'PathExpression':
      return noted(compilePath(node, compilation, locals), compilation);
    case 'ParenthesizedExpression':
      return compilePart(childrenOf(node)[1] as SyntaxNode, compilation, locals);
    case 'PositiveUnaryTest':
      return compilePart(childrenOf(node)[0] as SyntaxNode, compilation, locals);
    case 'Comparison':
      return compileComparison(node, compilation, locals);
    case 'InstanceOfExpression':
      return compileInstanceOf(node, compilation, locals);
    case 'Conjunction':
      return compileConjunction(node, compilation, locals);
    case 'Disjunction':
      return compileDisjunction(node, compilation, locals);
    case 'IfExpression':
      return compileIf(node, compilation, locals);
    case 'ArithmeticExpression':
      return compileArithmetic(node, compilation, locals);
    case 'FunctionInvocation':
      return compileCall(node, compilation, locals);
    case 'DateTimeLiteral':
      return compileDateTime(node, compilation, locals);
    case 'FunctionDefinition':
      return compileFunction(node, compilation, locals);
    case 'FilterExpression':
      return compileFilter(node, compilation, locals);
    case 'ForExpression':
      return compileFor(node, compilation, locals);
    case 'QuantifiedExpression':
      return compileQuantified(node, compilation, locals);
    case 'List':
      return compileList(node, compilation, locals);
    case 'Context':
      return compileContext(node, compilation, locals);
    case 'Interval':
      return compileInterval(node, compilation, locals);
    case 'SimplePositiveUnaryTest': {
      const [first, second] = childrenOf(node);
      if (first && !second) return compilePart(first, compilation, locals);
      return unsupported(node, compilation);
    }
    default:
      return unsupported(node, compilation);
  }
}

function noted(part: Part, compilation: Compilation): Part {
  if (part.path !== undefined) compilation.variables.add(part.path);
  return part;
}

function unsupported(node: SyntaxNode, compilation: Compilation): Part {
  const found = nameOf(compilation, node);
  report(compilation, node, 'expression.unsupported', { ru: `Здесь так нельзя: «${found}»`, en: `Not supported here: "${found}"` }, found, 'a FEEL expression');
  return constantOf(null, NULL);
}
