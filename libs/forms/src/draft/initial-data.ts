import type { CompiledForm } from '../judge/compile-form-with.js';
import { cloneJson } from '../judge/json-value.js';
import { isRecord } from '../schema/dialect.js';
import { setOwn, withoutEmptyValues } from '../structure/empty-values.js';
import { own } from '../structure/form-path.js';
import type { StructureNode } from '../structure/structure.js';

export interface InitialData {
  readonly data: Record<string, unknown>;
  /** Top-level names of the prefill that the form does not have; a process may map more than this form asks. */
  readonly ignored: readonly string[];
}

/** What a form starts with: the schema's `default` values, over them what the process or the caller fills in beforehand. */
export function initialData(form: CompiledForm, prefill: Readonly<Record<string, unknown>> = {}): InitialData {
  const data = defaultsOf(form.structure, 0);
  const start = isRecord(data) ? data : {};
  const ignored: string[] = [];
  const names = form.structure.kind === 'object' ? form.structure.properties : new Map<string, StructureNode>();
  for (const [name, value] of Object.entries(prefill)) {
    const node = names.get(name);
    if (node === undefined) ignored.push(name);
    else setOwn(start, name, over(own(start, name), value));
  }
  return { data: withoutEmptyValues(start), ignored };
}

/** The values a new row of this list starts with. */
export function newRow(row: StructureNode): Record<string, unknown> {
  const data = defaultsOf(row, 0);
  return isRecord(data) ? data : {};
}

/** A group's defaults are made of its fields' defaults; a list starts empty, its rows are the person's to add. */
function defaultsOf(node: StructureNode, depth: number): unknown {
  if (Object.hasOwn(node.schema, 'default')) return cloneJson(node.schema['default']);
  if (node.kind !== 'object' || depth > 16) return undefined;
  const data: Record<string, unknown> = {};
  for (const [name, property] of node.properties) {
    const value = defaultsOf(property, depth + 1);
    if (value !== undefined) setOwn(data, name, value);
  }
  return Object.keys(data).length > 0 ? data : undefined;
}

function over(start: unknown, value: unknown): unknown {
  if (!isRecord(start) || !isRecord(value)) return cloneJson(value);
  const merged = { ...start };
  for (const [name, inner] of Object.entries(value)) setOwn(merged, name, over(own(start, name), inner));
  return merged;
}
