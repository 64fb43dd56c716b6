import { endScope } from '../activities.js';
import type { Draft } from '../draft.js';
import { endInstance } from '../end-instance.js';
import { record } from '../facts.js';
import type { ThrownCode } from '../instance.js';
import { catcherOf, takeCaught } from './catchers.js';
import { sendUp } from './escalation-up.js';

/**
 * An error event at the end of a path. Caught by nobody it ends the whole case, which is then completed with the code as its result;
 * whoever called the case may catch it there.
 */
export function throwError(draft: Draft, node: string, scope: number | null, thrown: ThrownCode): void {
  record(draft, 'errorThrown', { node }, { code: thrown.code });
  const catcher = catcherOf(draft, 'error', thrown.code, { scope });
  if (catcher !== null) return takeCaught(draft, catcher, 'error', thrown);
  record(draft, 'errorUncaught', { node }, { code: thrown.code });
  draft.result = thrown.code;
  draft.error = thrown;
  endScope(draft, null);
  draft.tokens = [];
  endInstance(draft, 'completed');
}

/** Where nobody catches it, here or above, nothing happens and its path goes on. */
export function throwEscalation(draft: Draft, node: string, scope: number | null, thrown: ThrownCode): void {
  record(draft, 'escalationThrown', { node }, { code: thrown.code });
  const catcher = catcherOf(draft, 'escalation', thrown.code, { scope });
  if (catcher === null) sendUp(draft, thrown);
  else takeCaught(draft, catcher, 'escalation', thrown);
}
