import { FeelRange } from 'feelin';
import { type Compilation, type LocalNames, type Part, childrenOf, costOf, nameOf, report, warningAt } from './compilation.js';
import type { SyntaxNode } from './parse-expression.js';
import { checkBoolean, isOpen, listOf, reportMismatch } from './types.js';
import { LIMITS } from '../limits.js';
import { ANY, BOOLEAN, NUMBER, type ValueType } from '../name-types.js';
import { bounded, charge, type Run, type Scope, warn } from '../runtime/scope.js';

/** What an iteration goes over: the elements, or null with a warning when the value is nothing to go over. */
interface Iterator {
  readonly name: string;
  readonly elements: (scope: Scope, run: Run) => readonly unknown[] | null;
  readonly item: ValueType;
  readonly path: string | undefined;
  readonly weight: number;
}

/** `for x in xs return …`; `partial` is what has been returned so far (DMN 1.5, 10.3.2.14). */
export function compileFor(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const children = childrenOf(node);
  const { iterators, inner } = compileIterators(children[1] as SyntaxNode, compilation, locals);
  const names = new Map([['partial', { type: { kind: 'list', items: ANY } as const, path: undefined }]]);
  const body = compilation.compile(children.at(-1) as SyntaxNode, { names, open: false, parent: inner });
  const weight = iterators.reduce((sum, iterator) => sum + iterator.weight, body.weight);
  const cost = costOf(weight);
  return {
    code: (scope, run) => {
      const partial: unknown[] = [];
      const withPartial: Scope = { values: { partial }, parent: scope };
      const complete = forEach(iterators, 0, withPartial, run, cost, (round) => {
        partial.push(body.code(round, run));
        bounded(partial);
        return true;
      });
      return complete === null ? null : partial;
    },
    type: listOf(body.type),
    weight,
  };
}

/** `some` and `every`; three-valued, as a chain of `or` and `and` is (DMN 1.5, 10.3.2.15). */
export function compileQuantified(node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Part {
  const children = childrenOf(node);
  const some = (children[0] as SyntaxNode).name === 'some';
  const { iterators, inner } = compileIterators(children[1] as SyntaxNode, compilation, locals);
  const bodyNode = children.at(-1) as SyntaxNode;
  const body = compilation.compile(bodyNode, inner);
  checkBoolean(bodyNode, body, compilation);
  const weight = iterators.reduce((sum, iterator) => sum + iterator.weight, body.weight);
  const cost = costOf(weight);
  return {
    code: (scope, run) => {
      let decided = false;
      let unknown = false;
      const complete = forEach(iterators, 0, scope, run, cost, (round) => {
        const answer = body.code(round, run);
        if (answer === some) decided = true;
        else if (typeof answer !== 'boolean') unknown = true;
        return !decided;
      });
      if (decided) return some;
      return complete === null || unknown ? null : !some;
    },
    type: BOOLEAN, weight,
  };
}

/** Calls `round` for every combination, outer names first; false stops, null says that something was nothing to go over. */
function forEach(
  iterators: readonly Iterator[], index: number, scope: Scope, run: Run, cost: number, round: (scope: Scope) => boolean,
): boolean | null {
  const iterator = iterators[index];
  if (!iterator) return round(scope);
  const elements = iterator.elements(scope, run);
  if (elements === null) return null;
  for (const element of elements) {
    charge(run, cost);
    const goOn = forEach(iterators, index + 1, { values: { [iterator.name]: element }, parent: scope }, run, cost, round);
    if (goOn !== true) return goOn;
  }
  return true;
}

function compileIterators(
  node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined,
): { readonly iterators: readonly Iterator[]; readonly inner: LocalNames | undefined } {
  let inner = locals;
  const iterators: Iterator[] = [];
  for (const expression of childrenOf(node)) {
    const [nameNode, , overNode] = childrenOf(expression) as [SyntaxNode, SyntaxNode, SyntaxNode];
    const iterator = compileIterator(nameOf(compilation, nameNode), overNode, compilation, inner);
    iterators.push(iterator);
    inner = { names: new Map([[iterator.name, { type: iterator.item, path: iterator.path }]]), open: false, parent: inner };
  }
  return { iterators, inner };
}

function compileIterator(name: string, node: SyntaxNode, compilation: Compilation, locals: LocalNames | undefined): Iterator {
  const parts = node.name === 'IterationContext' ? childrenOf(node) : [node];
  const notIterable = warningAt(node, 'wrongType', name, { ru: `«${name}» перебирает не список`, en: `"${name}" does not go over a list` });
  const first = compilation.compile(parts[0] as SyntaxNode, locals);
  if (parts.length === 1) {
    if (first.type.kind !== 'list' && first.type.kind !== 'range' && !isOpen(first.type)) {
      reportMismatch(compilation, node, { ru: 'Перебор', en: 'Iteration' }, first.type, { kind: 'list', items: ANY });
    }
    return {
      name, item: first.type.kind === 'list' ? first.type.items : ANY, path: first.path, weight: first.weight,
      elements: (scope, run) => {
        const value = first.code(scope, run);
        if (Array.isArray(value)) return value as readonly unknown[];
        if (value instanceof FeelRange) return numbers(value.start, value.end, value['start included'], value['end included'], run) ?? warn(run, notIterable);
        return value === null ? null : warn(run, notIterable);
      },
    };
  }
  const last = compilation.compile(parts[2] as SyntaxNode, locals);
  checkLength(node, first, last, compilation);
  return {
    name, item: NUMBER, path: undefined, weight: first.weight + last.weight,
    elements: (scope, run) => numbers(first.code(scope, run), last.code(scope, run), true, true, run) ?? warn(run, notIterable),
  };
}

/** Whole steps from one number to another, either direction. One that the rounds could not pay for is refused before anything is made. */
function numbers(start: unknown, end: unknown, startIncluded: boolean, endIncluded: boolean, run: Run): number[] | undefined {
  if (typeof start !== 'number' || typeof end !== 'number' || !Number.isFinite(start) || !Number.isFinite(end)) return undefined;
  const count = Math.floor(Math.abs(end - start)) + 1;
  if (count > run.stepsLeft) charge(run, count);
  const direction = start > end ? -1 : 1;
  const all = Array.from({ length: count }, (_, i) => start + i * direction);
  return all.slice(startIncluded ? 0 : 1, !endIncluded && all.at(-1) === end ? -1 : undefined);
}

function checkLength(node: SyntaxNode, first: Part, last: Part, compilation: Compilation): void {
  const [start, end] = [first.constant?.value, last.constant?.value];
  if (typeof start !== 'number' || typeof end !== 'number') return;
  const length = Math.abs(end - start) + 1;
  if (length > LIMITS.steps) {
    report(
      compilation, node, 'expression.rangeTooLong', { ru: `Перебор длиннее ${LIMITS.steps}`, en: `The range is longer than ${LIMITS.steps}` },
      String(length), `at most ${LIMITS.steps}`,
    );
  }
}
