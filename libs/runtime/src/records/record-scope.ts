import { isWithin } from '@reglament/access';
import type { RecordScope } from '@reglament/store';

/** What the store's predicate says of a row, for one record at hand. */
export function isWithinScope(path: string, { paths, upTo }: RecordScope): boolean {
  return paths.some((above) => isWithin(path, above)) || upTo.some((below) => isWithin(below, path));
}

/** A case works with the records of its organisation, of those above it and of those below it. */
export function scopeOfCase(organisation: { readonly path: string }): RecordScope {
  return { paths: [organisation.path], upTo: [organisation.path] };
}
