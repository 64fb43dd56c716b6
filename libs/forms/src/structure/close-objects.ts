import { isRecord, type JsonSchema } from '../schema/dialect.js';
import { structureOf, type StructureNode } from './structure.js';

/**
 * The schema with every object of the form's structure closed: fields that the form does not have are refused (mass assignment, and a
 * misspelt field of a client). Objects that say `additionalProperties` themselves stay as they are. Combinators are left open,
 * because they only constrain.
 */
export function closeObjects(schema: JsonSchema): JsonSchema {
  const structural = new Set<object>();
  collect(structureOf(schema), structural, new Set());
  return copy(schema, structural) as JsonSchema;
}

function collect(node: StructureNode, into: Set<object>, seen: Set<StructureNode>): void {
  if (seen.has(node)) return;
  seen.add(node);
  if (node.kind === 'list') collect(node.item, into, seen);
  if (node.kind !== 'object') return;
  into.add(node.schema);
  for (const property of node.properties.values()) collect(property, into, seen);
}

function copy(value: unknown, structural: ReadonlySet<object>): unknown {
  if (Array.isArray(value)) return value.map((item) => copy(item, structural));
  if (!isRecord(value)) return value;
  const copied: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    Object.defineProperty(copied, name, { value: copy(inner, structural), enumerable: true, writable: true, configurable: true });
  }
  const open = !Object.hasOwn(value, 'additionalProperties') && !Object.hasOwn(value, 'patternProperties');
  if (structural.has(value) && open) copied['additionalProperties'] = false;
  return copied;
}
