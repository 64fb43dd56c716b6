import type { Log } from '../shell.js';

export const WORK_CHANNEL = 'reglament_work';
/** Many completions make one message: the workers look at everything that is due anyway. */
const INTERVAL_MS = 20;

/** Tells the workers of other processes that the outbox holds something. A lost message costs a sweep's interval. */
export function createNudge(tell: () => Promise<void>, log: Log): { nudge(): void; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | null = null;
  let telling: Promise<void> = Promise.resolve();
  const send = (): void => {
    timer = null;
    telling = tell().catch((error: unknown) => { log.error('nudge.failed', { error: String(error) }); });
  };
  return {
    nudge: () => { timer ??= setTimeout(send, INTERVAL_MS); },
    async stop() {
      if (timer) clearTimeout(timer);
      await telling;
    },
  };
}
