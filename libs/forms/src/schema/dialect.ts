/** Keywords of the form dialect of JSON Schema 2020-12, by what stands under them. Everything else is refused by name. */
export const SUBSCHEMA = ['additionalProperties', 'propertyNames', 'contains', 'items', 'not', 'if', 'then', 'else'] as const;
export const SUBSCHEMA_LIST = ['prefixItems', 'allOf', 'anyOf', 'oneOf'] as const;
export const SUBSCHEMA_MAP = ['properties', 'patternProperties', '$defs', 'dependentSchemas'] as const;
export const PLAIN = [
  'type', 'enum', 'const', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'maxLength', 'minLength',
  'pattern', 'maxItems', 'minItems', 'uniqueItems', 'maxContains', 'minContains', 'required', 'maxProperties', 'minProperties',
  'dependentRequired', 'format', 'title', 'description', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly', '$comment', '$ref',
] as const;

export const DIALECT_URI = 'https://json-schema.org/draft/2020-12/schema';

const known = new Set<string>([...SUBSCHEMA, ...SUBSCHEMA_LIST, ...SUBSCHEMA_MAP, ...PLAIN]);

export function isDialectKeyword(keyword: string): boolean {
  return known.has(keyword);
}

export type JsonSchema = Readonly<Record<string, unknown>> | boolean;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Every subschema directly under this one, with its pointer relative to it. Data positions (`const`, `enum`, `default`) are not entered. */
export function subschemasOf(schema: JsonSchema): readonly { readonly pointer: string; readonly keyword: string; readonly schema: unknown }[] {
  if (!isRecord(schema)) return [];
  const found: { pointer: string; keyword: string; schema: unknown }[] = [];
  for (const keyword of SUBSCHEMA) {
    if (Object.hasOwn(schema, keyword)) found.push({ pointer: `/${keyword}`, keyword, schema: schema[keyword] });
  }
  for (const keyword of SUBSCHEMA_LIST) {
    const list = schema[keyword];
    if (Array.isArray(list)) list.forEach((item, index) => found.push({ pointer: `/${keyword}/${index}`, keyword, schema: item }));
  }
  for (const keyword of SUBSCHEMA_MAP) {
    const map = schema[keyword];
    if (!isRecord(map)) continue;
    for (const [name, item] of Object.entries(map)) found.push({ pointer: `/${keyword}/${escapePointer(name)}`, keyword, schema: item });
  }
  return found;
}

/** The schema that `#/…` points to; undefined where nothing is there. */
export function resolveRef(root: JsonSchema, ref: string): JsonSchema | undefined {
  if (ref === '#') return root;
  if (!ref.startsWith('#/')) return undefined;
  let at: unknown = root;
  for (const raw of ref.slice(2).split('/')) {
    const name = unescapeRef(raw);
    if (Array.isArray(at) && /^\d+$/u.test(name)) at = at[Number(name)];
    else if (isRecord(at) && Object.hasOwn(at, name)) at = at[name];
    else return undefined;
  }
  return isRecord(at) || typeof at === 'boolean' ? at : undefined;
}

/** A URI fragment: percent-decoded first, then RFC 6901's own escapes. A torn escape is taken as it stands. */
function unescapeRef(raw: string): string {
  let decoded = raw;
  try {
    decoded = decodeURIComponent(raw);
  } catch {
    // a name with a bare `%`
  }
  return decoded.replaceAll('~1', '/').replaceAll('~0', '~');
}
