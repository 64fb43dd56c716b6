import type { Condition } from '@reglament/contracts';
import { compileExpression, type CompileExpressionOptions, type EvaluationContext } from '../compile-expression.js';
import type { ExpressionProblem, ExpressionWarning } from '../expression-problem.js';
import type { NameType, NameTypes } from '../name-types.js';
import { nearestName } from '../compile/nearest-name.js';
import { entryOf } from '../runtime/scope.js';
import { holds } from './compare-values.js';
import { readerOf } from './variable-path.js';

/** A problem of a condition: `path` is the JSON pointer to the part that has it. */
export interface ConditionProblem extends ExpressionProblem {
  readonly path: string;
}

export type ConditionTest = (scope: Readonly<Record<string, unknown>>, context: EvaluationContext, warnings?: ExpressionWarning[]) => boolean;

export interface CompiledCondition {
  readonly kind: 'compiled';
  /** Paths of variables that it reads, sorted. */
  readonly variables: readonly string[];
  /** Whether it holds. FEEL that gives anything but true does not hold. Warnings of FEEL parts go to the list that is handed in. */
  readonly test: ConditionTest;
}

export interface BrokenCondition {
  readonly kind: 'problem';
  readonly problems: readonly ConditionProblem[];
}

/** Deeper than anyone builds in the panel. */
const MAX_DEPTH = 20;

/**
 * A condition, valid against `conditionSchema` → a closure. Structured conditions need no parser and their answer is always true or false.
 * With `names`, variables that are not declared, and values that cannot be compared with them, are problems.
 */
export function compileCondition(condition: Condition, options: CompileExpressionOptions = {}): CompiledCondition | BrokenCondition {
  const problems: ConditionProblem[] = [];
  const variables = new Set<string>();
  const test = compile(condition, '', { options, problems, variables }, 0);
  return problems.length > 0 ? { kind: 'problem', problems } : { kind: 'compiled', variables: [...variables].sort(), test };
}

interface Gathering {
  readonly options: CompileExpressionOptions;
  readonly problems: ConditionProblem[];
  readonly variables: Set<string>;
}

const never: ConditionTest = () => false;

function compile(condition: Condition, path: string, gathering: Gathering, depth: number): ConditionTest {
  if (depth > MAX_DEPTH) {
    return problem(gathering, path, 'expression.tooDeep', `Вложенность больше ${MAX_DEPTH}`, `Nested deeper than ${MAX_DEPTH} levels`, `${depth} levels`, `at most ${MAX_DEPTH}`);
  }
  if ('feel' in condition) return compileFeel(condition.feel, path, gathering);
  if ('all' in condition) {
    const tests = condition.all.map((part, i) => compile(part, `${path}/all/${i}`, gathering, depth + 1));
    return (scope, context, warnings) => tests.every((test) => test(scope, context, warnings));
  }
  if ('any' in condition) {
    const tests = condition.any.map((part, i) => compile(part, `${path}/any/${i}`, gathering, depth + 1));
    return (scope, context, warnings) => tests.some((test) => test(scope, context, warnings));
  }
  if ('not' in condition) {
    const test = compile(condition.not, `${path}/not`, gathering, depth + 1);
    return (scope, context, warnings) => !test(scope, context, warnings);
  }
  return compileComparison(condition, path, gathering);
}

function compileFeel(source: string, path: string, { options, problems, variables }: Gathering): ConditionTest {
  const expression = compileExpression(source, options);
  if (expression.kind === 'problem') {
    problems.push(...expression.problems.map((found) => ({ ...found, path: `${path}/feel` })));
    return never;
  }
  if (expression.type.kind !== 'boolean' && expression.type.kind !== 'any') {
    problems.push({
      path: `${path}/feel`, code: 'expression.typeMismatch', from: 0, to: source.length, found: expression.type.kind, expected: 'boolean',
      message: { ru: 'Условие должно давать да или нет', en: 'A condition must give yes or no' },
    });
    return never;
  }
  for (const variable of expression.variables) variables.add(variable);
  return (scope, context, warnings) => {
    const answer = expression.evaluate(scope, context);
    warnings?.push(...answer.warnings);
    return answer.value === true;
  };
}

function compileComparison(condition: Extract<Condition, { variable: string }>, path: string, gathering: Gathering): ConditionTest {
  const { variable, operator, value } = condition;
  const read = readerOf(variable);
  if (!read) {
    return problem(gathering, `${path}/variable`, 'expression.forbiddenName', `Имя «${variable}» использовать нельзя`, `The name "${variable}" must not be used`, variable, 'a path of names');
  }
  if ((operator === 'in' || operator === 'notIn') && !Array.isArray(value)) {
    return problem(gathering, `${path}/value`, 'expression.typeMismatch', 'Нужен список значений', 'A list of values is expected', typeof value, 'a list');
  }
  gathering.variables.add(variable);
  if (gathering.options.names) checkDeclared(variable, operator, value, path, gathering.options.names, gathering);
  return (scope) => holds(operator, read(scope), value);
}

function checkDeclared(variable: string, operator: string, value: unknown, path: string, names: NameTypes, gathering: Gathering): void {
  let type: NameType = { kind: 'object', properties: names };
  for (const name of variable.split('.')) {
    if (type.kind === 'any') return;
    const next: unknown = type.kind === 'object' ? entryOf(type.properties, name) : undefined;
    if (next === undefined) {
      const nearest = type.kind === 'object' ? nearestName(name, Object.keys(type.properties)) : undefined;
      problem(
        gathering, `${path}/variable`, 'expression.unknownName', `Нет поля или переменной «${variable}»${nearest ? `; похоже на «${nearest}»` : ''}`,
        `No field or variable "${variable}"${nearest ? `; did you mean "${nearest}"?` : ''}`, variable, nearest ?? 'a declared name',
      );
      return;
    }
    type = next as NameType;
  }
  const written = operator === 'in' || operator === 'notIn' ? (value as readonly unknown[]) : operator === 'isEmpty' || operator === 'isNotEmpty' ? [] : [value];
  for (const one of written) checkValue(type, operator, one, path, gathering);
}

function checkValue(type: NameType, operator: string, value: unknown, path: string, gathering: Gathering): void {
  if (value === null || value === undefined || type.kind === 'any' || type.kind === 'object' || type.kind === 'list') return;
  if (operator === 'contains' && type.kind !== 'string') {
    problem(gathering, `${path}/operator`, 'expression.typeMismatch', '«Содержит» бывает у текста и списка', '"contains" is for texts and lists', type.kind, 'a text or a list');
    return;
  }
  const wanted = type.kind === 'number' || type.kind === 'boolean' ? type.kind : 'string';
  if (typeof value !== wanted) {
    problem(gathering, `${path}/value`, 'expression.typeMismatch', 'Значение другого вида, чем поле', 'The value is of another kind than the field', typeof value, wanted);
  } else if (type.kind === 'string' && type.values && typeof value === 'string' && operator !== 'contains' && !type.values.includes(value)) {
    problem(gathering, `${path}/value`, 'expression.unknownValue', `Такого значения нет: «${value}»`, `No such value: "${value}"`, value, type.values.slice(0, 20).join(', '));
  }
}

function problem(
  { problems }: Gathering, path: string, code: ConditionProblem['code'], ru: string, en: string, found: string, expected: string,
): ConditionTest {
  problems.push({ path, code, message: { ru, en }, from: 0, to: 0, found: found.slice(0, 200), expected });
  return never;
}
