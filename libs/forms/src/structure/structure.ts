import { isRecord, resolveRef, type JsonSchema } from '../schema/dialect.js';

/**
 * What fields a form has, read from the part of its schema that names them: `properties`, `items`, and `$ref` on the way. Combinators
 * (`allOf`, `if` …) only constrain fields; they never add one. A recursive schema gives a node that contains itself.
 */
export type StructureNode = ObjectNode | ListNode | ValueNode;

export interface ObjectNode {
  readonly kind: 'object';
  readonly schema: Readonly<Record<string, unknown>>;
  readonly properties: ReadonlyMap<string, StructureNode>;
  readonly required: ReadonlySet<string>;
}
export interface ListNode { readonly kind: 'list'; readonly schema: Readonly<Record<string, unknown>>; readonly item: StructureNode }
export interface ValueNode { readonly kind: 'value'; readonly schema: Readonly<Record<string, unknown>> }

export function structureOf(root: JsonSchema): StructureNode {
  const made = new Map<object, StructureNode>();
  return nodeOf(root, root, made);
}

function nodeOf(schema: unknown, root: JsonSchema, made: Map<object, StructureNode>): StructureNode {
  const resolved = follow(schema, root);
  const known = made.get(resolved);
  if (known !== undefined) return known;
  if (isRecord(resolved['properties'])) {
    const properties = new Map<string, StructureNode>();
    const required = new Set(Array.isArray(resolved['required']) ? resolved['required'].filter((name) => typeof name === 'string') : []);
    const node: ObjectNode = { kind: 'object', schema: resolved, properties, required };
    made.set(resolved, node);
    for (const [name, property] of Object.entries(resolved['properties'])) properties.set(name, nodeOf(property, root, made));
    return node;
  }
  if (isRecord(resolved['items'])) {
    const node: { kind: 'list'; schema: Record<string, unknown>; item: StructureNode } = { kind: 'list', schema: resolved, item: { kind: 'value', schema: {} } };
    made.set(resolved, node);
    node.item = nodeOf(resolved['items'], root, made);
    return node;
  }
  const node: ValueNode = { kind: 'value', schema: resolved };
  made.set(resolved, node);
  return node;
}

/** A chain of `$ref` ends somewhere or in nothing; a ring of them is a fault that `dialectProblems` reports, here it ends. */
function follow(schema: unknown, root: JsonSchema): Record<string, unknown> {
  let at = schema;
  for (let step = 0; step < 32; step += 1) {
    if (!isRecord(at)) return {};
    if (typeof at['$ref'] !== 'string' || isRecord(at['properties'])) return at;
    at = resolveRef(root, at['$ref']);
  }
  return {};
}
