import type { Draft } from './draft.js';
import { record } from './facts.js';

/** The last word of an instance, told to its parent where it has one. */
export function endInstance(draft: Draft, status: 'completed' | 'cancelled', by: string | null = null): void {
  draft.status = status;
  record(draft, status === 'completed' ? 'instanceCompleted' : 'instanceCancelled', { by }, { result: draft.result });
  const { parent, starter } = draft.before;
  if (parent !== null) draft.effects.push({ type: 'childEnded', parent, result: draft.result, status });
  else if (starter !== null && status === 'completed') draft.effects.push({ type: 'notify', kind: status, to: [starter], task: null, node: '' });
}
