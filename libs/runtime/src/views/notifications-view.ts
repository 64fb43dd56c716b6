import { keyList } from '@reglament/access';
import { textIn, type Locale, type LocalizedText, type NotificationRow, type Page, type PageQuery, type TaskCounts } from '@reglament/contracts';
import { fillPlaces, type NotificationWords } from '@reglament/handlers';
import { listNotifications as listStored, markNotificationsRead } from '@reglament/store';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { nodeTitle } from './history-view.js';
import { countTasks } from './list-tasks.js';
import { callerSubject } from './subject-of.js';

const KINDS: Readonly<Record<string, LocalizedText>> = {
  taskAssigned: { ru: 'Новая задача', en: 'New task' },
  reminder: { ru: 'Напоминание о сроке', en: 'Reminder of a term' },
  overdue: { ru: 'Срок прошёл', en: 'Overdue' },
  escalated: { ru: 'Просрочено у сотрудника', en: 'Overdue: for the superior' },
  returned: { ru: 'Возвращено на доработку', en: 'Returned' },
  approved: { ru: 'Согласовано', en: 'Approved' },
  rejected: { ru: 'Отклонено', en: 'Rejected' },
  cancelled: { ru: 'Прекращено', en: 'Cancelled' },
  completed: { ru: 'Завершено', en: 'Completed' },
  notice: { ru: 'Сообщение', en: 'Notice' },
};

export async function listNotifications(shell: Shell, caller: Caller, page: PageQuery): Promise<Answer<Page<NotificationRow>>> {
  const subject = await callerSubject(shell, caller);
  const found = await listStored(shell.store, { person: caller.person, keys: keyList(subject.keys) }, page);
  const hashes = [...new Set(found.items.flatMap(({ definitionHash }) => definitionHash ?? []))];
  const definitions = new Map((await Promise.all(hashes.map((hash) => shell.definitions.get(hash)))).map((live) => [live.hash, live]));
  return ok({ ...found, items: found.items.map((row) => {
    const words = row.words as NotificationWords | null;
    if (words !== null) return { id: String(row.id), at: row.at, kind: row.kind, text: inWords(words, caller.locale), task: row.task, instance: row.instance, read: row.read };
    const kind = textIn(KINDS[row.kind] ?? row.kind, caller.locale);
    const live = row.definitionHash === null ? undefined : definitions.get(row.definitionHash);
    const title = live ? nodeTitle(live, row.node, caller.locale) : null;
    const what = [title ? `«${title}»` : '', row.subject ?? ''].filter(Boolean).join(' — ');
    return { id: String(row.id), at: row.at, kind: row.kind, text: what ? `${kind}: ${what}` : kind, task: row.task, instance: row.instance, read: row.read };
  }) });
}

/** As the package says it, in the reader's language. */
function inWords({ title, body, values }: NotificationWords, locale: Locale): string {
  return [title, body].flatMap((text) => (text === null ? [] : fillPlaces(textIn(text, locale), values, locale))).join('. ');
}

export async function readNotifications(shell: Shell, caller: Caller, ids: readonly string[] | 'all'): Promise<Answer<TaskCounts>> {
  const subject = await callerSubject(shell, caller);
  await markNotificationsRead(shell.store, { person: caller.person, keys: keyList(subject.keys) }, ids === 'all' ? null : ids.filter((id) => /^\d{1,15}$/.test(id)).map(Number));
  return countTasks(shell, caller);
}
