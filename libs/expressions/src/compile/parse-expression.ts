import { parser, trackVariables } from 'lezer-feel';
import type { ExpressionProblem } from '../expression-problem.js';
import { LIMITS } from '../limits.js';
import { sampleOf, type NameTypes } from '../name-types.js';

export type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

export type Parsed =
  | { readonly kind: 'parsed'; readonly root: SyntaxNode }
  | { readonly kind: 'problem'; readonly problem: ExpressionProblem };

/** Text of a FEEL expression → its syntax tree (grammar of DMN 1.5, 10.3.1.2). Where a name with spaces ends is decided by the declared names. */
export function parseExpression(source: string, names: NameTypes | undefined): Parsed {
  if (source.trim() === '') {
    return problem('expression.empty', 0, source.length, 'Выражение пустое', 'The expression is empty', '', 'an expression');
  }
  if (source.length > LIMITS.sourceLength) {
    return problem(
      'expression.tooLong', LIMITS.sourceLength, source.length, `Выражение длиннее ${LIMITS.sourceLength} знаков`,
      `The expression is longer than ${LIMITS.sourceLength} characters`, `${source.length} characters`, `at most ${LIMITS.sourceLength}`,
    );
  }
  const tree = parser.configure({ top: 'Expression', contextTracker: trackVariables(names ? sampleOf(names) : {}) }).parse(source);
  return findProblem(tree.topNode, source) ?? { kind: 'parsed', root: tree.topNode };
}

/** Nodes that open a level for a reader. A chain of operators is one level however long it is. */
const LEVELS: ReadonlySet<string> = new Set([
  'ParenthesizedExpression', 'List', 'Context', 'FunctionInvocation', 'FilterExpression', 'ForExpression', 'QuantifiedExpression', 'FunctionDefinition', 'IfExpression',
]);

function findProblem(root: SyntaxNode, source: string): Parsed | undefined {
  const cursor = root.cursor();
  let depth = 0;
  let wentDown = true;
  for (;;) {
    if (wentDown) {
      if (cursor.type.isError) return syntaxProblem(cursor.node, source);
      if (LEVELS.has(cursor.name) && ++depth > LIMITS.depth) {
        return problem(
          'expression.tooDeep', cursor.from, cursor.to, `Вложенность больше ${LIMITS.depth}`, `Nested deeper than ${LIMITS.depth} levels`,
          `${depth} levels`, `at most ${LIMITS.depth}`,
        );
      }
      if (cursor.firstChild()) continue;
    }
    if (LEVELS.has(cursor.name)) depth--;
    if (cursor.nextSibling()) {
      wentDown = true;
    } else if (cursor.parent()) {
      wentDown = false;
    } else {
      return undefined;
    }
  }
}

function syntaxProblem(error: SyntaxNode, source: string): Parsed {
  const found = source.slice(error.from, error.to).trim();
  if (found === '') {
    const end = source.slice(error.from).trim() === '';
    const next = /\S+/.exec(source.slice(error.from))?.[0] ?? '';
    return end
      ? problem('expression.syntax', error.from, error.to, 'Выражение не закончено', 'The expression is not finished', 'end of text', 'a value')
      : problem('expression.syntax', error.from, error.from + next.length, `Лишнее или неполное: «${next}»`, `Unexpected or incomplete: "${next}"`, next, 'a value or an operator');
  }
  return problem('expression.syntax', error.from, error.to, `Непонятно: «${found}»`, `Not understood: "${found}"`, found, 'a value or an operator');
}

function problem(code: ExpressionProblem['code'], from: number, to: number, ru: string, en: string, found: string, expected: string): Parsed {
  return { kind: 'problem', problem: { code, message: { ru, en }, from, to, found: found.slice(0, 200), expected } };
}
