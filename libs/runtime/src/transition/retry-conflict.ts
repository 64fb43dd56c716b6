import { StoreError } from '@reglament/store';
import { refuse, type Answer } from '../answers/answer.js';
import { stale } from '../answers/refusals.js';

export const CONFLICT = Symbol('somebody else was faster');

/** Losing this often in a row means a hot spot: the caller is told to try again instead of waiting for ever. */
const MAX_ATTEMPTS = 8;
const LONGEST_PAUSE_MS = 40;

/**
 * Runs a command from its loading on, again each time somebody else was faster. A commit whose outcome is unknown is run again too: the
 * idempotency record that it would have written is found by the next loading, which answers from it.
 */
export async function retryConflict<Result>(attempt: () => Promise<Answer<Result> | typeof CONFLICT>): Promise<Answer<Result>> {
  for (let count = 1; count <= MAX_ATTEMPTS; count += 1) {
    try {
      const answer = await attempt();
      if (answer !== CONFLICT) return answer;
    } catch (error) {
      if (!(error instanceof StoreError) || (error.code !== 'outcomeUnknown' && error.code !== 'conflict') || count === MAX_ATTEMPTS) throw error;
    }
    // Spread out those who lost together, or they meet again.
    if (count > 1) await new Promise((resolve) => { setTimeout(resolve, Math.random() * Math.min(LONGEST_PAUSE_MS, 2 ** count)); });
  }
  return refuse(stale());
}
