import { RESERVED_NAMES } from '../judge/scope.js';
import { escapePointer, isRecord, subschemasOf } from '../schema/dialect.js';
import { SCHEMA_LIMITS } from '../schema/schema-limits.js';
import { structureOf, type StructureNode } from '../structure/structure.js';
import { formProblem, type FormProblem } from './form-problem.js';

const FIELD_NAME = /^[a-zA-Z][a-zA-Z0-9_]*$/u;
const COMBINATORS = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'not', 'dependentSchemas'];

/** Where a schema is fine as JSON Schema but not as the description of a form's fields. */
export function structureProblems(schema: Readonly<Record<string, unknown>>, pointer: string): FormProblem[] {
  const structure = structureOf(schema);
  if (structure.kind !== 'object') return [formProblem('schema.notObject', pointer, schema['type'] ?? 'properties: —')];
  const problems: FormProblem[] = [];
  const structural = new Map<object, StructureNode>();
  collect(structure, structural);
  visit(schema, pointer, (at, where) => {
    const node = structural.get(at);
    if (node === undefined) return;
    if (node.kind === 'object') problems.push(...objectProblems(at, node, where, node === structure));
    const maxItems = at['maxItems'];
    if (at['uniqueItems'] === true && !(typeof maxItems === 'number' && maxItems <= SCHEMA_LIMITS.uniqueItems)) {
      problems.push(formProblem('schema.uniqueItems', `${where}/uniqueItems`, maxItems ?? 'maxItems: —'));
    }
  });
  return problems;
}

function objectProblems(schema: Record<string, unknown>, node: StructureNode & { kind: 'object' }, where: string, isRoot: boolean): FormProblem[] {
  const problems: FormProblem[] = [];
  for (const name of node.properties.keys()) {
    const at = `${where}/properties/${escapePointer(name)}`;
    if (!FIELD_NAME.test(name)) problems.push(formProblem('schema.fieldName', at, name));
    else if (isRoot && (RESERVED_NAMES as readonly string[]).includes(name)) problems.push(formProblem('schema.reservedName', at, name));
  }
  const open = Object.hasOwn(schema, 'additionalProperties') ? schema['additionalProperties'] !== false : Object.hasOwn(schema, 'patternProperties');
  if (open) return problems;
  for (const inner of subschemasOf(schema)) {
    if (COMBINATORS.includes(inner.keyword)) problems.push(...undeclared(inner.schema, where + inner.pointer, node));
  }
  return problems;
}

/** A field that only a combinator names would be refused in data, since the object is closed. */
function undeclared(schema: unknown, where: string, node: StructureNode & { kind: 'object' }): FormProblem[] {
  if (!isRecord(schema)) return [];
  const problems: FormProblem[] = [];
  if (isRecord(schema['properties'])) {
    for (const name of Object.keys(schema['properties'])) {
      if (!node.properties.has(name)) problems.push(formProblem('schema.undeclaredField', `${where}/properties/${escapePointer(name)}`, name));
    }
  }
  for (const inner of subschemasOf(schema)) {
    if (COMBINATORS.includes(inner.keyword)) problems.push(...undeclared(inner.schema, where + inner.pointer, node));
  }
  return problems;
}

function collect(node: StructureNode, into: Map<object, StructureNode>): void {
  if (into.has(node.schema)) return;
  into.set(node.schema, node);
  if (node.kind === 'list') collect(node.item, into);
  if (node.kind === 'object') for (const property of node.properties.values()) collect(property, into);
}

function visit(schema: unknown, pointer: string, each: (at: Record<string, unknown>, where: string) => void): void {
  if (!isRecord(schema)) return;
  each(schema, pointer);
  for (const inner of subschemasOf(schema)) visit(inner.schema, pointer + inner.pointer, each);
}
