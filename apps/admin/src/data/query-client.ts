import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem, NetworkLost } from './problem.js';
import { noteConnection } from './connection.js';

const watch = (error: unknown): void => {
  if (error instanceof NetworkLost) noteConnection('lost');
};

/** Reads repeat by themselves while the network is away; refusals are shown at once. */
const worthRepeating = (failures: number, error: Error): boolean =>
  error instanceof NetworkLost ? failures < 8 : error instanceof ApiProblem && error.status >= 502 && failures < 3;

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch, onSuccess: () => noteConnection('there') }),
  mutationCache: new MutationCache({ onError: watch, onSuccess: () => noteConnection('there') }),
  defaultOptions: {
    queries: { retry: worthRepeating, retryDelay: (attempt) => Math.min(15_000, 1_000 * 2 ** attempt), staleTime: 5_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
