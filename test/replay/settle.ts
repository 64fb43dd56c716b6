import type { Runtime } from '@reglament/runtime';
import type { Store } from '@reglament/store';

const LOOK_AGAIN_MS = 5;

/**
 * Carries out everything that is due, until nothing is: a row that a worker holds at this moment is due until what comes of it is written in
 * the same commit that takes the row away, so one look that finds none has found them all.
 *
 * @param failed is asked at every look, and may throw.
 */
export async function settle(store: Store, runtime: Runtime, failed: () => void = () => undefined): Promise<void> {
  for (;;) {
    await runtime.background?.sweep();
    const [left] = await store.query<{ n: number }>({ text: 'select (select count(*) from outbox where due_at <= now())::int + (select count(*) from timers where at <= $1)::int as n' }, [runtime.shell.clock.now()]);
    // Notices that the last work has written become mail in a sweep after it.
    if (left?.n === 0) return runtime.background?.sweep();
    failed();
    await new Promise((resolve) => { setTimeout(resolve, LOOK_AGAIN_MS); });
  }
}
