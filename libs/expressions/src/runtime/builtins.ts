import { evaluate } from 'feelin';
import { ANY, BOOLEAN, NUMBER, STRING, type NameType, type ValueType } from '../name-types.js';
import { FORBIDDEN_NAMES, LIMITS } from '../limits.js';
import { feelOrder } from './compare.js';
import { kernelOf } from './feelin-kernel.js';
import { re2Matches, re2Replace, re2Split } from './regular-expressions.js';
import { bounded, charge, isContext, type Run } from './scope.js';
import { dateIn, momentIn } from './temporal.js';

/** Returned by a built-in that cannot work with its arguments: null with a warning. */
export const FAILED = Symbol('failed');

export interface Builtin {
  /** FEEL parameter names; one that begins with `...` takes all that follow. */
  readonly parameters: readonly string[];
  readonly result: ValueType;
  /** Equal arguments give equal results whenever it is called: may be computed once. */
  readonly pure: boolean;
  readonly call: (args: readonly unknown[], run: Run) => unknown;
}

const LIST: NameType = { kind: 'list', items: ANY };
const STRINGS: NameType = { kind: 'list', items: STRING };

/** Functions that are feelin's own, with what they give. A function that is not listed does not exist for us. */
const FEELIN: Readonly<Record<string, ValueType>> = {
  'number': NUMBER, 'string': STRING, 'date': { kind: 'date' }, 'time': { kind: 'time' }, 'duration': { kind: 'duration' },
  'not': BOOLEAN, 'substring': STRING, 'string length': NUMBER, 'upper case': STRING, 'lower case': STRING,
  'substring before': STRING, 'substring after': STRING, 'contains': BOOLEAN, 'starts with': BOOLEAN, 'ends with': BOOLEAN, 'string join': STRING,
  'list contains': BOOLEAN, 'count': NUMBER, 'sum': NUMBER, 'mean': NUMBER, 'all': BOOLEAN, 'any': BOOLEAN,
  'sublist': LIST, 'append': LIST, 'concatenate': LIST, 'insert before': LIST, 'remove': LIST, 'reverse': LIST,
  'index of': { kind: 'list', items: NUMBER }, 'union': LIST, 'distinct values': LIST, 'flatten': LIST,
  'product': NUMBER, 'median': NUMBER, 'stddev': NUMBER, 'mode': { kind: 'list', items: NUMBER },
  'decimal': NUMBER, 'floor': NUMBER, 'ceiling': NUMBER, 'abs': ANY, 'round up': NUMBER, 'round down': NUMBER, 'round half up': NUMBER,
  'round half down': NUMBER, 'modulo': NUMBER, 'sqrt': NUMBER, 'log': NUMBER, 'exp': NUMBER, 'odd': BOOLEAN, 'even': BOOLEAN,
  'is': BOOLEAN, 'before': BOOLEAN, 'after': BOOLEAN, 'meets': BOOLEAN, 'met by': BOOLEAN, 'overlaps': BOOLEAN, 'includes': BOOLEAN,
  'day of year': NUMBER, 'day of week': STRING, 'month of year': STRING, 'week of year': NUMBER,
  'get value': ANY, 'get entries': LIST, 'context': ANY, 'context merge': ANY, 'context put': ANY, 'sort': LIST, 'list replace': LIST,
};

/** Functions whose cost grows with the square of their lists. */
const QUADRATIC: ReadonlySet<string> = new Set(['union', 'distinct values', 'mode', 'sort']);

export const BUILTINS: ReadonlyMap<string, Builtin> = new Map([
  ...Object.entries(FEELIN).map(([name, result]): [string, Builtin] => [name, fromFeelin(name, result)]),
  ...Object.entries(ownBuiltins()),
]);

