import type { ExpressionProblem, ExpressionProblemCode, ExpressionWarning, MessageText } from '../expression-problem.js';
import type { NameTypes, ValueType } from '../name-types.js';
import type { Code } from '../runtime/scope.js';
import type { SyntaxNode } from './parse-expression.js';

/** A compiled part of an expression. */
export interface Part {
  readonly code: Code;
  readonly type: ValueType;
  /** Present when the value is known now. */
  readonly constant?: { readonly value: unknown };
  /** The path of variables that it stands for, when it is nothing else. */
  readonly path?: string;
  /** Number of parts inside: what a round of an iteration over it costs. */
  readonly weight: number;
}

/** Names that an iteration, filter or function brings, as far as they are known before it runs. */
export interface LocalNames {
  readonly names: ReadonlyMap<string, { readonly type: ValueType; readonly path: string | undefined }>;
  /** Inside a filter over things of unknown shape any name may be theirs. */
  readonly open: boolean;
  readonly parent: LocalNames | undefined;
}

/** What is gathered while one expression is compiled. */
export interface Compilation {
  readonly source: string;
  /** Undefined: nothing is declared, every name may exist. */
  readonly names: NameTypes | undefined;
  readonly problems: ExpressionProblem[];
  readonly variables: Set<string>;
  /** Compiles a node below the present one. */
  readonly compile: (node: SyntaxNode, locals: LocalNames | undefined) => Part;
}

export function textOf(compilation: Compilation, node: SyntaxNode): string {
  return compilation.source.slice(node.from, node.to);
}

/** Words of a name, one space between them. */
export function nameOf(compilation: Compilation, node: SyntaxNode): string {
  return textOf(compilation, node).replace(/\s+/g, ' ').trim();
}

export function report(
  compilation: Compilation, node: { readonly from: number; readonly to: number }, code: ExpressionProblemCode, message: MessageText, found: string, expected: string,
): void {
  compilation.problems.push({ code, message, from: node.from, to: node.to, found: found.slice(0, 200), expected });
}

export function warningAt(
  node: SyntaxNode, code: ExpressionWarning['code'], subject: string, message: MessageText,
): ExpressionWarning {
  return { code, subject, message, from: node.from, to: node.to };
}

/** Named children of a node, comments left out. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.type.isSkipped) children.push(child);
  }
  return children;
}

export function constantOf(value: unknown, type: ValueType): Part {
  return { code: () => value, type, constant: { value }, weight: 1 };
}

/** Steps that one round costs: one, and more for a long body. */
export function costOf(weight: number): number {
  return Math.ceil(weight / 16);
}
