import type { Outcome } from './advance.js';
import type { Draft } from './draft.js';
import { faultIn } from './fault.js';
import { finishDraft } from './finish.js';
import { applyFreezes } from './parts/freeze.js';
import { settle } from './settle.js';

/** The three beats of every step: do what was asked, let the tokens move until they all wait, seal the snapshot. */
export function runDraft(draft: Draft, work: () => void): Outcome {
  try {
    work();
    settle(draft);
    if (draft.refusal === null) applyFreezes(draft);
    return finishDraft(draft);
  } catch (fault) {
    throw faultIn(draft, fault);
  }
}
