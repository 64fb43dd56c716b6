import { compileCalendar } from '@reglament/calendar';
import type { FlowNode, ProcessDefinition, Recurrence } from '@reglament/contracts';
import type { LiveDefinition } from '../definitions/live-definition.js';
import { beginningsOf } from './beginnings.js';

const calendar = compileCalendar({
  format: 1, id: 'spec', title: 'Spec', timeZone: 'Europe/Moscow', years: { 2026: { status: 'approved', basis: 'a spec', days: {} }, 2027: { status: 'approved', basis: 'a spec', days: {} } },
});
const begun = (event: object, locale: 'ru' | 'en' = 'ru') => {
  const definition = { format: 1, key: 'spec', title: 'Spec', nodes: { begin: { type: 'startEvent', next: 'done', event } as FlowNode, done: { type: 'endEvent' } } } as ProcessDefinition;
  return beginningsOf({ definition } as LiveDefinition, calendar, '2026-11-20T09:00:00.000Z', locale);
};
const words = (recurrence: Recurrence, locale: 'ru' | 'en' = 'ru') => begun({ type: 'timer', recurrence }, locale)[0]?.text;

describe('what begins by itself', () => {
  it('is said in words, with the next time', () => {
    expect(begun({ type: 'timer', recurrence: { every: 'year', month: 4, day: 1 } })).toEqual([{ text: 'Начинается само каждый год 1 апреля в 09:00', next: '2027-04-01T06:00:00.000Z' }]);
    expect(begun({ type: 'message', name: 'season-opened' }, 'en')).toEqual([{ text: 'Begun by a message of another case', next: null }]);
  });

  it.each<[Recurrence, string, string]>([
    [{ every: 'month', weekday: 'wednesday', nth: 3 }, 'Начинается само каждый месяц в третью среду в 09:00', 'Begins by itself every month on the third Wednesday at 09:00'],
    [{ every: 'month', weekday: 'tuesday', nth: 2 }, 'Начинается само каждый месяц во второй вторник в 09:00', 'Begins by itself every month on the second Tuesday at 09:00'],
    [{ every: 'month', weekday: 'sunday', nth: -1 }, 'Начинается само каждый месяц в последнее воскресенье в 09:00', 'Begins by itself every month on the last Sunday at 09:00'],
    [{ every: 'month', day: 31 }, 'Начинается само каждый месяц 31-го числа в 09:00', 'Begins by itself every month on day 31 at 09:00'],
    [{ every: 'week', weekday: 'tuesday' }, 'Начинается само каждую неделю во вторник в 09:00', 'Begins by itself every week on Tuesday at 09:00'],
    [{ every: 'workingDay' }, 'Начинается само каждый рабочий день в 09:00', 'Begins by itself every working day at 09:00'],
  ])('%j', (recurrence, ru, en) => {
    expect(words(recurrence)).toBe(ru);
    expect(words(recurrence, 'en')).toBe(en);
  });
});
