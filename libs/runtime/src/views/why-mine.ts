import type { Decision } from '@reglament/access';
import { textIn, type LocalizedText } from '@reglament/contracts';
import type { LoadedTask } from '@reglament/store';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';

/** Why this task is on my desk, in one sentence: the right by which I hold it, or why I may not complete it. */
export async function whyMine(shell: Shell, caller: Caller, decision: Decision, { task, snapshot }: LoadedTask): Promise<string> {
  if (!decision.allowed || decision.key === null) return textIn(decision.why, caller.locale);
  const { key, right } = decision;
  const names = [key, ...(right.kind === 'substitute' ? [right.for] : [])];
  const titles = await shell.people.titles(names, caller.locale);
  const name = (party: string): string => titles.get(party)?.title ?? '—';
  const own = ownReason(key, name(key), task.assignee === key, snapshot.starter === key && task.slot === null);
  if (right.kind !== 'substitute') return textIn(own, caller.locale);
  return textIn({ ru: `Вы замещаете: ${name(right.for)}.`, en: `You stand in for ${name(right.for)}.` }, caller.locale);
}

function ownReason(key: string, title: string, assigned: boolean, starter: boolean): LocalizedText {
  if (key.startsWith('role:')) return { ru: `Ваша роль: ${title}.`, en: `Your role: ${title}.` };
  if (key.startsWith('position:')) return { ru: `Ваша должность: ${title}.`, en: `Your position: ${title}.` };
  if (key.startsWith('organisation:')) return { ru: `Вы отвечаете за организацию: ${title}.`, en: `You answer for ${title}.` };
  if (starter) return { ru: 'Вы начали это дело.', en: 'You started this case.' };
  return assigned ? { ru: 'Задача закреплена за вами.', en: 'The task is assigned to you.' } : { ru: 'Задача поручена вам лично.', en: 'The task was given to you by name.' };
}
