import type { Page } from '@reglament/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from './http.js';

const PAGE = 30;

/** A list that grows at a press: what was read of it so far, and whether there is more. Keys begin as those of `useApi` do, so `useRefresh` names them too. */
export function usePages<Row>(path: string) {
  return useInfiniteQuery({
    queryKey: ['api', path, 'pages'],
    queryFn: ({ signal, pageParam }: { signal: AbortSignal; pageParam: string | null }) => api<Page<Row>>(path, { query: { limit: PAGE, after: pageParam }, signal }),
    initialPageParam: null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    select: ({ pages }): readonly Row[] => pages.flatMap(({ items }) => items),
  });
}
