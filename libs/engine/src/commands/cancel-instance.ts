import { endScope } from '../activities.js';
import type { Command } from '../command.js';
import { refuse, type Draft } from '../draft.js';
import { endInstance } from '../end-instance.js';

/** Ends the case before its time, with everything that is open in it. A person must give a reason; a parent need not. */
export function cancelInstance(draft: Draft, command: Extract<Command, { type: 'cancelInstance' }>): void {
  const { by } = command;
  if (by !== null && !command.remark) return refuse(draft, { code: 'remarkRequired', outcome: 'cancel' });
  const { starter, parent } = draft.before;
  const had = draft.activities.flatMap(({ tasks }) => tasks.flatMap((task) => (task.assignee === null ? task.performers : [task.assignee])));
  const told = [...new Set(starter === null || parent !== null ? had : [...had, starter])];
  endScope(draft, null);
  draft.tokens = [];
  if (told.length > 0) draft.effects.push({ type: 'notify', kind: 'cancelled', to: told, task: null, node: '' });
  endInstance(draft, 'cancelled', by?.person ?? null);
}
