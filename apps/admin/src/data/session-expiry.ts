/** The session ended while someone worked: a dialog asks for the password over the page, so that nothing typed is lost. */
let expired = false;
const listeners = new Set<() => void>();

export const isSessionExpired = (): boolean => expired;

export function markSessionExpired(value: boolean): void {
  if (expired === value) return;
  expired = value;
  for (const listener of listeners) listener();
}

export function subscribeExpiry(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
