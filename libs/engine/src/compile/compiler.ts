import type { Condition, Mapping, ValueExpression } from '@reglament/contracts';
import type { ExpressionProblem, NameTypes } from '@reglament/expressions';
import { compileCondition, compileValue, type CompiledCondition, type CompiledValue, type FoundProblem } from '../expressions.js';

/** A path that an expression reads, with the name at its head, and where the expression stands in the document. */
export interface Reading { readonly name: string; readonly path: string; readonly pointer: string; readonly node: string | null }

/** An expression that cannot be used. */
export interface ExpressionFault { readonly pointer: string; readonly problem: ExpressionProblem }

/**
 * Compiles expressions and keeps count: what they read, which of them are broken. A broken one is replaced by one that gives nothing,
 * so that one pass finds every fault; `compile` throws before such a stand-in could ever run.
 */
export interface Compiler {
  readonly readings: Reading[];
  readonly faults: ExpressionFault[];
  /** `locals`: names that are there for this one expression beside the variables. */
  value(expression: ValueExpression, pointer: string, locals?: NameTypes): CompiledValue;
  condition(condition: unknown, pointer: string, locals?: NameTypes): CompiledCondition;
  mapping(mapping: Mapping | undefined, pointer: string, locals?: NameTypes): CompiledMapping;
  /** A dotted path that a node reads as it stands, without an expression. */
  path(path: string, pointer: string): CompiledValue;
}

export type CompiledMapping = readonly (readonly [name: string, value: CompiledValue])[];

const NOTHING: CompiledValue = { reads: [], evaluate: () => null };
const NEVER: CompiledCondition = { reads: [], holds: () => false };

/** `names`: the variables, `outcome` and `case`, with their types; left out, nothing is declared and every name may exist. */
export function createCompiler(names?: NameTypes): Compiler {
  const readings: Reading[] = [];
  const faults: ExpressionFault[] = [];
  const visible = (locals?: NameTypes) => (names === undefined ? undefined : { ...names, ...locals });
  const note = (paths: readonly string[], pointer: string, locals?: NameTypes) => {
    const node = pointer.startsWith('/nodes/') ? pointer.split('/')[2] ?? null : null;
    for (const path of paths) {
      const name = path.split('.')[0] as string;
      if (locals === undefined || !Object.hasOwn(locals, name)) readings.push({ name, path, pointer, node });
    }
  };
  const blame = (problems: readonly FoundProblem[], pointer: string) => {
    for (const { path, problem } of problems) faults.push({ pointer: pointer + path, problem });
  };
  const compiler: Compiler = {
    readings, faults,
    value(expression, pointer, locals) {
      const answer = compileValue(expression, visible(locals));
      if (answer.kind === 'broken') {
        blame(answer.problems, pointer);
        return NOTHING;
      }
      note(answer.paths, pointer, locals);
      return answer.value;
    },
    condition(condition, pointer, locals) {
      // The structure has been checked against the document's `definitions.condition`.
      const answer = compileCondition(condition as Condition, visible(locals));
      if (answer.kind === 'broken') {
        blame(answer.problems, pointer);
        return NEVER;
      }
      note(answer.paths, pointer, locals);
      return answer.condition;
    },
    mapping: (mapping, pointer, locals) => Object.entries(mapping ?? {}).map(([name, expression]) => [name, compiler.value(expression, `${pointer}/${name}`, locals)] as const),
    path: (path, pointer) => compiler.value({ variable: path }, pointer),
  };
  return compiler;
}
