import { type Compilation, type LocalNames, type Part, childrenOf, constantOf, nameOf, report, warningAt } from './compilation.js';
import { nearestName } from './nearest-name.js';
import type { SyntaxNode } from './parse-expression.js';
import { listOf, reportMismatch } from './types.js';
import { FORBIDDEN_NAMES } from '../limits.js';
import { ANY, NULL, NUMBER, STRING, type NameTypes, type ValueType } from '../name-types.js';
import { readAs, temporalKind } from '../runtime/temporal.js';
import { charge, entryOf, isContext, warn, type Code, type Run } from '../runtime/scope.js';

/** A name: of an iteration or filter around it, or of the variables given to the evaluation. Missing ones are null with a warning. */
export function compileVariable(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const name = nameOf(compilation, node);
  if (isForbidden(name, node, compilation)) return constantOf(null, NULL);
  const found = resolveName(name, node, compilation, locals);
  const missing = warningAt(node, 'missingName', name, { ru: `Нет значения «${name}»`, en: `There is no "${name}"` });
  const convert = converterTo(found.type, node, name);
  const read: Code = (scope, run) => {
    for (let at: typeof scope | undefined = scope; at; at = at.parent) {
      const value = entryOf(at.values, name);
      if (value !== undefined) return value;
    }
    return warn(run, missing);
  };
  const code: Code = convert ? (scope, run) => convert(read(scope, run), run) : read;
  return { code, type: found.type, weight: 1, ...(found.path === undefined ? {} : { path: found.path }) };
}

/** `target.name`; over a list, the list of what its elements have under the name (DMN 1.5, 10.3.2.5). */
export function compilePath(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const [targetNode, , nameNode] = childrenOf(node) as [SyntaxNode, SyntaxNode, SyntaxNode];
  const target = compileTarget(targetNode, compilation, locals);
  const name = nameOf(compilation, nameNode);
  if (isForbidden(name, nameNode, compilation)) return constantOf(null, NULL);
  const type = propertyType(target.type, name, nameNode, compilation);
  const path = target.path === undefined ? undefined : `${target.path}.${name}`;
  const missing = warningAt(nameNode, 'missingProperty', name, { ru: `Нет значения «${name}»`, en: `There is no "${name}"` });
  const convert = converterTo(type.kind === 'list' && target.type.kind === 'list' ? type.items : type, nameNode, name);
  const read = (value: unknown, run: Run): unknown => {
    const found = readProperty(value, name, run, missing);
    return convert ? convert(found, run) : found;
  };
  return {
    code: (scope, run) => {
      const value = target.code(scope, run);
      if (!Array.isArray(value)) return read(value, run);
      charge(run, value.length);
      return value.map((element) => read(element, run));
    },
    type, weight: target.weight + 1, ...(path === undefined ? {} : { path }),
  };
}

/** A path reads its last name, not every name on the way: its target is not noted among the variables. */
function compileTarget(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  if (node.name === 'VariableName') return compileVariable(node, compilation, locals);
  if (node.name === 'PathExpression') return compilePath(node, compilation, locals);
  return compilation.compile(node, locals);
}

/** Properties of FEEL's own values (DMN 1.5, table 61). */
const TEMPORAL_PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  date: ['year', 'month', 'day', 'weekday'],
  time: ['hour', 'minute', 'second', 'time offset', 'timezone'],
  dateTime: ['year', 'month', 'day', 'weekday', 'hour', 'minute', 'second', 'time offset', 'timezone'],
  duration: ['years', 'months', 'days', 'hours', 'minutes', 'seconds'],
};

function readProperty(target: unknown, name: string, run: Run, missing: ReturnType<typeof warningAt>): unknown {
  if (isContext(target)) {
    const value = entryOf(target, name);
    return value === undefined ? warn(run, missing) : value;
  }
  const kind = temporalKind(target);
  if (kind !== undefined && TEMPORAL_PROPERTIES[kind]?.includes(name)) return (target as Record<string, unknown>)[name] ?? null;
  return warn(run, missing);
}

function converterTo(type: ValueType, node: SyntaxNode, name: string): ((value: unknown, run: Run) => unknown) | undefined {
  if (type.kind !== 'date' && type.kind !== 'time' && type.kind !== 'dateTime' && type.kind !== 'duration') return undefined;
  const invalid = warningAt(node, 'invalidValue', name, { ru: `«${name}» содержит не дату и не время`, en: `"${name}" does not hold a date or time` });
  return (value, run) => {
    const converted = readAs(type, value);
    return converted === undefined ? warn(run, invalid) : converted;
  };
}

interface Resolved {
  readonly type: ValueType;
  readonly path: string | undefined;
}

function resolveName(name: string, node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Resolved {
  let mayBeLocal = false;
  for (let at = locals; at; at = at.parent) {
    const local = at.names.get(name);
    if (local) return local;
    mayBeLocal ||= at.open;
  }
  const declared = compilation.names && entryOf(compilation.names, name) as NameTypes[string] | undefined;
  if (declared) return { type: mayBeLocal ? ANY : declared, path: name };
  if (compilation.names && !mayBeLocal) {
    const nearest = nearestName(name, Object.keys(compilation.names));
    report(
      compilation, node, 'expression.unknownName',
      { ru: `Нет поля или переменной «${name}»${nearest ? `; похоже на «${nearest}»` : ''}`, en: `No field or variable "${name}"${nearest ? `; did you mean "${nearest}"?` : ''}` },
      name, nearest ?? Object.keys(compilation.names).slice(0, 20).join(', '),
    );
  }
  return { type: ANY, path: compilation.names ? undefined : name };
}

function propertyType(target: ValueType, name: string, node: SyntaxNode, compilation: Compilation): ValueType {
  switch (target.kind) {
    case 'object': {
      const type = entryOf(target.properties, name) as ValueType | undefined;
      if (type) return type;
      const known = Object.keys(target.properties);
      const nearest = nearestName(name, known);
      report(
        compilation, node, 'expression.unknownProperty',
        { ru: `Нет поля «${name}»${nearest ? `; похоже на «${nearest}»` : ''}`, en: `There is no field "${name}"${nearest ? `; did you mean "${nearest}"?` : ''}` },
        name, nearest ?? known.slice(0, 20).join(', '),
      );
      return ANY;
    }
    case 'list':
      return listOf(propertyType(target.items, name, node, compilation));
    case 'date':
    case 'time':
    case 'dateTime':
    case 'duration':
      if (TEMPORAL_PROPERTIES[target.kind]?.includes(name)) return name === 'timezone' ? STRING : name === 'time offset' ? { kind: 'duration' } : NUMBER;
      reportMismatch(compilation, node, { ru: `Поле «${name}»`, en: `Field "${name}"` }, target, { kind: 'object', properties: {} });
      return ANY;
    case 'number':
    case 'string':
    case 'boolean':
      reportMismatch(compilation, node, { ru: `Поле «${name}»`, en: `Field "${name}"` }, target, { kind: 'object', properties: {} });
      return ANY;
    default:
      return ANY;
  }
}

function isForbidden(name: string, node: SyntaxNode, compilation: Compilation): boolean {
  if (!FORBIDDEN_NAMES.has(name)) return false;
  report(compilation, node, 'expression.forbiddenName', { ru: `Имя «${name}» использовать нельзя`, en: `The name "${name}" must not be used` }, name, 'another name');
  return true;
}
