import type { Locale } from '@reglament/contracts';
import type { LoadedTask } from '@reglament/store';
import type { RefusalAnswer } from '../answers/answer.js';
import { alreadyCompleted, taskClosed } from '../answers/refusals.js';
import { momentInWords } from '../clock/local-date.js';
import type { Shell } from '../shell.js';

/** What a second completion is told: who completed it and when, or that the case has gone on without the task. */
export async function closedTaskRefusal(shell: Shell, loaded: LoadedTask, locale: Locale): Promise<RefusalAnswer> {
  const { completedBy, closedAt, status } = loaded.task;
  if (status !== 'completed' || completedBy === null || closedAt === null) return taskClosed();
  const titles = await shell.people.titles([completedBy], locale);
  const by = { title: titles.get(completedBy)?.title ?? '—', at: closedAt };
  const at = momentInWords(closedAt, loaded.organisation.timeZone);
  if (!completedBy.startsWith('invitation:')) return alreadyCompleted(by, at);
  return { ...alreadyCompleted(by, at), text: { ru: `Ответ уже отправлен ${by.title} ${at.ru}.`, en: `The answer has been sent already ${by.title} ${at.en}.` } };
}
