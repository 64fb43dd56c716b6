import type { DecisionColumn, DecisionTable } from '@reglament/contracts';
import { compileExpression, type CompiledExpression, type EvaluationContext } from '../compile-expression.js';
import type { ExpressionProblem } from '../expression-problem.js';
import { ANY, type NameType, type NameTypes } from '../name-types.js';
import { toPlain } from '../to-plain.js';
import { byPriority } from './by-priority.js';
import { gather } from './gather.js';
import { compileUnaryTests } from './unary-tests.js';

/** What a decision came to. `hits`: the rules that held, counted from 0: for "why this answer". */
export type Decision =
  | { readonly kind: 'decided'; readonly outputs: { readonly [output: string]: unknown }; readonly hits: readonly number[] }
  /** Several rules hold under hit policy U, or answer differently under A: the rules of the table contradict one another. */
  | { readonly kind: 'ambiguous'; readonly hits: readonly number[] };

export interface CompiledDecisionTable {
  readonly kind: 'compiled';
  readonly table: DecisionTable;
  readonly decide: (inputs: Readonly<Record<string, unknown>>, context: EvaluationContext) => Decision;
}

/** `pointer`: the place in the table's document (RFC 6901). */
export interface DecisionTableProblem { readonly pointer: string; readonly problem: ExpressionProblem }
export interface BrokenDecisionTable { readonly kind: 'problem'; readonly problems: readonly DecisionTableProblem[] }

interface Rule { readonly tests: readonly CompiledExpression[]; readonly outputs: readonly (readonly [string, CompiledExpression])[] }

/**
 * A decision table (shape already checked by its schema) → a function. Every cell is compiled here and all problems are told at once, so
 * that a published table cannot fail at its run but for what the data hold.
 */
export function compileDecisionTable(table: DecisionTable): CompiledDecisionTable | BrokenDecisionTable {
  const names = namesOf(table.inputs);
  const problems: DecisionTableProblem[] = [];
  const rules = table.rules.map((rule, i): Rule => ({
    tests: testsOf(table, rule.when, names, `/rules/${i}/when`, problems),
    outputs: outputsOf(table, rule.then, names, `/rules/${i}/then`, problems),
  }));
  const otherwise = outputsOf(table, table.otherwise ?? {}, names, '/otherwise', problems);
  problems.push(...tableProblems(table));
  if (problems.length > 0) return { kind: 'problem', problems };
  return {
    kind: 'compiled', table,
    decide(inputs, context) {
      const hits: number[] = [];
      for (const [i, { tests }] of rules.entries()) {
        if (!tests.every((test) => test.evaluate(inputs, context).value === true)) continue;
        hits.push(i);
        if (table.hitPolicy === 'F') break;
      }
      if (table.hitPolicy === 'U' && hits.length > 1) return { kind: 'ambiguous', hits };
      const answers = (hits.length > 0 ? hits.map((i) => (rules[i] as Rule).outputs) : [otherwise]).map((outputs) => evaluated(outputs, inputs, context));
      if (table.hitPolicy === 'A' && answers.some((answer) => !isEqual(answer, answers[0]))) return { kind: 'ambiguous', hits };
      const given = hits.length > 0 || table.otherwise !== undefined ? answers : [];
      return { kind: 'decided', hits, outputs: gather(table, table.hitPolicy === 'P' ? byPriority(table, given) : given) };
    },
  };
}

