import { FeelRange } from 'feelin';
import { type Compilation, type LocalNames, type Part, childrenOf, costOf } from './compilation.js';
import type { SyntaxNode } from './parse-expression.js';
import { ANY, type ValueType } from '../name-types.js';
import { feelIn } from '../runtime/compare.js';
import { charge, isContext, type Run, type Scope } from '../runtime/scope.js';

/**
 * `list[3]`, `list[-1]`, `list[condition]` (DMN 1.5, 10.3.2.5). What is in the brackets is evaluated once: a number chooses an element. Otherwise
 * it is evaluated for each element, which it sees as `item` and by its own names, and elements for which it is true remain.
 */
export function compileFilter(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const [targetNode, , filterNode] = childrenOf(node) as [SyntaxNode, SyntaxNode, SyntaxNode];
  const target = compilation.compile(targetNode, locals);
  const item: ValueType = target.type.kind === 'list' ? target.type.items : target.type.kind === 'any' ? ANY : target.type;
  const filter = compilation.compile(filterNode, itemNames(item, target.path, locals));
  const list: ValueType = target.type.kind === 'list' ? target.type : { kind: 'list', items: ANY };
  const weight = target.weight + filter.weight + 1;
  const cost = costOf(filter.weight);
  const withPath = target.path === undefined ? {} : { path: target.path };
  const choosesOne = filter.type.kind === 'number';
  const choosesMany = filter.type.kind === 'boolean' || filter.type.kind === 'range';
  return {
    code: (scope, run) => {
      const value = target.code(scope, run);
      if (value === null) return null;
      const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
      if (!choosesMany) {
        const index = choosesOne ? filter.code(scope, run) : quietly(filter, scope, run);
        if (typeof index === 'number') return elements[index < 0 ? elements.length + index : index - 1] ?? null;
      }
      if (choosesOne) return [];
      charge(run, elements.length * cost);
      return elements.filter((element) => holds(filter, element, scope, run));
    },
    type: choosesOne ? item : choosesMany ? list : ANY,
    weight,
    ...(choosesMany || choosesOne ? withPath : {}),
  };
}

function holds(filter: Part, element: unknown, scope: Scope, run: Run): boolean {
  const withItem: Scope = { values: { item: element }, parent: scope };
  const answer = filter.code(isContext(element) ? { values: element, parent: withItem } : withItem, run);
  return answer === true || (answer instanceof FeelRange && feelIn(element, answer) === true);
}

/** Evaluates outside the elements, to see whether it is an index: names of the elements are missing there, which is nothing to warn of. */
function quietly(part: Part, scope: Scope, run: Run): unknown {
  const { warnings } = run;
  run.warnings = undefined;
  const value = part.code(scope, run);
  run.warnings = warnings;
  return value;
}

function itemNames(item: ValueType, path: string | undefined, parent: LocalNames | undefined): LocalNames {
  const names = new Map<string, { readonly type: ValueType; readonly path: string | undefined }>([['item', { type: item, path }]]);
  if (item.kind === 'object') {
    for (const [name, type] of Object.entries(item.properties)) names.set(name, { type, path: path === undefined ? undefined : `${path}.${name}` });
  }
  return { names, open: item.kind === 'any', parent };
}
