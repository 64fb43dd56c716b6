import type { WorkingCalendar } from '@reglament/contracts';
import { parseIsoDate, yearOf } from './iso-date.js';
import { isTimeZone } from './time-zone.js';

/** What is wrong with a calendar, where (JSON pointer), and what was expected. */
export interface CalendarProblem {
  readonly code: 'calendar.unknownTimeZone' | 'calendar.noSuchDate' | 'calendar.dateOfOtherYear' | 'calendar.endBeforeStart';
  readonly path: string;
  readonly found: string;
  readonly message: { readonly ru: string; readonly en: string };
}

export const DEFAULT_WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
export const DEFAULT_START = '09:00';
export const DEFAULT_END = '18:00';

/** What the JSON Schema of a calendar cannot say. Expects a value that is valid against `workingCalendarSchema`; lists every problem. */
export function checkCalendar(calendar: WorkingCalendar): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  if (!isTimeZone(calendar.timeZone)) {
    problems.push({
      code: 'calendar.unknownTimeZone', path: '/timeZone', found: calendar.timeZone,
      message: { ru: 'Такого часового пояса нет (нужно имя IANA, например Europe/Moscow)', en: 'No such time zone (an IANA name is expected, such as Europe/Moscow)' },
    });
  }
  const end = calendar.workingDayEnd ?? DEFAULT_END;
  if (end <= (calendar.workingDayStart ?? DEFAULT_START)) {
    problems.push({
      code: 'calendar.endBeforeStart', path: '/workingDayEnd', found: end,
      message: { ru: 'Рабочий день кончается раньше, чем начинается', en: 'The working day ends before it starts' },
    });
  }
  for (const [year, { days }] of Object.entries(calendar.years)) {
    for (const date of Object.keys(days)) {
      const problem = checkDate(year, date);
      if (problem) problems.push(problem);
    }
  }
  return problems;
}

function checkDate(year: string, date: string): CalendarProblem | undefined {
  const path = `/years/${year}/days/${date}`;
  const day = parseIsoDate(date);
  if (day === undefined) {
    return { code: 'calendar.noSuchDate', path, found: date, message: { ru: 'Такой даты нет', en: 'There is no such date' } };
  }
  if (yearOf(day) !== Number(year)) {
    return {
      code: 'calendar.dateOfOtherYear', path, found: date,
      message: { ru: `Дата не из ${year} года`, en: `The date is not in ${year}` },
    };
  }
  return undefined;
}
