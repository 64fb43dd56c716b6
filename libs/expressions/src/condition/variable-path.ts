import { FORBIDDEN_NAMES } from '../limits.js';
import { entryOf, isContext } from '../runtime/scope.js';

export type ReadVariable = (scope: Readonly<Record<string, unknown>>) => unknown;

/** `a.b.c` → a reader of plain data: undefined where anything on the way is absent. Undefined instead of a reader for a path that is not allowed. */
export function readerOf(path: string): ReadVariable | undefined {
  const names = path.split('.').map((name) => name.trim());
  if (names.some((name) => name === '' || FORBIDDEN_NAMES.has(name))) return undefined;
  const [first, ...rest] = names as [string, ...string[]];
  if (rest.length === 0) return (scope) => entryOf(scope, first);
  return (scope) => {
    let value = entryOf(scope, first);
    for (const name of rest) {
      if (!isContext(value)) return undefined;
      value = entryOf(value, name);
    }
    return value;
  };
}
