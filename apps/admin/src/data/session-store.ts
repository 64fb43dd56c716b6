import type { SessionView } from '@reglament/contracts';
import { api, requestState } from './http.js';
import { ApiProblem } from './problem.js';

/** The one copy of the session in the page; React reads it through `useSession`. */
let current: Promise<SessionView> | null = null;
let view: SessionView | null = null;
/** Business time minus real time, in milliseconds, as of the last answer. */
let businessOffset = 0;
const listeners = new Set<() => void>();

function adopt(session: SessionView | null): void {
  view = session;
  requestState.csrfToken = session?.csrfToken ?? '';
  if (session) businessOffset = Date.parse(session.businessTime) - Date.now();
  for (const listener of listeners) listener();
}

/** For a page without a session of the panel: the clock by which its terms run. */
export function adoptBusinessTime(now: string): void {
  businessOffset = Date.parse(now) - Date.now();
}

export function loadSession(): Promise<SessionView> {
  current ??= api<SessionView>('/session').then(
    (session) => {
      adopt(session);
      return session;
    },
    (error: unknown) => {
      current = null;
      if (error instanceof ApiProblem && error.status === 401) adopt(null);
      throw error;
    },
  );
  return current;
}

export function setSession(session: SessionView | null): void {
  current = session ? Promise.resolve(session) : null;
  adopt(session);
}

export async function reloadSession(): Promise<SessionView> {
  current = null;
  return loadSession();
}

export const sessionNow = (): SessionView | null => view;

export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Business time now: differs from the wall clock on a demo base whose clock was moved. */
export const businessNow = (): Date => new Date(Date.now() + (Math.abs(businessOffset) < 60_000 ? 0 : businessOffset));
export const businessClockMoved = (): boolean => Math.abs(businessOffset) > 60_000;
