import type { TaskView } from '@reglament/contracts';
import { submissionsOf, type LoadedTask } from '@reglament/store';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';

/**
 * The remark with which work came back to this task: the latest one of the case, if somebody else wrote it just before the task was
 * opened. An older remark was answered by the submission that followed it.
 */
export async function returnedOf(shell: Shell, caller: Caller, loaded: LoadedTask): Promise<TaskView['returned']> {
  const before = (await submissionsOf(shell.store, loaded.snapshot.id)).filter(({ at, task }) => at <= loaded.task.openedAt && task !== loaded.task.id);
  const last = before.at(-1);
  if (!last?.remark || last.author === null || last.node === loaded.task.node) return null;
  const by = (await shell.people.titles([last.author], caller.locale)).get(last.author);
  return { by: by ?? { reference: last.author, title: '—' }, at: last.at, remark: last.remark };
}
