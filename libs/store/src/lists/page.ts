import type { Queryable } from '../connection/queryable.js';
import type { Conditions } from './conditions.js';

/** Which page of a list. `sort` is one of the list's own keys; an unknown one is ignored, as the list's default is always right. */
export interface PageRequest {
  readonly sort?: string;
  readonly order?: 'asc' | 'desc';
  /** Default 25, at most 200. */
  readonly limit?: number;
  /** `endCursor` of the page before. */
  readonly after?: string;
}

export interface PageOf<Row> {
  readonly items: readonly Row[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  /** Capped at 1000; then `totalCapped` says "at least". */
  readonly total: number;
  readonly totalCapped: boolean;
}

/** By what a list can be sorted. `sql` must never be null and `type` is what a cursor's text is cast to. */
export interface Sort { readonly sql: string; readonly type: string }

export interface ListDefinition {
  readonly columns: string;
  readonly from: string;
  /** Unique within the list; breaks ties of the sort. */
  readonly id: Sort;
  readonly sorts: { readonly [key: string]: Sort };
  readonly defaultSort: string;
  readonly defaultOrder: 'asc' | 'desc';
}

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 200;

/** Nobody pages past it by hand, and counting a million rows costs more than the page itself. */
const COUNT_CAP = 1000;

/** One page by key: a page deep in the list costs as much as the first, and rows that come or go meanwhile shift nothing. */
export async function listPage<Row extends object>(db: Queryable, list: ListDefinition, where: Conditions, page: PageRequest): Promise<PageOf<Row>> {
  const sortKey = page.sort !== undefined && Object.hasOwn(list.sorts, page.sort) ? page.sort : list.defaultSort;
  const sort = list.sorts[sortKey] as Sort;
  const order = page.order ?? (sortKey === list.defaultSort ? list.defaultOrder : 'asc');
  const limit = Math.max(1, Math.min(page.limit ?? DEFAULT_LIMIT, MAX_LIMIT));
  const [counted] = await db.query<{ total: number }>(
    { text: `select count(*)::int as total from (select from ${list.from} ${where.text()} limit ${COUNT_CAP + 1}) as counted` },
    where.values(),
  );
  const total = counted?.total ?? 0;
  const cursor = readCursor(page.after, `${sortKey} ${order}`);
  const seek = where.copy();
  if (cursor !== null) {
    seek.add(`(${sort.sql}, ${list.id.sql}) ${order === 'asc' ? '>' : '<'} (?::${sort.type}, ?::${list.id.type})`, cursor.key, cursor.id);
  }
  const rows = await db.query<Row & { cursorKey: string; cursorId: string }>(
    {
      text: `select ${list.columns}, (${sort.sql})::text as "cursorKey", (${list.id.sql})::text as "cursorId"
        from ${list.from} ${seek.text()} order by ${sort.sql} ${order}, ${list.id.sql} ${order} limit ${limit + 1}`,
    },
    seek.values(),
  );
  const shown = rows.slice(0, limit);
  const last = shown[shown.length - 1];
  return {
    items: shown.map(({ cursorKey: _key, cursorId: _id, ...row }) => row as unknown as Row),
    pageInfo: {
      endCursor: last === undefined ? null : writeCursor({ by: `${sortKey} ${order}`, key: last.cursorKey, id: last.cursorId }),
      hasNextPage: rows.length > limit,
    },
    total: Math.min(total, COUNT_CAP),
    totalCapped: total > COUNT_CAP,
  };
}

interface Cursor { readonly by: string; readonly key: string; readonly id: string }

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.by, cursor.key, cursor.id])).toString('base64url');
}

/** Null for none, and for one that was made for another order: the list then starts from the beginning. */
function readCursor(text: string | undefined, by: string): Cursor | null {
  if (text === undefined || text === '' || text.length > 2000) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed) || parsed.length !== 3 || !parsed.every((part) => typeof part === 'string')) return null;
    const [madeFor, key, id] = parsed as [string, string, string];
    return madeFor === by ? { by, key, id } : null;
  } catch {
    return null;
  }
}
