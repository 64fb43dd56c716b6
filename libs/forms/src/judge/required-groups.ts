import { isRecord } from '../schema/dialect.js';
import { setOwn } from '../structure/empty-values.js';
import { own } from '../structure/form-path.js';
import type { StructureNode } from '../structure/structure.js';

/** A group that requires itself has no end; nobody could fill it in either. */
const MAX_DEPTH = 32;

/**
 * A view of the data for the schema in which a required group of fields is there even if nothing in it is filled in: so the fields of the
 * group are reported, not a group that nobody sees. The data itself is not changed.
 */
export function withRequiredGroups(structure: StructureNode, data: Record<string, unknown>, depth = 0): Record<string, unknown> {
  if (structure.kind !== 'object' || depth > MAX_DEPTH) return data;
  let view = data;
  for (const [name, property] of structure.properties) {
    if (property.kind !== 'object') continue;
    const value = own(data, name) ?? (structure.required.has(name) ? {} : undefined);
    if (!isRecord(value)) continue;
    const inner = withRequiredGroups(property, value, depth + 1);
    if (inner === own(data, name)) continue;
    if (view === data) view = { ...data };
    setOwn(view, name, inner);
  }
  return view;
}
