import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { RespondView } from '@reglament/contracts';
import { api, requestState } from '../data/http.js';
import { adoptBusinessTime } from '../data/session-store.js';

/**
 * The secret of the link, taken out of the address bar as soon as the page is there: it must stay neither in the browser's history nor in
 * what somebody copies from the bar.
 */
let secret: string | null = takeSecret();

function takeSecret(): string | null {
  const found = window.location.hash.slice(1);
  if (found === '') return null;
  window.history.replaceState(window.history.state, '', window.location.pathname);
  return found;
}

// Another link opened in this very tab changes nothing but what stands behind `#`.
window.addEventListener('hashchange', () => window.location.reload());

/** Exchanges the secret for a session, or goes on with the one that this browser has. */
export function useLink(): UseQueryResult<RespondView> {
  return useQuery<RespondView>({
    queryKey: ['respond'], retry: false, staleTime: Infinity, gcTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false,
    async queryFn() {
      const view = secret === null ? await api<RespondView>('/respond') : await api<RespondView>('/respond/session', { method: 'POST', body: { token: secret } });
      secret = null;
      requestState.linkCsrfToken = view.csrfToken;
      adoptBusinessTime(view.businessTime);
      return view;
    },
  });
}
