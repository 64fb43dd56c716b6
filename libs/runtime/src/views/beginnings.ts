import { nextOccurrence, type CompiledCalendar } from '@reglament/calendar';
import type { DefinitionBeginning, Locale, Recurrence } from '@reglament/contracts';
import { eventStarts } from '../background/begin-by-event.js';
import type { LiveDefinition } from '../definitions/live-definition.js';

type Weekday = Extract<Recurrence, { every: 'week' }>['weekday'];

const MONTHS = {
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const;
/** In the accusative, as after «в», with the gender that its ordinal takes. */
const WEEKDAYS: Readonly<Record<Weekday, readonly [name: string, gender: 'm' | 'f' | 'n']>> = {
  monday: ['понедельник', 'm'], tuesday: ['вторник', 'm'], wednesday: ['среду', 'f'], thursday: ['четверг', 'm'], friday: ['пятницу', 'f'], saturday: ['субботу', 'f'], sunday: ['воскресенье', 'n'],
};
const ORDINALS = {
  m: { 1: 'первый', 2: 'второй', 3: 'третий', 4: 'четвёртый', [-1]: 'последний' },
  f: { 1: 'первую', 2: 'вторую', 3: 'третью', 4: 'четвёртую', [-1]: 'последнюю' },
  n: { 1: 'первое', 2: 'второе', 3: 'третье', 4: 'четвёртое', [-1]: 'последнее' },
} as const;
const ORDINALS_EN = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' } as const;

/** What begins cases of a process beside people, in words, and when it is next. */
export function beginningsOf(live: LiveDefinition, calendar: CompiledCalendar | undefined, now: string, locale: Locale): readonly DefinitionBeginning[] {
  const timed = eventStarts(live, 'timer').map(({ event }) => ({
    text: `${locale === 'ru' ? `Начинается само ${everyRu(event.recurrence)} в` : `Begins by itself ${everyEn(event.recurrence)} at`} ${event.at ?? '09:00'}`,
    next: calendar ? nextOccurrence(event, now, calendar) : null,
  }));
  const told = eventStarts(live, 'message').map(() => ({ text: locale === 'ru' ? 'Начинается по сообщению другого дела' : 'Begun by a message of another case', next: null }));
  return [...timed, ...told];
}

function everyRu(recurrence: Recurrence): string {
  switch (recurrence.every) {
    case 'year': return `каждый год ${recurrence.day} ${MONTHS.ru[recurrence.month - 1]}`;
    case 'month': {
      if ('day' in recurrence) return `каждый месяц ${recurrence.day}-го числа`;
      const [name, gender] = WEEKDAYS[recurrence.weekday];
      return `каждый месяц ${recurrence.nth === 2 ? 'во' : 'в'} ${ORDINALS[gender][recurrence.nth]} ${name}`;
    }
    case 'week': return `каждую неделю ${recurrence.weekday === 'tuesday' ? 'во' : 'в'} ${WEEKDAYS[recurrence.weekday][0]}`;
    case 'workingDay': return 'каждый рабочий день';
  }
}

function everyEn(recurrence: Recurrence): string {
  const named = (weekday: Weekday): string => weekday.charAt(0).toUpperCase() + weekday.slice(1);
  switch (recurrence.every) {
    case 'year': return `every year on ${recurrence.day} ${MONTHS.en[recurrence.month - 1]}`;
    case 'month': return 'day' in recurrence ? `every month on day ${recurrence.day}` : `every month on the ${ORDINALS_EN[recurrence.nth]} ${named(recurrence.weekday)}`;
    case 'week': return `every week on ${named(recurrence.weekday)}`;
    case 'workingDay': return 'every working day';
  }
}
