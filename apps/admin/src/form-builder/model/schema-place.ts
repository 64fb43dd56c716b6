import type { FormDataSchema, FormDefinition } from '@reglament/contracts';

type Schema = FormDataSchema;
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The part of the schema that describes a question; null where it is not written out in its place (a reference, a combinator): that is not changed here. */
export function schemaAt(form: FormDefinition, path: string): Schema | null {
  let at: unknown = form.schema;
  for (const name of path.split('.')) {
    const properties = isSchema(at) ? at['properties'] : null;
    if (!isSchema(properties) || !Object.hasOwn(properties, name)) return null;
    at = properties[name];
  }
  return isSchema(at) && !('$ref' in at) ? at : null;
}

/** Puts a question's schema in its place; null takes it away, with its being required. */
export function withSchemaAt(form: FormDefinition, path: string, schema: Schema | null): FormDefinition {
  return { ...form, schema: put(form.schema, path.split('.'), schema) };
}

function put(parent: Schema, [name = '', ...rest]: readonly string[], schema: Schema | null): Schema {
  const properties = isSchema(parent['properties']) ? parent['properties'] : {};
  if (rest.length > 0) {
    const inner = properties[name];
    return isSchema(inner) ? { ...parent, properties: { ...properties, [name]: put(inner, rest, schema) } } : parent;
  }
  if (schema !== null) return { ...parent, properties: { ...properties, [name]: schema } };
  const { [name]: _gone, ...left } = properties;
  return { ...requiring(parent, name, false), properties: left };
}

export function isRequired(form: FormDefinition, path: string): boolean {
  const names = path.split('.');
  const name = names.pop() ?? '';
  const parent = names.length === 0 ? form.schema : schemaAt(form, names.join('.'));
  return Array.isArray(parent?.['required']) && parent['required'].includes(name);
}

export function withRequired(form: FormDefinition, path: string, required: boolean): FormDefinition {
  const names = path.split('.');
  const name = names.pop() ?? '';
  if (names.length === 0) return { ...form, schema: requiring(form.schema, name, required) };
  const parent = schemaAt(form, names.join('.'));
  return parent ? withSchemaAt(form, names.join('.'), requiring(parent, name, required)) : form;
}

function requiring(parent: Schema, name: string, required: boolean): Schema {
  const { required: before, ...rest } = parent;
  const others = Array.isArray(before) ? before.filter((each) => each !== name) : [];
  const now = required ? [...others, name] : others;
  return now.length > 0 ? { ...rest, required: now } : rest;
}
