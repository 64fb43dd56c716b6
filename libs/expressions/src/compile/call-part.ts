import { FeelFunction } from 'feelin';
import { type Compilation, type LocalNames, type Part, childrenOf, constantOf, costOf, nameOf, report, textOf, warningAt } from './compilation.js';
import { nearestName } from './nearest-name.js';
import type { SyntaxNode } from './parse-expression.js';
import { RESULT_TYPES } from './result-types.js';
import { ANY, NULL, type ValueType } from '../name-types.js';
import { BUILTINS, FAILED, type Builtin } from '../runtime/builtins.js';
import { charge, warn, type Code, type Run, type Scope } from '../runtime/scope.js';
import { readLiteral, temporalKind } from '../runtime/temporal.js';

/** `name(arguments)`. Only the built-in functions exist: data holds no functions. */
export function compileCall(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const children = childrenOf(node);
  const targetNode = children[0] as SyntaxNode;
  const name = nameOf(compilation, targetNode);
  const builtin = BUILTINS.get(name);
  if (!builtin) {
    const nearest = nearestName(name, [...BUILTINS.keys()]);
    report(
      compilation, targetNode, 'expression.unknownFunction',
      { ru: `Нет функции «${name}»${nearest ? `; похоже на «${nearest}»` : ''}`, en: `No function "${name}"${nearest ? `; did you mean "${nearest}"?` : ''}` },
      name, nearest ?? 'a FEEL function',
    );
    return constantOf(null, NULL);
  }
  return compileInvocation(node, name, builtin, children, compilation, locals);
}

/** `date("2026-11-22")`, `duration("P1D")` and `@"…"`: a literal that is none is a problem before anything runs. */
export function compileDateTime(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const [first, ...rest] = childrenOf(node) as [SyntaxNode, ...SyntaxNode[]];
  if (first.name !== 'AtLiteral') {
    const name = nameOf(compilation, first);
    return compileInvocation(node, name, BUILTINS.get(name) as Builtin, [first, ...rest], compilation, locals);
  }
  const literal = compilation.compile(childrenOf(first)[0] as SyntaxNode, locals);
  const text = literal.constant?.value;
  const value = typeof text === 'string' ? readLiteral(text) : undefined;
  const kind = temporalKind(value);
  return kind === undefined ? invalidLiteral(node, compilation) : constantOf(value, { kind });
}

/** `function(a, b) …` is an argument of `sort` and `list replace` and nothing else: no function leaves an expression. */
export function compileFunction(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const children = childrenOf(node);
  const parameters = childrenOf(children.find((child) => child.name === 'FormalParameters') ?? node)
    .filter((child) => child.name === 'FormalParameter').map((child) => nameOf(compilation, childrenOf(child)[0] as SyntaxNode));
  const names = new Map(parameters.map((parameter) => [parameter, { type: ANY, path: undefined }]));
  const bodyNode = children.find((child) => child.name === 'FunctionBody');
  const isArgument = node.parent?.name === 'PositionalParameters' || node.parent?.name === 'NamedParameter';
  if (!bodyNode || !isArgument) {
    report(compilation, node, 'expression.unsupported', { ru: 'Функцию здесь объявить нельзя', en: 'A function cannot be declared here' }, 'function', 'a value');
    return constantOf(null, NULL);
  }
  const body = compilation.compile(childrenOf(bodyNode)[0] as SyntaxNode, { names, open: false, parent: locals });
  const cost = costOf(body.weight);
  return {
    code: (scope, run) => new FeelFunction((...args: unknown[]) => {
      charge(run, cost);
      return body.code({ values: Object.fromEntries(parameters.map((parameter, i) => [parameter, args[i] ?? null])), parent: scope }, run);
    }, [...parameters]),
    type: { kind: 'function' }, weight: 1,
  };
}

