/** A record of a registry as data. */
export const recordReferencePattern = '^record:[0-9a-f-]{36}$';

/** What a lookup field names beside the types of party: the records of one registry, `record:<registry key>`. */
export const recordKindPattern = '^record:[a-z][a-z0-9]*(-[a-z0-9]+)*$';

export type RecordKind = `record:${string}`;

/** Key of the registry that a kind of reference names; null for a type of party. */
export function registryOfKind(kind: string): string | null {
  return kind.startsWith('record:') ? kind.slice('record:'.length) : null;
}

/** Id of the record that a reference names; null for what is no reference to a record. */
export function recordIdOf(reference: string): string | null {
  return /^record:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(reference) ? reference.slice('record:'.length) : null;
}
