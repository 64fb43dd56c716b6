import type { StartEvent } from '@reglament/contracts';
import { error } from './finding.js';
import { pointerTo, type Finding } from './problem.js';

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A start event that something besides people triggers: only the process itself has one, and its day must exist in some year. */
export function startFindings(key: string, { in: scope, trigger }: StartEvent): readonly Finding[] {
  if (trigger === undefined) return [];
  if (scope !== undefined) {
    return [error('start.triggerInside', pointerTo('nodes', key, 'trigger'), {
      found: `a ${trigger.type} at the start of the sub-process "${scope}"`, expected: 'a start event of the process itself',
      message: [`Начало «${key}» стоит внутри подпроцесса и не может начинать дело`, `The start event "${key}" is inside a sub-process and cannot begin a case`],
      remedy: ['Уберите «trigger»; подпроцесс, который ждёт события, описывается свойством «event»', 'Remove "trigger"; a sub-process that waits for an event has the property "event"'],
    })];
  }
  if (trigger.type === 'message' || trigger.recurrence.every !== 'year') return [];
  const { month, day } = trigger.recurrence;
  const longest = LONGEST[month - 1] ?? 31;
  return day <= longest ? [] : [error('start.noSuchDay', pointerTo('nodes', key, 'trigger', 'recurrence', 'day'), {
    found: `day ${day} of month ${month}`, expected: `a day from 1 to ${longest}`,
    message: [`Начало «${key}»: в месяце ${month} нет ${day}-го числа`, `The start event "${key}": month ${month} has no day ${day}`],
    remedy: ['Укажите день, который в этом месяце бывает', 'Give a day that the month has'],
  })];
}
