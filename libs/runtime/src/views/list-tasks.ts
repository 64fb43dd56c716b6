import { keyList, permittedPaths } from '@reglament/access';
import type { Page, PageQuery, TaskCounts, TaskFilter, TaskRow } from '@reglament/contracts';
import { countTasks as countStored, countUnreadNotifications, listTasks as listStored } from '@reglament/store';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { callerSubject } from './subject-of.js';
import { taskRows } from './task-rows.js';

/** The worklist. `team` shows the organisations whose cases the person may see; without that right it is empty. */
export async function listTasks(shell: Shell, caller: Caller, filter: TaskFilter, page: PageQuery): Promise<Answer<Page<TaskRow>>> {
  const subject = await callerSubject(shell, caller);
  const found = await listStored(shell.store, {
    ...filter, ...(page.q !== undefined && { q: page.q }), person: caller.person, keys: keyList(subject.keys), paths: permittedPaths(subject, 'seeAllCases'), now: shell.clock.now(),
  }, page);
  return ok({ ...found, items: await taskRows(shell, caller, subject, found.items) });
}

export async function countTasks(shell: Shell, caller: Caller): Promise<Answer<TaskCounts>> {
  const subject = await callerSubject(shell, caller);
  const keys = keyList(subject.keys);
  const [counts, unreadNotifications] = await Promise.all([
    countStored(shell.store, { person: caller.person, keys, now: shell.clock.now() }), countUnreadNotifications(shell.store, { person: caller.person, keys }),
  ]);
  return ok({ ...counts, unreadNotifications });
}
