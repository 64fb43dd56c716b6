import type { Retry } from '@reglament/contracts';

export const DEFAULT_RETRY: Retry = { attempts: 5, backoff: { type: 'exponential', seconds: 2 } };
const LONGEST_SECONDS = 3600;

/** Seconds until the next attempt, or null when this was the last. `failed`: attempts that have failed, this one included. */
export function pauseAfter(failed: number, retry: Retry | null): number | null {
  const { attempts, backoff } = retry ?? DEFAULT_RETRY;
  if (failed >= attempts) return null;
  const { type, seconds } = backoff ?? DEFAULT_RETRY.backoff!;
  return Math.min(LONGEST_SECONDS, type === 'fixed' ? seconds : seconds * 2 ** (failed - 1));
}
