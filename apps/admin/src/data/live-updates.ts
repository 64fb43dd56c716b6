import { useEffect } from 'react';
import { API } from './http.js';
import { queryClient } from './query-client.js';
import { reloadSession } from './session-store.js';
import { useRefresh } from './use-api.js';

const POLL_MS = 20_000;

type LiveEvent = { readonly type: 'tasks' } | { readonly type: 'notifications' } | { readonly type: 'clock' } | { readonly type: 'instance'; readonly id: string };

function readEvent(data: string): LiveEvent | null {
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== 'object' || value === null || !('type' in value)) return null;
    if (value.type === 'tasks' || value.type === 'notifications' || value.type === 'clock') return { type: value.type };
    if (value.type === 'instance' && 'id' in value && typeof value.id === 'string') return { type: 'instance', id: value.id };
    return null;
  } catch {
    return null;
  }
}

/** Business time was moved, here or by somebody else: the date of the header comes with the session, every term and row with its own reading. */
async function readAnew(): Promise<void> {
  await reloadSession().catch(() => undefined);
  await queryClient.invalidateQueries();
}

/** Keeps counters and open pages fresh: by server-sent events, and by asking every 20 s while those are cut off. */
export function useLiveUpdates(active: boolean): void {
  const refresh = useRefresh();
  useEffect(() => {
    if (!active) return undefined;
    let poll: ReturnType<typeof setInterval> | undefined;
    const stopPolling = (): void => {
      clearInterval(poll);
      poll = undefined;
    };
    const readLists = (): void => void refresh('/tasks/counts', '/notifications', '/tasks');
    const startPolling = (): void => {
      poll ??= setInterval(readLists, POLL_MS);
    };
    const source = new EventSource(`${API}/events`);
    source.onopen = () => {
      stopPolling();
      // What happened between the reading of the lists and now, or while the stream was cut off, was told to nobody here.
      readLists();
    };
    source.onerror = startPolling;
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = readEvent(data);
      if (event === null) return;
      if (event.type === 'tasks') void refresh('/tasks/counts', '/tasks');
      else if (event.type === 'clock') void readAnew();
      else if (event.type === 'notifications') void refresh('/tasks/counts', '/notifications');
      else if (event.type === 'instance') void refresh(`/process-instances/${event.id}`, '/process-instances', `/case-operations/${event.id}`);
    };
    return () => {
      stopPolling();
      source.close();
    };
  }, [active, refresh]);
}
