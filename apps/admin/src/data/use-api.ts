import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { SessionView } from '@reglament/contracts';
import { api, type Query } from './http.js';
import { sessionNow, subscribeSession } from './session-store.js';

/** Reads one object or list of the surface; `null` as path waits. Keys begin with the path, so `useRefresh` can name what is stale. `keep`: until another query is answered, the answer before it stays. */
export function useApi<T>(path: string | null, query?: Query, { keep, ...options }: { readonly staleTime?: number; readonly refetchInterval?: number; readonly keep?: boolean } = {}): UseQueryResult<T> {
  return useQuery<T>({
    queryKey: ['api', path, query ?? null],
    queryFn: ({ signal }) => api<T>(path ?? '', { query, signal }),
    enabled: path !== null,
    ...(keep && { placeholderData: keepPreviousData }),
    ...options,
  });
}

/** Reads again everything whose path begins so, with the lists that react-admin keeps. */
export function useRefresh(): (...paths: readonly string[]) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (...paths: readonly string[]) => {
      await client.invalidateQueries({
        predicate: ({ queryKey: [first, second] }) =>
          paths.some((path) => (first === 'api' ? typeof second === 'string' && second.startsWith(path) : path === `/${String(first)}`)),
      });
    },
    [client],
  );
}

/** Null before sign-in. */
export function useSession(): SessionView | null {
  return useSyncExternalStore(subscribeSession, sessionNow);
}
