import type { Outcome } from './advance.js';
import type { Draft } from './draft.js';
import { faultIn } from './fault.js';
import { finishDraft } from './finish.js';
import { settle } from './settle.js';

/** The three beats of every step: do what was asked, let the tokens move until they all wait, seal the snapshot. */
export function runDraft(draft: Draft, work: () => void): Outcome {
  try {
    work();
    settle(draft);
    return finishDraft(draft);
  } catch (fault) {
    throw faultIn(draft, fault);
  }
}
