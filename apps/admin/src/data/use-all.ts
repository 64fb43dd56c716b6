import type { Page } from '@reglament/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from './http.js';

const PAGE = 100;
const MOST_PAGES = 20;

/** A whole short list (a tree, choices), page by page; at most 2,000 rows. */
export function useAll<Row>(path: string | null): UseQueryResult<readonly Row[]> {
  return useQuery<readonly Row[]>({
    queryKey: ['api', path, 'all'],
    enabled: path !== null,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const rows: Row[] = [];
      let after: string | null = null;
      for (let read = 0; read < MOST_PAGES; read += 1) {
        const page: Page<Row> = await api(path ?? '', { query: { limit: PAGE, after }, signal });
        rows.push(...page.items);
        after = page.pageInfo.endCursor;
        if (!page.pageInfo.hasNextPage || after === null) break;
      }
      return rows;
    },
  });
}
