import { textIn, type LocalizedText } from '@reglament/contracts';
import type { LoadedTask } from '@reglament/store';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { isPreliminary } from './preliminary-term.js';
import { whyDueCounted } from './why-due.js';

/** Why the task exists, who could do it and how its term was counted: in plain words, from what the engine wrote down (D12). */
export async function whyTask(shell: Shell, caller: Caller, loaded: LoadedTask, live: LiveDefinition): Promise<readonly string[]> {
  const { task, organisation } = loaded;
  const why = record(task.why);
  const titles = await shell.people.titles([...task.performers, ...task.excluded], caller.locale);
  const names = (parties: readonly string[]): string => parties.map((party) => titles.get(party)?.title ?? '—').join(', ');
  const lines: (LocalizedText | null)[] = [
    whyPath(why['path'], live),
    { ru: `Выполнить может: ${names(task.performers)}.`, en: `It may be done by: ${names(task.performers)}.` },
    task.excluded.length === 0 ? null : { ru: `Не может (правило «четырёх глаз»): ${names(task.excluded)}.`, en: `Not by (four-eyes rule): ${names(task.excluded)}.` },
    whyDue(why, task.dueAt, organisation.timeZone),
    ...(await whyDueCounted(shell, loaded)).map(({ ru, en }) => ({ ru: `${ru}.`, en: `${en}.` })),
  ];
  return lines.flatMap((line) => (line === null ? [] : [textIn(line, caller.locale)]));
}

function whyPath(path: unknown, live: LiveDefinition): LocalizedText | null {
  const steps = (Array.isArray(path) ? path : []).map(record);
  const from = steps.map((step) => step['node'] ?? step['from']).filter((key): key is string => typeof key === 'string').at(-1);
  const title = from === undefined ? undefined : live.definition.nodes[from]?.title;
  if (title === undefined) return null;
  return { ru: `Появилась после шага «${textIn(title, 'ru')}».`, en: `It came after the step “${textIn(title, 'en')}”.` };
}

function whyDue(why: Readonly<Record<string, unknown>>, dueAt: string | null, timeZone: string): LocalizedText | null {
  // A term that stands still has no moment now; that it stands is told with how it was counted.
  if (dueAt === null) return typeof record(why['due'])['at'] === 'string' ? null : { ru: 'Срока нет.', en: 'There is no term.' };
  const term = record(record(why['due'])['term']);
  const last = (locale: 'ru' | 'en'): string => new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(new Date(dueAt));
  const counted = termInWords(term);
  const warned = isPreliminary(why);
  return {
    ru: `Срок — ${last('ru')}${counted ? `: ${textIn(counted, 'ru')} по производственному календарю` : ''}.${warned ? ' Календарь этого года предварительный: срок может сдвинуться.' : ''}`,
    en: `Due ${last('en')}${counted ? `: ${textIn(counted, 'en')} by the working calendar` : ''}.${warned ? ' The calendar of that year is preliminary: the term may move.' : ''}`,
  };
}

function termInWords(term: Readonly<Record<string, unknown>>): LocalizedText | null {
  if (typeof term['workingDays'] === 'number') return term['workingDays'] === 0 ? { ru: 'в тот же рабочий день', en: 'the same working day' } : { ru: `${term['workingDays']} р. д.`, en: `${term['workingDays']} working days` };
  if (typeof term['calendarDays'] === 'number') return { ru: `${term['calendarDays']} к. д.`, en: `${term['calendarDays']} calendar days` };
  return null;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
}
