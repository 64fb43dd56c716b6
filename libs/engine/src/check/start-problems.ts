import type { StartEvent } from '@reglament/contracts';
import { error } from './finding.js';
import { pointerTo, type Finding } from './problem.js';

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A start event that something besides people begins: only the process itself has one, and its day must exist in some year. */
export function startFindings(key: string, { in: scope, event }: StartEvent): readonly Finding[] {
  if (event === undefined) return [];
  if (scope !== undefined) {
    return [error('start.eventInside', pointerTo('nodes', key, 'event'), {
      found: `a ${event.type} at the start of the sub-process "${scope}"`, expected: 'a start event of the process itself',
      message: [`Начало «${key}» стоит внутри подпроцесса и не может начинать дело`, `The start event "${key}" is inside a sub-process and cannot begin a case`],
      remedy: ['Уберите «event»; подпроцесс, который ждёт события, называет его сам', 'Remove "event"; a sub-process that waits for an event names it itself'],
    })];
  }
  if (event.type !== 'timer' || event.recurrence.every !== 'year') return [];
  const { month, day } = event.recurrence;
  const longest = LONGEST[month - 1] ?? 31;
  return day <= longest ? [] : [error('start.noSuchDay', pointerTo('nodes', key, 'event', 'recurrence', 'day'), {
    found: `day ${day} of month ${month}`, expected: `a day from 1 to ${longest}`,
    message: [`Начало «${key}»: в месяце ${month} нет ${day}-го числа`, `The start event "${key}": month ${month} has no day ${day}`],
    remedy: ['Укажите день, который в этом месяце бывает', 'Give a day that the month has'],
  })];
}
