import { newRow, type ListNode } from '@reglament/forms';

export type RowData = Readonly<Record<string, unknown>>;

export function rowsOf(value: unknown): readonly RowData[] {
  return Array.isArray(value) ? value.map((item: unknown) => (typeof item === 'object' && item !== null && !Array.isArray(item) ? (item as RowData) : {})) : [];
}

/** A fresh row with its defaults; where rows have an `id` of text it gets one, so that drafts merge row by row. */
export function freshRow(node: ListNode): RowData {
  const row = newRow(node.item);
  const id = node.item.kind === 'object' ? node.item.properties.get('id') : undefined;
  return id !== undefined && id.schema['type'] === 'string' ? { id: freshId(), ...row } : row;
}

export function freshId(): string {
  return crypto.randomUUID();
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** Keys for React: a row's own id where it has one, else its place. */
export function keysOf(rows: readonly RowData[]): readonly string[] {
  return rows.map((row, index) => (typeof row['id'] === 'string' ? row['id'] : `#${index}`));
}
