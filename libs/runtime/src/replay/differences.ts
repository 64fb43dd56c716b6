const TOLD = 5;

/** JSON pointers at which two values of JSON differ: at most five, deepest first found. Places, never values. */
export function differences(one: unknown, other: unknown): readonly string[] {
  const found: string[] = [];
  compare(one, other, '', found);
  return found.slice(0, TOLD);
}

function compare(one: unknown, other: unknown, pointer: string, found: string[]): void {
  if (found.length > TOLD || Object.is(one, other)) return;
  if (!isTree(one) || !isTree(other) || Array.isArray(one) !== Array.isArray(other)) {
    // -0 comes back from the database as 0.
    if (one !== other) found.push(pointer === '' ? '/' : pointer);
    return;
  }
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) compare(one[key], other[key], `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, found);
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
