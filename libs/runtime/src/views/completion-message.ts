import { textIn } from '@reglament/contracts';
import type { TaskListRow } from '@reglament/store';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';

/** What is said when a task has been done: the outcome's own words, for the person's eyes and a screen reader. */
export async function completionMessage(shell: Shell, caller: Caller, row: Pick<TaskListRow, 'definitionHash' | 'node'> | undefined, outcome: string): Promise<string> {
  const node = row ? (await shell.definitions.get(row.definitionHash)).definition.nodes[row.node] : undefined;
  const outcomes = node && 'outcomes' in node ? (node.outcomes as Readonly<Record<string, { readonly title: Parameters<typeof textIn>[0] }>> | undefined) : undefined;
  const title = outcomes?.[outcome]?.title;
  const done = caller.locale === 'ru' ? 'Готово' : 'Done';
  return title === undefined ? done : `${done}: ${textIn(title, caller.locale)}`;
}
