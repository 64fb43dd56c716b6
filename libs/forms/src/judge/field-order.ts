import { pointerTokens } from './json-value.js';

/** `/items/2/due` → `items[].due`: the path under which the form knows the field, rows of a tree included. */
export function fieldPathOf(pointer: string): string {
  return pointerTokens(pointer).reduce((path, token) => {
    if (/^\d+$/u.test(token) && path !== '') return `${path}[]`;
    return path === '' ? token : `${path}.${token}`;
  }, '');
}

/**
 * Compares two pointers by the order in which the form shows their fields: first the outermost field, then the number of the row, then
 * the field in the row. What the form does not show comes last.
 */
export function fieldOrder(order: ReadonlyMap<string, number>): (one: string, other: string) => number {
  const keys = new Map<string, readonly number[]>();
  const keyOf = (pointer: string) => {
    const known = keys.get(pointer);
    if (known !== undefined) return known;
    const made = sortKey(pointer, order);
    keys.set(pointer, made);
    return made;
  };
  return (one, other) => {
    const left = keyOf(one);
    const right = keyOf(other);
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
      const difference = (left[index] ?? -1) - (right[index] ?? -1);
      if (difference !== 0) return difference;
    }
    return one < other ? -1 : Number(one > other);
  };
}

function sortKey(pointer: string, order: ReadonlyMap<string, number>): number[] {
  const key: number[] = [];
  let path = '';
  let known = false;
  for (const token of pointerTokens(pointer)) {
    if (/^\d+$/u.test(token) && path !== '') {
      path += '[]';
      key.push(Number(token));
      known = false;
      continue;
    }
    path = path === '' ? token : `${path}.${token}`;
    const rank = order.get(path);
    if (rank !== undefined && !known) {
      key.push(rank);
      known = true;
    }
    // Inside a tree the list of sub-clauses has the same fields again.
    if (path.endsWith(`${token}[].${token}`)) path = path.slice(0, -`[].${token}`.length);
  }
  return key.length > 0 ? key : [Number.MAX_SAFE_INTEGER];
}
