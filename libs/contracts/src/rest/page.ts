/** A page of a list, by key. `total` is capped: `totalCapped` true means "at least". */
export interface Page<Row> {
  readonly items: readonly Row[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly total: number;
  readonly totalCapped: boolean;
}

/** Query of every list: `?q=&sort=dueAt&order=asc&limit=25&after=<cursor>` and the list's own filters. */
export interface PageQuery {
  readonly q?: string;
  readonly sort?: string;
  readonly order?: 'asc' | 'desc';
  readonly limit?: number;
  readonly after?: string;
}
