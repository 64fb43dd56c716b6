/** What `npm start` is told, over IPC; without a parent (a service manager) the same goes to the standard output. */
export type ToParent =
  | { readonly type: 'progress'; readonly text: string }
  | { readonly type: 'ready'; readonly url: string; readonly accountsFile?: string }
  | { readonly type: 'played' }
  | { readonly type: 'fatal'; readonly message: string };

export function tellParent(message: ToParent): void {
  if (process.send) process.send(message);
  else if (message.type !== 'fatal' && message.type !== 'played') process.stdout.write(`${message.type === 'ready' ? message.url : message.text}\n`);
}

/** Ends cleanly when the parent says so, when it is gone, and on the signals of a service manager. */
export function listenToParent(close: () => Promise<void>): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    void close().then(() => process.exit(0), () => process.exit(1));
  };
  process.on('message', (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'stop') end();
  });
  process.on('disconnect', end);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
}
