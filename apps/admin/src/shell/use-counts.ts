import type { TaskCounts } from '@reglament/contracts';
import { useApi, useSession } from '../data/use-api.js';

/** Live counters: read again on every event of the server (`useLiveUpdates`). */
export function useCounts(): TaskCounts | undefined {
  const session = useSession();
  return useApi<TaskCounts>(session === null ? null : '/tasks/counts', undefined, { refetchInterval: 60_000 }).data;
}
