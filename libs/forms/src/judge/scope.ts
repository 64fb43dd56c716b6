import type { StructureNode } from '../structure/structure.js';
import { setOwn } from '../structure/empty-values.js';

/** Names that every expression of a form knows; a field may not be called so. */
export const RESERVED_NAMES = ['form', 'facts', 'index'] as const;

export type Scope = Record<string, unknown>;

/**
 * Names an expression sees: the fields of the form, or of the row it runs in, each absent one as null (FEEL would warn of an unknown
 * name), and `form`, `facts`, and in a row `index` from 1.
 */
export function scopeOf(
  node: StructureNode | null, values: Record<string, unknown>, form: Record<string, unknown>, facts: Readonly<Record<string, unknown>>, index: number | null,
): Scope {
  const scope: Scope = {};
  if (node?.kind === 'object') for (const name of node.properties.keys()) setOwn(scope, name, null);
  for (const [name, value] of Object.entries(values)) setOwn(scope, name, value);
  scope['form'] = form;
  scope['facts'] = facts;
  if (index !== null) scope['index'] = index;
  return scope;
}
