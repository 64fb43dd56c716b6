import type { Condition, Mapping, ValueExpression } from '@reglament/contracts';
import { compileCondition, compileValue, type CompiledCondition, type CompiledValue } from '../expressions.js';

/** A name that an expression reads, and where the expression stands in the document. */
export interface Reading { readonly name: string; readonly pointer: string; readonly node: string | null }

/** An expression that does not compile. */
export interface ExpressionFault { readonly pointer: string; readonly text: string; readonly reason: string }

/**
 * Compiles expressions and keeps count: what they read, which of them are broken. A broken one is replaced by one that gives nothing,
 * so that one pass finds every fault; `compile` throws before such a stand-in could ever run.
 */
export interface Compiler {
  readonly readings: Reading[];
  readonly faults: ExpressionFault[];
  value(expression: ValueExpression, pointer: string): CompiledValue;
  condition(condition: Condition, pointer: string): CompiledCondition;
  mapping(mapping: Mapping | undefined, pointer: string): CompiledMapping;
  /** A dotted path that a node reads as it stands, without an expression. */
  path(path: string, pointer: string): CompiledValue;
}

export type CompiledMapping = readonly (readonly [name: string, value: CompiledValue])[];

const NOTHING: CompiledValue = { reads: [], evaluate: () => null };
const NEVER: CompiledCondition = { reads: [], holds: () => false };

export function createCompiler(): Compiler {
  const readings: Reading[] = [];
  const faults: ExpressionFault[] = [];
  const note = <T extends { readonly reads: readonly string[] }>(compiled: T, pointer: string): T => {
    const node = pointer.startsWith('/nodes/') ? pointer.split('/')[2] ?? null : null;
    for (const name of compiled.reads) readings.push({ name, pointer, node });
    return compiled;
  };
  const compiler: Compiler = {
    readings, faults,
    value(expression, pointer) {
      const compiled = compileValue(expression);
      if (compiled.kind === 'compiled') return note(compiled.value, pointer);
      faults.push({ pointer, text: compiled.text, reason: compiled.reason });
      return NOTHING;
    },
    condition(condition, pointer) {
      const compiled = compileCondition(condition);
      if (compiled.kind === 'compiled') return note(compiled.condition, pointer);
      faults.push({ pointer, text: compiled.text, reason: compiled.reason });
      return NEVER;
    },
    mapping(mapping, pointer) {
      return Object.entries(mapping ?? {}).map(([name, expression]) => [name, compiler.value(expression, `${pointer}/${name}`)] as const);
    },
    path: (path, pointer) => compiler.value({ variable: path }, pointer),
  };
  return compiler;
}
