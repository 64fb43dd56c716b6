import { textIn, type Outcome, type TaskView } from '@reglament/contracts';
import { submissionsOf, type LoadedTask } from '@reglament/store';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';

/**
 * The remark with which work came back to this task: the latest one of the case, if somebody else wrote it just before the task was
 * opened. An older remark was answered by the submission that followed it.
 */
export async function returnedOf(shell: Shell, caller: Caller, loaded: LoadedTask, live: LiveDefinition): Promise<TaskView['returned']> {
  const before = (await submissionsOf(shell.store, loaded.snapshot.id)).filter(({ at, task }) => at <= loaded.task.openedAt && task !== loaded.task.id);
  const last = before.at(-1);
  if (!last?.remark || last.author === null || last.node === loaded.task.node) return null;
  const by = (await shell.people.titles([last.author], caller.locale)).get(last.author);
  const node = last.node === null ? undefined : live.definition.nodes[last.node];
  const outcomes: Readonly<Record<string, Outcome | undefined>> = node && 'outcomes' in node ? { ...node.outcomes } : {};
  // What was asked for by an action of the task is told in the action's words.
  const action = node && 'on' in node ? node.on?.find((event) => event.type === 'action' && event.key === last.outcome) : undefined;
  const title = outcomes[last.outcome ?? '']?.title ?? action?.title;
  return { by: by ?? { reference: last.author, title: '—' }, at: last.at, remark: last.remark, decision: title === undefined ? null : textIn(title, caller.locale) };
}
