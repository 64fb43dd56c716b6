import { type Compilation, type LocalNames, type Part, childrenOf } from './compilation.js';
import type { SyntaxNode } from './parse-expression.js';
import { checkBoolean, commonType } from './types.js';
import { BOOLEAN, NULL } from '../name-types.js';

/**
 * FEEL's three-valued logic (DMN 1.5, 10.3.2.10): anything but true and false counts as unknown. The right side is not looked at when the
 * left one decides, which saves time and warnings, and cannot change the answer.
 */
export function compileConjunction(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const [left, right] = operands(node, compilation, locals);
  return {
    code: (scope, run) => {
      const one = left.code(scope, run);
      if (one === false) return false;
      const other = right.code(scope, run);
      if (other === false) return false;
      return one === true && other === true ? true : null;
    },
    type: BOOLEAN,
    weight: left.weight + right.weight + 1,
  };
}

export function compileDisjunction(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const [left, right] = operands(node, compilation, locals);
  return {
    code: (scope, run) => {
      const one = left.code(scope, run);
      if (one === true) return true;
      const other = right.code(scope, run);
      if (other === true) return true;
      return one === false && other === false ? false : null;
    },
    type: BOOLEAN,
    weight: left.weight + right.weight + 1,
  };
}

/** `if` takes its `then` branch for true and its `else` branch for anything else (DMN 1.5, table 57). */
export function compileIf(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const [, conditionNode, , thenNode, , elseNode] = childrenOf(node);
  const condition = compilation.compile(conditionNode as SyntaxNode, locals);
  checkBoolean(conditionNode as SyntaxNode, condition, compilation);
  const whenTrue = compilation.compile(thenNode as SyntaxNode, locals);
  const otherwise = elseNode ? compilation.compile(elseNode, locals) : undefined;
  return {
    code: (scope, run) => {
      if (condition.code(scope, run) === true) return whenTrue.code(scope, run);
      return otherwise ? otherwise.code(scope, run) : null;
    },
    type: commonType(whenTrue.type, otherwise?.type ?? NULL),
    weight: condition.weight + whenTrue.weight + (otherwise?.weight ?? 0) + 1,
  };
}

function operands(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): [Part, Part] {
  const [leftNode, , rightNode] = childrenOf(node) as [SyntaxNode, SyntaxNode, SyntaxNode];
  const left = compilation.compile(leftNode, locals);
  const right = compilation.compile(rightNode, locals);
  checkBoolean(leftNode, left, compilation);
  checkBoolean(rightNode, right, compilation);
  return [left, right];
}
