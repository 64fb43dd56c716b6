import type { NameType, NameTypes } from '@reglament/expressions';
import { nodeAt, pathText, type FormPath } from '../structure/form-path.js';
import type { StructureNode } from '../structure/structure.js';

/** A tree of clauses is known to expressions this many levels deep; below, anything may stand. */
const MAX_DEPTH = 4;

const ANY: NameType = { kind: 'any' };
const NUMBER: NameType = { kind: 'number' };

/**
 * The names and types that an expression may use, so that a renamed field is found when the form is published. Asked with the rows in which
 * the expression runs, or with null for the whole form; made once per place.
 */
export function expressionNames(root: StructureNode): (rows: FormPath | null) => NameTypes {
  const made = new Map<string, NameTypes>();
  const properties = root.kind === 'object' ? propertiesOf(root, 0) : {};
  const form: NameType = root.kind === 'object' ? { kind: 'object', properties } : ANY;
  return (rows) => {
    const key = rows === null ? '' : pathText(rows);
    const known = made.get(key);
    if (known !== undefined) return known;
    const row = rows === null ? null : nodeAt(root, rows);
    const own = rows === null ? properties : row?.kind === 'object' ? propertiesOf(row, 0) : {};
    const names: NameTypes = { ...own, form, facts: ANY, ...(rows === null ? {} : { index: NUMBER }) };
    made.set(key, names);
    return names;
  };
}

function propertiesOf(node: StructureNode & { kind: 'object' }, depth: number): NameTypes {
  return Object.fromEntries([...node.properties].map(([name, property]) => [name, typeOf(property, depth + 1)]));
}

function typeOf(node: StructureNode, depth: number): NameType {
  if (depth > MAX_DEPTH) return ANY;
  if (node.kind === 'object') return { kind: 'object', properties: propertiesOf(node, depth) };
  if (node.kind === 'list') return { kind: 'list', items: typeOf(node.item, depth) };
  return valueType(node.schema);
}

function valueType(schema: Readonly<Record<string, unknown>>): NameType {
  const values = Array.isArray(schema['enum']) ? schema['enum'] : Object.hasOwn(schema, 'const') ? [schema['const']] : null;
  if (values?.every((value) => typeof value === 'string') === true) return { kind: 'string', values };
  if (values?.every((value) => typeof value === 'number') === true) return { kind: 'number' };
  if (values?.every((value) => typeof value === 'boolean') === true) return { kind: 'boolean' };
  switch (schema['type']) {
    case 'number': case 'integer': return { kind: 'number' };
    case 'boolean': return { kind: 'boolean' };
    case 'string': return textType(schema['format']);
    default: return ANY;
  }
}

function textType(format: unknown): NameType {
  switch (format) {
    case 'date': return { kind: 'date' };
    case 'time': return { kind: 'time' };
    case 'date-time': return { kind: 'dateTime' };
    case 'duration': return { kind: 'duration' };
    default: return { kind: 'string' };
  }
}