function compileInvocation(
  node: SyntaxNode, name: string, builtin: Builtin, children: readonly SyntaxNode[], compilation: Compilation, locals: LocalNames | undefined,
): Part {
  const given = children.find((child) => child.name === 'PositionalParameters' || child.name === 'NamedParameters');
  const parts = given?.name === 'NamedParameters'
    ? namedArguments(name, builtin, given, compilation, locals)
    : (given ? childrenOf(given) : []).map((child) => compilation.compile(child, locals));
  const last = builtin.parameters.at(-1);
  if (parts.length > builtin.parameters.length && !last?.startsWith('...')) {
    report(
      compilation, node, 'expression.wrongArguments', { ru: `У функции «${name}» столько аргументов не бывает`, en: `Function "${name}" does not take so many arguments` },
      `${parts.length} arguments`, builtin.parameters.join(', ') || 'no arguments',
    );
    return constantOf(null, builtin.result);
  }
  const weight = parts.reduce((sum, part) => sum + (part?.weight ?? 0), 2);
  const code = invocationCode(node, name, builtin, parts.map((part) => part?.code));
  const type = RESULT_TYPES[name]?.(parts.map((part) => part?.type ?? ANY)) ?? builtin.result;
  if (!builtin.pure || !parts.every((part) => part?.constant !== undefined)) return { code, type, weight };
  return fold(node, name, type, code, parts, compilation) ?? { code, type, weight };
}

/** Arguments by parameter name, in the order of the parameters; those left out are undefined, as feelin's own functions expect. */
function namedArguments(
  name: string, builtin: Builtin, given: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined,
): (Part | undefined)[] {
  const parts: (Part | undefined)[] = builtin.parameters.map(() => undefined);
  for (const parameter of childrenOf(given)) {
    const [nameNode, valueNode] = childrenOf(parameter) as [SyntaxNode, SyntaxNode];
    const written = nameOf(compilation, nameNode);
    const index = builtin.parameters.findIndex((known) => known === written || known === `...${written}`);
    if (index < 0) {
      report(
        compilation, nameNode, 'expression.wrongArguments',
        { ru: `У функции «${name}» нет аргумента «${written}»`, en: `Function "${name}" has no argument "${written}"` }, written, builtin.parameters.join(', '),
      );
      continue;
    }
    parts[index] = compilation.compile(valueNode, locals);
  }
  while (parts.length > 0 && parts.at(-1) === undefined) parts.pop();
  return parts;
}

function invocationCode(node: SyntaxNode, name: string, builtin: Builtin, codes: readonly (Code | undefined)[]): Code {
  const failed = warningAt(node, 'wrongArguments', name, { ru: `Функция «${name}» не применима к этим значениям`, en: `Function "${name}" does not apply to these values` });
  return (scope, run) => {
    const value = invoke(builtin, codes.map((code) => code?.(scope, run)), run);
    return value === FAILED ? warn(run, failed) : (value ?? null);
  };
}

function invoke(builtin: Builtin, args: readonly unknown[], run: Run): unknown {
  try {
    return builtin.call(args, run);
  } catch (error) {
    // feelin throws plain errors for arguments that it did not foresee (a list of NaN elements); limits of ours must pass.
    if (error instanceof RangeError || error instanceof TypeError) return FAILED;
    throw error;
  }
}

/** A call of constants is made once. Undefined when it fails: then the run says so, except for dates, where it is a problem now. */
function fold(
  node: SyntaxNode, name: string, type: ValueType, code: Code, parts: readonly (Part | undefined)[], compilation: Compilation,
): Part | undefined {
  const run: Run = { now: '', zone: 'UTC', stepsLeft: 1000, warnings: undefined };
  const scope: Scope = { values: {}, parent: undefined };
  const value = code(scope, run);
  if (value === null || typeof value === 'object' && temporalKind(value) === undefined) {
    const isLiteral = ['date', 'time', 'date and time', 'duration'].includes(name) && typeof parts[0]?.constant?.value === 'string';
    return isLiteral && value === null ? invalidLiteral(node, compilation) : undefined;
  }
  return constantOf(value, type);
}

function invalidLiteral(node: SyntaxNode, compilation: Compilation): Part {
  const found = textOf(compilation, node);
  report(compilation, node, 'expression.invalidLiteral', { ru: `Такой даты, времени или длительности нет: ${found}`, en: `No such date, time or duration: ${found}` }, found, 'ISO 8601');
  return constantOf(null, NULL);
}
