/**
 * What an expression may read, by name: declared from forms and process variables, so that names with spaces are understood and wrong
 * names and types are found before anything runs. JSON strings declared `date`, `time`, `dateTime` or `duration` become FEEL values
 * when they are read. `values` lists what an enumeration may hold.
 */
export type NameType =
  | { readonly kind: 'any' | 'number' | 'boolean' | 'date' | 'time' | 'dateTime' | 'duration' }
  | { readonly kind: 'string'; readonly values?: readonly string[] }
  | { readonly kind: 'list'; readonly items: NameType }
  | { readonly kind: 'object'; readonly properties: NameTypes };

export type NameTypes = { readonly [name: string]: NameType };

/** @internal What a part of an expression gives. */
export type ValueType = NameType | { readonly kind: 'null' | 'range' | 'function' };

export const ANY = { kind: 'any' } as const;
export const NUMBER = { kind: 'number' } as const;
export const STRING = { kind: 'string' } as const;
export const BOOLEAN = { kind: 'boolean' } as const;
export const NULL = { kind: 'null' } as const;
export const RANGE = { kind: 'range' } as const;

/** A value of the shape of the declared names: the parser learns from its keys where a name with spaces ends. */
export function sampleOf(names: NameTypes): Record<string, unknown> {
  return Object.fromEntries(Object.entries(names).map(([name, type]) => [name, sampleValue(type)]));
}

function sampleValue(type: NameType): unknown {
  switch (type.kind) {
    case 'object':
      return sampleOf(type.properties);
    case 'list':
      return [sampleValue(type.items)];
    default:
      return null;
  }
}
