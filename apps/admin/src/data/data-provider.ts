import type { Page } from '@reglament/contracts';
import type { DataProvider, GetListParams, RaRecord } from 'react-admin';
import { CursorBook } from './cursors.js';
import { api, type Query } from './http.js';

type Row = Record<string, unknown>;
export interface ListMeta {
  readonly total: number;
  readonly totalCapped: boolean;
}

const book = new CursorBook();

/** Rows of some lists are named by a key; react-admin wants `id`. */
const withId = (row: Row): RaRecord => ({ ...row, id: (row['id'] ?? row['key']) as string });

/** Where a list lies. A list inside another object is named by `meta.path`. */
const pathOf = (resource: string, meta: unknown): string =>
  typeof meta === 'object' && meta !== null && 'path' in meta && typeof meta.path === 'string' ? meta.path : `/${resource}`;

function queryOf(params: GetListParams): Query {
  const { sort, filter, pagination } = params;
  const sorted = sort !== undefined && sort.field !== '' && sort.field !== 'id';
  return { ...(filter as Query), ...(sorted ? { sort: sort.field, order: sort.order.toLowerCase() } : {}), limit: pagination?.perPage ?? 25 };
}

async function readPage(path: string, query: Query, page: number, signal?: AbortSignal): Promise<Page<Row>> {
  const list = JSON.stringify([path, query]);
  let at = book.nearest(list, page);
  for (;;) {
    const answer = await api<Page<Row>>(path, { query: { ...query, after: at.cursor }, signal });
    const next = answer.pageInfo.endCursor;
    if (answer.pageInfo.hasNextPage && next !== null) book.remember(list, at.page + 1, next);
    if (at.page >= page || next === null || !answer.pageInfo.hasNextPage) return answer;
    at = { page: at.page + 1, cursor: next };
  }
}

async function getList(resource: string, params: GetListParams & { signal?: AbortSignal }) {
  const page = params.pagination?.page ?? 1;
  const answer = await readPage(pathOf(resource, params.meta), queryOf(params), page, params.signal);
  return {
    data: answer.items.map(withId),
    // The total may be capped, so react-admin must not count pages from it: it is shown from `meta`.
    pageInfo: { hasNextPage: answer.pageInfo.hasNextPage, hasPreviousPage: page > 1 },
    meta: { total: answer.total, totalCapped: answer.totalCapped } satisfies ListMeta,
  };
}

const one = async (resource: string, id: unknown): Promise<{ data: RaRecord }> => ({
  data: withId(await api<Row>(`/${resource}/${encodeURIComponent(String(id))}`)),
});

const refuse = (): never => {
  throw new Error('Changes go through the named actions of the surface, one call for one intention.');
};

/** react-admin's view of the REST surface. Reading only: every write is an action with an idempotency key of its own (`useAction`). */
export const dataProvider = {
  supportAbortSignal: true,
  getList,
  getOne: (resource: string, params: { id: unknown }) => one(resource, params.id),
  getMany: async (resource: string, params: { ids: readonly unknown[] }) => ({
    data: (await Promise.all(params.ids.map((id) => one(resource, id)))).map(({ data }) => data),
  }),
  getManyReference: (resource: string, params: GetListParams & { target: string; id: unknown }) =>
    getList(resource, { ...params, filter: { ...(params.filter as object), [params.target]: params.id } }),
  create: refuse,
  update: refuse,
  updateMany: refuse,
  delete: refuse,
  deleteMany: refuse,
} as unknown as DataProvider;
