import type { ClaimedMessage, ClaimedTimer } from '@reglament/store';

/**
 * A job carries ids and nothing else: rows in PostgreSQL are the truth, the queue only wakes somebody up. `id` makes a repeated
 * publication of the same claim one job. A batch of timers travels as one job (decision 26).
 */
export type WakeUp =
  | { readonly id: string; readonly kind: 'messages'; readonly messages: readonly ClaimedMessage[] }
  | { readonly id: string; readonly kind: 'timers'; readonly timers: readonly ClaimedTimer[] };

export interface WakeUpQueue {
  /** Publishes; a failure is thrown, and the rows' leases bring the work back later. */
  publish(jobs: readonly WakeUp[]): Promise<void>;
  /** Jobs that nobody has begun yet; about. */
  waiting(): Promise<number>;
  /** Begins to work on jobs. A job that throws is not tried again by the queue: the row's lease and back-off are what count. */
  work(run: (job: WakeUp) => Promise<void>): Promise<void>;
  /** Finishes the jobs under way, takes no more. */
  close(): Promise<void>;
}