/** Plain values of one table's outputs: texts, numbers, booleans, lists of them. */
function isEqual(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function testsOf(table: DecisionTable, cells: { readonly [input: string]: string }, names: NameTypes, pointer: string, problems: DecisionTableProblem[]): readonly CompiledExpression[] {
  return Object.entries(cells).flatMap(([input, cell]) => {
    if (!table.inputs.some(({ key }) => key === input)) {
      problems.push(unknownColumn(`${pointer}/${input}`, input, table.inputs));
      return [];
    }
    const answer = compileUnaryTests(cell, input, names);
    switch (answer.kind) {
      case 'any': return [];
      case 'compiled': return [answer.test];
      case 'problem':
        problems.push(...answer.problems.map((problem) => ({ pointer: `${pointer}/${input}`, problem })));
        return [];
    }
  });
}

function outputsOf(
  table: DecisionTable, cells: { readonly [output: string]: string }, names: NameTypes, pointer: string, problems: DecisionTableProblem[],
): readonly (readonly [string, CompiledExpression])[] {
  return Object.entries(cells).flatMap(([output, cell]): (readonly [string, CompiledExpression])[] => {
    const column = table.outputs.find(({ key }) => key === output);
    if (!column) {
      problems.push(unknownColumn(`${pointer}/${output}`, output, table.outputs));
      return [];
    }
    const compiled = compileExpression(cell, { names });
    if (compiled.kind === 'problem') {
      problems.push(...compiled.problems.map((problem) => ({ pointer: `${pointer}/${output}`, problem })));
      return [];
    }
    const misfit = misfitOf(column, compiled, cell);
    if (misfit) problems.push({ pointer: `${pointer}/${output}`, problem: misfit });
    return [[output, compiled]];
  });
}

function evaluated(outputs: Rule['outputs'], inputs: Readonly<Record<string, unknown>>, context: EvaluationContext): { readonly [output: string]: unknown } {
  return Object.fromEntries(outputs.map(([output, expression]) => [output, toPlain(expression.evaluate(inputs, context).value)]));
}

function namesOf(inputs: readonly DecisionColumn[]): NameTypes {
  return Object.fromEntries(inputs.map((column) => [column.key, typeOf(column)]));
}

function typeOf({ type, values }: DecisionColumn): NameType {
  return type === 'string' && values !== undefined ? { kind: 'string', values } : { kind: type };
}

/** An answer of another type than its column's, or a text that the column does not list. */
function misfitOf(column: DecisionColumn, { type }: CompiledExpression, cell: string): ExpressionProblem | null {
  const text = /^\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(cell)?.[1];
  if (column.values !== undefined && text !== undefined && !column.values.includes(text)) {
    return problemAt('expression.unknownValue', cell, `Значения «${text}» нет среди значений столбца`, `"${text}" is not among the values of the column`, text, `one of ${column.values.join(', ')}`);
  }
  if (type.kind === ANY.kind || type.kind === 'null' || type.kind === column.type) return null;
  return problemAt('expression.typeMismatch', cell, `Ожидается ${column.type}`, `Expected ${column.type}`, type.kind, column.type);
}

function tableProblems(table: DecisionTable): readonly DecisionTableProblem[] {
  const found: DecisionTableProblem[] = [];
  const twice = (columns: readonly DecisionColumn[], part: string): void => columns.forEach(({ key }, i) => {
    if (columns.findIndex((other) => other.key === key) !== i) found.push({ pointer: `/${part}/${i}/key`, problem: problemAt('expression.unknownName', key, `Столбец «${key}» встречается дважды`, `The column "${key}" is there twice`, key, 'a key of its own') });
  });
  twice(table.inputs, 'inputs');
  twice(table.outputs, 'outputs');
  if (table.aggregation !== undefined && (table.hitPolicy !== 'C' || table.outputs.length !== 1)) {
    found.push({ pointer: '/aggregation', problem: problemAt('expression.unsupported', table.aggregation, 'Сводят только собранные (C) значения одного столбца', 'Only gathered (C) values of one output are aggregated', `${table.hitPolicy}, ${table.outputs.length} outputs`, 'hit policy C with one output') });
  }
  if (table.hitPolicy === 'P' && table.outputs[0]?.values === undefined) {
    found.push({ pointer: '/outputs/0', problem: problemAt('expression.unsupported', table.outputs[0]?.key ?? '', 'Приоритет задаёт порядок «values» первого столбца ответов', 'The priority is the order of the "values" of the first output', 'no "values"', '"values", the most important first') });
  }
  const numeric = table.outputs[0]?.type === 'number' || table.aggregation === 'count';
  if (table.aggregation !== undefined && !numeric) {
    found.push({ pointer: '/aggregation', problem: problemAt('expression.typeMismatch', table.aggregation, 'Сводят числа', 'Only numbers are aggregated', table.outputs[0]?.type ?? '', 'number') });
  }
  return found;
}

function unknownColumn(pointer: string, key: string, columns: readonly DecisionColumn[]): DecisionTableProblem {
  return { pointer, problem: problemAt('expression.unknownName', key, `Столбца «${key}» нет`, `There is no column "${key}"`, key, `one of ${columns.map((column) => column.key).join(', ')}`) };
}

function problemAt(code: ExpressionProblem['code'], text: string, ru: string, en: string, found: string, expected: string): ExpressionProblem {
  return { code, message: { ru, en }, from: 0, to: text.length, found, expected };
}
