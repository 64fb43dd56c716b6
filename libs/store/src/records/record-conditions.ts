import { scopeSql } from '../lists/conditions.js';
import type { Conditions } from '../lists/conditions.js';

/**
 * Whose records are meant: those of organisations at or below `paths`, and those of organisations on the way from the root to one of
 * `upTo`. This is the one predicate of records; the list, its count, the export, a lookup and a single record all go by it.
 */
export interface RecordScope { readonly paths: readonly string[]; readonly upTo: readonly string[] }

/**
 * A condition on one field; `path` as in the form. `equals`: any of the values; a list of values holds one of them. `differs`: none of
 * them, or no value at all.
 */
export type RecordCondition =
  | { readonly kind: 'equals'; readonly path: string; readonly values: readonly (string | number | boolean)[]; readonly list: boolean }
  | { readonly kind: 'differs'; readonly path: string; readonly values: readonly (string | number | boolean)[]; readonly list: boolean }
  | { readonly kind: 'contains'; readonly path: string; readonly text: string }
  | { readonly kind: 'present'; readonly path: string }
  | { readonly kind: 'absent'; readonly path: string };

export function addRecordScope(where: Conditions, { paths, upTo }: RecordScope): void {
  where.add(`(${scopeSql('r.path', '?')} or exists (select from unnest(?::text[]) as line (at) where line.at = r.path or starts_with(line.at, r.path || '/')))`, paths, upTo);
}

export function addRecordCondition(where: Conditions, condition: RecordCondition): void {
  const path = condition.path.split('.');
  switch (condition.kind) {
    // Containment, so that the index over the data serves it.
    case 'equals': where.add('r.data @> any(?::jsonb[])', held(path, condition)); break;
    case 'differs': where.add('not r.data @> any(?::jsonb[])', held(path, condition)); break;
    case 'contains': where.add('r.data #>> ?::text[] ilike ?', path, `%${condition.text.slice(0, 200).replace(/[\\%_]/g, (found) => `\\${found}`)}%`); break;
    case 'present': where.add('r.data #> ?::text[] is not null', path); break;
    case 'absent': where.add('r.data #> ?::text[] is null', path); break;
    default: condition satisfies never;
  }
}

function held(path: readonly string[], { values, list }: { readonly values: readonly (string | number | boolean)[]; readonly list: boolean }): readonly string[] {
  return values.map((value) => JSON.stringify(wrapped(path, list ? [value] : value)));
}

function wrapped(path: readonly string[], value: unknown): unknown {
  return path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
}