function ownBuiltins(): Record<string, Builtin> {
  return {
    'now': { parameters: [], result: { kind: 'dateTime' }, pure: false, call: (_args, run) => momentIn(run.now, run.zone) ?? FAILED },
    'today': {
      parameters: [], result: { kind: 'date' }, pure: false,
      call: (_args, run) => {
        const moment = momentIn(run.now, run.zone);
        return moment ? dateIn(moment) : FAILED;
      },
    },
    'matches': {
      parameters: ['input', 'pattern', 'flags'], result: BOOLEAN, pure: true,
      call: ([input, pattern, flags], run) => (isText(input) && isText(pattern) && isFlags(flags) ? (re2Matches(input, pattern, flags ?? undefined, run) ?? FAILED) : FAILED),
    },
    'replace': {
      parameters: ['input', 'pattern', 'replacement', 'flags'], result: STRING, pure: true,
      call: ([input, pattern, replacement, flags], run) =>
        isText(input) && isText(pattern) && isText(replacement) && isFlags(flags) ? (re2Replace(input, pattern, replacement, flags ?? undefined, run) ?? FAILED) : FAILED,
    },
    'split': {
      parameters: ['string', 'delimiter'], result: STRINGS, pure: true,
      call: ([input, delimiter], run) => (isText(input) && isText(delimiter) ? (re2Split(input, delimiter, run) ?? FAILED) : FAILED),
    },
    'min': { parameters: ['...list'], result: ANY, pure: true, call: (args, run) => extreme('<', args, run) },
    'max': { parameters: ['...list'], result: ANY, pure: true, call: (args, run) => extreme('>', args, run) },
    'date and time': fromKernels(['date', 'time', 'from'], 'date and time', { kind: 'dateTime' }),
    'years and months duration': fromKernels(['from', 'to'], 'years and months duration', { kind: 'duration' }),
  };
}

/** Least or greatest of numbers, texts, dates or durations of one kind (DMN 1.5, table 76); feelin's own know numbers alone. */
function extreme(operator: '<' | '>', args: readonly unknown[], run: Run): unknown {
  const values: readonly unknown[] = args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
  charge(run, Math.ceil(values.length / 16));
  let best: unknown = values[0] ?? null;
  for (const value of values) {
    const better = feelOrder(operator, value, best);
    // Null or another kind among them: there is no least.
    if (better === null) return null;
    if (better) best = value;
  }
  return best;
}

/** feelin gives a built-in as the value of its name; its parameter names are on it. */
function fromFeelin(name: string, result: ValueType): Builtin {
  const { value } = evaluate(name);
  if (typeof value !== 'function' || !('$args' in value) || !Array.isArray(value.$args)) throw new Error(`feelin has no function ${name}`);
  const implementation = value as unknown as (...args: readonly unknown[]) => unknown;
  const call = (args: readonly unknown[], run: Run): unknown => {
    const size = args.reduce<number>((sum, arg) => sum + sizeOf(arg), 0);
    charge(run, QUADRATIC.has(name) ? size + Math.ceil((size * size) / 1000) : Math.ceil(size / 16));
    if (args.some(isForbidden)) return FAILED;
    const answer = implementation(...args);
    return isFailure(answer) ? FAILED : bounded(answer ?? null);
  };
  return { parameters: value.$args as string[], result, pure: name !== 'sort' && name !== 'list replace', call };
}

/** For names of several words with "and", which feelin does not give as values: one kernel per number of arguments. */
function fromKernels(parameters: readonly string[], name: string, result: ValueType): Builtin {
  return {
    parameters, result, pure: true,
    call: (args) => {
      const given = args.filter((arg) => arg !== undefined);
      const names = given.map((_, i) => `p${i}`);
      const answer = kernelOf(names, `${name}(${names.join(', ')})`)(...given);
      return answer.failed ? FAILED : answer.value;
    },
  };
}

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'string') return Math.ceil(value.length / 16);
  return isContext(value) ? Object.keys(value).length : 1;
}

/** `get value(x, "constructor")`, `context put(x, "__proto__", …)`, `context([{key: "__proto__", …}])`. */
function isForbidden(arg: unknown): boolean {
  if (typeof arg === 'string') return FORBIDDEN_NAMES.has(arg);
  if (Array.isArray(arg)) return arg.some((item) => (typeof item === 'string' && FORBIDDEN_NAMES.has(item)) || hasForbiddenKey(item));
  return hasForbiddenKey(arg);
}

function hasForbiddenKey(value: unknown): boolean {
  return isContext(value) && typeof value['key'] === 'string' && FORBIDDEN_NAMES.has(value['key']);
}

/** feelin's signal of a refused call: an object of a class that it does not export. */
function isFailure(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && !isContext(answer) && 'template' in answer && 'warning' in answer;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LIMITS.textLength;
}

function isFlags(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === 'string';
}
