import { fault, TemplateRefusal } from './template-fault.js';
import { templateFilter, type TemplateFilter } from './template-filters.js';

/** A tag read: the way to a value and the formatters that it goes through. */
export interface TemplateTag {
  path: readonly string[];
  filters: readonly { apply: TemplateFilter; argument: string | undefined; name: string }[];
}

const name = '[\\p{L}_][\\p{L}\\p{N}_]{0,63}';
const pathPattern = new RegExp(`^(?:\\.|${name}(?:\\.(?:${name}|\\d{1,4})){0,15})$`, 'u');

/**
 * Reads what stands between the braces: `person.position`, `.` for the item of a loop, then formatters after `|`. There are no
 * expressions, calls or literals, so a template can compute nothing and reach nothing but the data that it is given.
 *
 * @throws TemplateRefusal
 */
export function readTemplateTag(text: string): TemplateTag {
  const [path = '', ...rest] = text.replace(/[\u00a0\s]+/gu, ' ').split('|').map((part) => part.trim());
  if (!pathPattern.test(path) || text.length > 500) throw new TemplateRefusal(fault('tag-not-understood', text));
  const filters = rest.map((part) => {
    const at = part.indexOf(':');
    const filterName = (at === -1 ? part : part.slice(0, at)).trim();
    const apply = templateFilter(filterName);
    if (apply === undefined) throw new TemplateRefusal(fault('unknown-filter', filterName));
    return { apply, argument: at === -1 ? undefined : part.slice(at + 1).trim(), name: filterName };
  });
  return { path: path === '.' ? [] : path.split('.'), filters };
}

/** The value that a tag points to in a scope: own members of plain data only, so prototypes and methods are out of reach. */
export function valueAt(scope: unknown, path: readonly string[]): unknown {
  let value = scope;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return typeof value === 'function' || typeof value === 'symbol' ? undefined : value;
}
