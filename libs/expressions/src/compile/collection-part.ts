import { type Compilation, type LocalNames, type Part, childrenOf, nameOf, report, textOf, warningAt } from './compilation.js';
import type { SyntaxNode } from './parse-expression.js';
import { parseFeelString } from './string-literal.js';
import { asNameType, commonType, listOf } from './types.js';
import { FORBIDDEN_NAMES } from '../limits.js';
import { NULL, RANGE, type ValueType } from '../name-types.js';
import { kernelOf } from '../runtime/feelin-kernel.js';
import { warn } from '../runtime/scope.js';

export function compileList(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const elements = childrenOf(node).slice(1, -1).map((child) => compilation.compile(child, locals));
  const items = elements.map(({ type }) => type).reduce<ValueType>(commonType, NULL);
  const type = listOf(items);
  const weight = elements.reduce((sum, element) => sum + element.weight, 1);
  const constants = elements.map(({ constant }) => constant);
  if (constants.every((constant) => constant !== undefined)) {
    const value = constants.map((constant) => constant.value);
    // A fresh list each time: what an expression gives belongs to its caller.
    return { code: () => [...value], type, constant: { value }, weight };
  }
  const codes = elements.map(({ code }) => code);
  return { code: (scope, run) => codes.map((code) => code(scope, run)), type, weight };
}

/** `{name: value, …}`; an entry sees the entries before it (DMN 1.5, 10.3.2.6). */
export function compileContext(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const names = new Map<string, { type: ValueType; path: undefined }>();
  const entries: { readonly key: string; readonly part: Part }[] = [];
  for (const entry of childrenOf(node).filter((child) => child.name === 'ContextEntry')) {
    const [keyNode, valueNode] = childrenOf(entry) as [SyntaxNode, SyntaxNode];
    const key = keyOf(keyNode, compilation);
    const part = compilation.compile(valueNode, { names: new Map(names), open: false, parent: locals });
    if (FORBIDDEN_NAMES.has(key)) {
      report(compilation, keyNode, 'expression.forbiddenName', { ru: `Имя «${key}» использовать нельзя`, en: `The name "${key}" must not be used` }, key, 'another name');
      continue;
    }
    names.set(key, { type: part.type, path: undefined });
    entries.push({ key, part });
  }
  const properties = Object.fromEntries(entries.map(({ key, part }) => [key, asNameType(part.type)]));
  return {
    code: (scope, run) => {
      const values: Record<string, unknown> = {};
      const inner = { values, parent: scope };
      for (const { key, part } of entries) values[key] = part.code(inner, run);
      return values;
    },
    type: { kind: 'object', properties },
    weight: entries.reduce((sum, { part }) => sum + part.weight, 1),
  };
}

/** `[a..b]` as a value, for the functions that take ranges. */
export function compileInterval(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const [open, lowNode, , highNode, close] = childrenOf(node) as [SyntaxNode, SyntaxNode, SyntaxNode, SyntaxNode, SyntaxNode];
  const low = compilation.compile(lowNode, locals);
  const high = compilation.compile(highNode, locals);
  const kernel = kernelOf(['low', 'high'], `${open.name === '[' ? '[' : '('}low..high${close.name === ']' ? ']' : ')'}`);
  const invalid = warningAt(node, 'wrongType', '..', { ru: 'Из этих значений не получается промежуток', en: 'These values do not make a range' });
  return {
    code: (scope, run) => {
      const { value, failed } = kernel(low.code(scope, run), high.code(scope, run));
      return failed ? warn(run, invalid) : value;
    },
    type: RANGE, weight: low.weight + high.weight + 1,
  };
}

function keyOf(node: SyntaxNode, compilation: Compilation): string {
  const text = nameOf(compilation, node);
  return text.startsWith('"') ? parseFeelString(textOf(compilation, node).trim()) : text;
}
