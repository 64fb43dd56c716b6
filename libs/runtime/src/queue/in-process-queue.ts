import type { WakeUp, WakeUpQueue } from './wake-up-queue.js';

/** Runs jobs in this very process, a few at a time: for tests, the bench, the CLI, and a process that is alone anyway. */
export function createInProcessQueue(options: { readonly concurrency?: number; readonly onError: (error: unknown) => void }): WakeUpQueue {
  const concurrency = options.concurrency ?? 8;
  const waiting: WakeUp[] = [];
  const running = new Set<Promise<void>>();
  let run: ((job: WakeUp) => Promise<void>) | null = null;
  let closed = false;

  const fill = (): void => {
    while (run && running.size < concurrency) {
      const job = waiting.shift();
      if (!job) return;
      const done: Promise<void> = run(job).catch(options.onError).finally(() => { running.delete(done); fill(); });
      running.add(done);
    }
  };
  return {
    publish(jobs) {
      if (!closed) waiting.push(...jobs);
      fill();
      return Promise.resolve();
    },
    waiting: () => Promise.resolve(waiting.length),
    work(given) {
      run = given;
      fill();
      return Promise.resolve();
    },
    async close() {
      closed = true;
      waiting.length = 0;
      await Promise.all(running);
    },
  };
}
