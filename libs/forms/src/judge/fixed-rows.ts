import { isRecord } from '../schema/dialect.js';
import { withoutEmptyValues } from '../structure/empty-values.js';
import type { CompiledForm } from './compile-form-with.js';
import { writeAt } from './draft-data.js';
import { cloneJson, valueAt } from './json-value.js';

/**
 * The data with the rows of every fixed list as they were given out: what a client adds is left out, what it leaves out is put back, and
 * the order is that of the rows given out. A list inside rows is never fixed.
 */
export function withFixedRows(form: CompiledForm, given: Record<string, unknown>, base: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> {
  const fixed = base === undefined ? [] : fixedLists(form);
  if (base === undefined || fixed.length === 0) return given;
  const data = cloneJson(given);
  for (const pointer of fixed) {
    const rows = listAt(base, pointer);
    writeAt(data, pointer, rows.length === 0 ? undefined : aligned(rows, listAt(given, pointer)));
  }
  return data;
}

function fixedLists(form: CompiledForm): readonly string[] {
  return [...form.fields].flatMap(([path, field]) => (field.widget === 'rows' && field.fixed === true && !path.includes('[') ? [`/${path.replaceAll('.', '/')}`] : []));
}

function aligned(rows: readonly unknown[], given: readonly unknown[]): unknown[] {
  return rows.map((row, index) => {
    const id = isRecord(row) ? row['id'] : undefined;
    const same = typeof id === 'string' ? given.find((other) => isRecord(other) && other['id'] === id) : given[index];
    return isRecord(same) ? cloneJson(same) : withoutEmptyValues({ row: cloneJson(row) })['row'];
  });
}

function listAt(data: Readonly<Record<string, unknown>>, pointer: string): readonly unknown[] {
  const value = valueAt(data, pointer);
  return Array.isArray(value) ? value : [];
}
