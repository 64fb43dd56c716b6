import { escapePointer, isRecord } from '../schema/dialect.js';
import type { ListNode, StructureNode } from './structure.js';

/** `rows`: each item of the list; `tree`: each item, and each item of the list of the same name inside it, at every depth. */
export type PathEach = 'no' | 'rows' | 'tree';
export interface PathSegment { readonly name: string; readonly each: PathEach }
export type FormPath = readonly PathSegment[];

export function parsePath(text: string): FormPath {
  return text.split('.').map((part) => {
    if (part.endsWith('[**]')) return { name: part.slice(0, -4), each: 'tree' };
    if (part.endsWith('[]')) return { name: part.slice(0, -2), each: 'rows' };
    return { name: part, each: 'no' };
  });
}

export function pathText(path: FormPath): string {
  return path.map(({ name, each }) => name + (each === 'rows' ? '[]' : each === 'tree' ? '[**]' : '')).join('.');
}

export function hasRows(path: FormPath): boolean {
  return path.some(({ each }) => each !== 'no');
}

/** The part of a path up to and with its last row segment: the rows that a rule runs over. Null for the whole form. */
export function rowsOf(path: FormPath): FormPath | null {
  const last = path.findLastIndex(({ each }) => each !== 'no');
  return last < 0 ? null : path.slice(0, last + 1);
}

/** The node of the form that a path names; null where there is none. `items` is the list, `items[]` one row. */
export function nodeAt(structure: StructureNode, path: FormPath): StructureNode | null {
  let at: StructureNode = structure;
  for (const { name, each } of path) {
    if (at.kind !== 'object') return null;
    const next = at.properties.get(name);
    if (next === undefined) return null;
    if (each === 'no') at = next;
    else if (next.kind !== 'list') return null;
    else if (each === 'tree' && !isTree(next, name)) return null;
    else at = next.item;
  }
  return at;
}

function isTree(list: ListNode, name: string): boolean {
  return list.item.kind === 'object' && list.item.properties.get(name)?.kind === 'list';
}

/** One place in given data that a path means. */
export interface Place {
  readonly pointer: string;
  readonly name: string;
  /** The object that holds, or would hold, the value; undefined where it is not there. */
  readonly holder: Record<string, unknown> | undefined;
  /** The innermost row around the place and its number from 1; null outside rows. */
  readonly row: Record<string, unknown> | null;
  readonly index: number | null;
}

export interface Row { readonly pointer: string; readonly row: Record<string, unknown>; readonly index: number }

/** All places of a path in the data, in order. The path must not end in rows. */
export function placesOf(path: FormPath, data: Record<string, unknown>): Place[] {
  const rows = rowsOf(path);
  const rest = rows === null ? path : path.slice(rows.length);
  if (rows === null) return [placeIn(rest, '', data, null, null)];
  return rowPlaces(rows, data).map(({ pointer, row, index }) => placeIn(rest, pointer, row, row, index));
}

export function placeIn(
  path: FormPath, start: string, from: Record<string, unknown>, row: Record<string, unknown> | null, index: number | null,
): Place {
  let pointer = start;
  let holder: Record<string, unknown> | undefined = from;
  for (const { name } of path.slice(0, -1)) {
    pointer += `/${escapePointer(name)}`;
    const next: unknown = holder === undefined ? undefined : own(holder, name);
    holder = isRecord(next) ? next : undefined;
  }
  const name = path.at(-1)?.name ?? '';
  return { pointer: `${pointer}/${escapePointer(name)}`, name, holder, row, index };
}

/** Every row that a path ending in rows means. */
export function rowPlaces(path: FormPath, data: Record<string, unknown>): Row[] {
  let level: Row[] = [{ pointer: '', row: data, index: 0 }];
  for (const { name, each } of path) {
    level = level.flatMap(({ pointer, row, index }) => {
      const value = own(row, name);
      const at = `${pointer}/${escapePointer(name)}`;
      if (each === 'no') return isRecord(value) ? [{ pointer: at, row: value, index }] : [];
      return itemsOf(value, at, each === 'tree' ? name : null);
    });
  }
  return level;
}

function itemsOf(list: unknown, pointer: string, children: string | null): Row[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, position) => {
    if (!isRecord(item)) return [];
    const at = `${pointer}/${position}`;
    const self = { pointer: at, row: item, index: position + 1 };
    return children === null ? [self] : [self, ...itemsOf(own(item, children), `${at}/${escapePointer(children)}`, children)];
  });
}

/** Never reads what an object inherits: a field may be called `constructor`. */
export function own(record: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
