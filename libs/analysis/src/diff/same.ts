import { canonicalJson } from '@reglament/contracts';

/** Lists whose order says nothing: `all` and `any` have no side effects, and who may look on is a set. */
const SETS: ReadonlySet<string> = new Set(['all', 'any', 'fourEyes', 'observers', 'snapshot']);

/**
 * Whether two parts of a definition mean the same: the order of keys, and of lists that are sets, is no difference.
 *
 * @param property the name under which they stand, where it tells that they are such a list.
 */
export function same(one: unknown, other: unknown, property = ''): boolean {
  return one === other || formOf(one, property) === formOf(other, property);
}

function formOf(value: unknown, property: string): string {
  return value === undefined ? 'undefined' : canonicalJson(sorted(value, SETS.has(property)));
}

function sorted(value: unknown, isSet: boolean): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => sorted(item, false));
    return isSet ? items.map((item) => ({ item, text: canonicalJson(item) })).sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text))).map(({ item }) => item) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, sorted(item, SETS.has(key))]])));
}
