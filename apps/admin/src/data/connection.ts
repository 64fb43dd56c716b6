export type Connection = 'there' | 'lost';

let state: Connection = 'there';
const listeners = new Set<() => void>();

export const connectionNow = (): Connection => state;

export function noteConnection(next: Connection): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

export function subscribeConnection(listener: () => void): () => void {
  listeners.add(listener);
  const lost = (): void => noteConnection('lost');
  const back = (): void => noteConnection('there');
  window.addEventListener('offline', lost);
  window.addEventListener('online', back);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('offline', lost);
    window.removeEventListener('online', back);
  };
}
