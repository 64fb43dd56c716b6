import { isRecord } from '../schema/dialect.js';
import { escapePointer } from '../schema/dialect.js';
import { cloneJson, equalJson } from '../judge/json-value.js';
import { own } from '../structure/form-path.js';
import { setOwn } from '../structure/empty-values.js';

/** A field that both sides changed differently. The merged draft holds `mine`; the person decides with both in view. */
export interface MergeConflict { readonly pointer: string; readonly base: unknown; readonly mine: unknown; readonly theirs: unknown }

export interface MergedDraft { readonly merged: Record<string, unknown>; readonly conflicts: readonly MergeConflict[] }

/**
 * Three-way merge of a draft field by field (decision 12): `base` is what both sides started from, `mine` what this device holds, `theirs`
 * what the server holds now. A field changed on one side takes that side. Rows that carry an `id` are merged row by row wherever they
 * stand; lists without ids are merged by position when no side added or removed rows, else as one field. A row that one side removed
 * and the other changed is kept and reported. Nothing is lost silently.
 */
export function mergeDraft(
  base: Readonly<Record<string, unknown>>, mine: Readonly<Record<string, unknown>>, theirs: Readonly<Record<string, unknown>>,
): MergedDraft {
  const conflicts: MergeConflict[] = [];
  const merged = mergeRecords(base, mine, theirs, '', conflicts);
  return { merged, conflicts };
}

type Json = Readonly<Record<string, unknown>>;

function mergeRecords(base: Json, mine: Json, theirs: Json, pointer: string, conflicts: MergeConflict[]): Record<string, unknown> {
  const merged: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const value = mergeValues(own(base, name), own(mine, name), own(theirs, name), `${pointer}/${escapePointer(name)}`, conflicts);
    if (value !== undefined) setOwn(merged, name, value);
  }
  return merged;
}

function mergeValues(base: unknown, mine: unknown, theirs: unknown, pointer: string, conflicts: MergeConflict[]): unknown {
  if (equalJson(mine, theirs) || equalJson(theirs, base)) return cloneJson(mine);
  if (equalJson(mine, base)) return cloneJson(theirs);
  if (isRecord(mine) && isRecord(theirs)) return mergeRecords(isRecord(base) ? base : {}, mine, theirs, pointer, conflicts);
  if (Array.isArray(mine) && Array.isArray(theirs)) return mergeLists(Array.isArray(base) ? base : [], mine, theirs, pointer, conflicts);
  conflicts.push({ pointer, base, mine, theirs });
  return cloneJson(mine === undefined ? theirs : mine);
}

function mergeLists(base: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[], pointer: string, conflicts: MergeConflict[]): unknown[] {
  if ([base, mine, theirs].every((list) => idsOf(list) !== null)) return mergeRows(base as Json[], mine as Json[], theirs as Json[], pointer, conflicts);
  const records = [base, mine, theirs].every((list) => list.every(isRecord));
  if (records && base.length === mine.length && mine.length === theirs.length) {
    return mine.map((item, index) => mergeValues(base[index], item, theirs[index], `${pointer}/${index}`, conflicts));
  }
  conflicts.push({ pointer, base, mine, theirs });
  return cloneJson([...mine]);
}

/** The rows' ids; null where a row has none or two rows share one. */
function idsOf(list: readonly unknown[]): string[] | null {
  const ids = list.map((item) => (isRecord(item) && typeof item['id'] === 'string' ? item['id'] : null));
  return ids.every((id) => id !== null) && new Set(ids).size === ids.length ? ids : null;
}

function mergeRows(base: readonly Json[], mine: readonly Json[], theirs: readonly Json[], pointer: string, conflicts: MergeConflict[]): unknown[] {
  const find = (list: readonly Json[], id: unknown) => list.find((row) => row['id'] === id);
  const merged: unknown[] = [];
  for (const id of orderOf(base, mine, theirs)) {
    const [before, here, there] = [find(base, id), find(mine, id), find(theirs, id)];
    const at = `${pointer}/${merged.length}`;
    if (here !== undefined && there !== undefined) merged.push(mergeValues(before, here, there, at, conflicts));
    else if (before === undefined) merged.push(cloneJson(here ?? there));
    else if (!equalJson(here ?? there, before)) {
      conflicts.push({ pointer: at, base: before, mine: here, theirs: there });
      merged.push(cloneJson(here ?? there));
    }
  }
  return merged;
}

/** The order of the side that moved rows, mine where both did; rows that only the other side has come after their neighbour there. */
function orderOf(base: readonly Json[], mine: readonly Json[], theirs: readonly Json[]): unknown[] {
  const ids = (list: readonly Json[]) => list.map((row) => row['id']);
  const common = (list: readonly Json[]) => ids(list).filter((id) => ids(base).includes(id));
  const moved = (list: readonly Json[]) => !equalJson(common(list), ids(base).filter((id) => ids(list).includes(id)));
  const [first, second] = !moved(mine) && moved(theirs) ? [ids(theirs), ids(mine)] : [ids(mine), ids(theirs)];
  const order = [...first];
  second.forEach((id, index) => {
    if (order.includes(id)) return;
    const before = second.slice(0, index).findLast((other) => order.includes(other));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  return order;
}
