import { compileCalendar, countTerm, type Term } from '@reglament/calendar';
import { explainCount } from './explain-count.js';
import { explainStandstill } from './explain-standstill.js';

const calendar = compileCalendar({
  format: 1, id: 'office', title: 'Office', timeZone: 'Europe/Moscow',
  years: { '2026': { status: 'approved', basis: 'act', days: { '2026-11-04': { kind: 'holiday', title: { ru: 'День народного единства', en: 'Unity Day' } }, '2026-11-20': { kind: 'off' }, '2026-11-28': { kind: 'working' } } } },
});
const titles: Readonly<Record<string, { ru: string; en: string }>> = { '2026-11-04': { ru: 'День народного единства', en: 'Unity Day' } };

function told(term: Term, from: string): { ru: readonly string[]; en: readonly string[] } {
  const counted = countTerm(term, from, calendar);
  const sentences = counted ? explainCount(term, counted, (date) => titles[date]) : [];
  return { ru: sentences.map(({ ru }) => ru), en: sentences.map(({ en }) => en) };
}

describe('"Why by then?"', () => {
  test('is answered by the first day, the last day and the days of rest between', () => {
    expect(told({ workingDays: 3 }, '2026-11-18T09:00:00Z')).toEqual({
      ru: ['Отсчёт: 3 рабочих дня после среды 18.11.2026, последний — вторник 24.11.2026', 'Не считались: 20.11.2026 (перенесённый выходной), 21–22.11.2026 (выходные)'],
      en: ['Counted: 3 working days after Wednesday 2026-11-18, the last is Tuesday 2026-11-24', 'Not counted: 2026-11-20 (day off moved there), 2026-11-21 to 2026-11-22 (weekend)'],
    });
  });

  test('names the holiday, and the day of rest that is worked', () => {
    expect(told({ workingDays: 1 }, '2026-11-03T09:00:00Z').ru[1]).toBe('Не считались: 04.11.2026 (праздник «День народного единства»)');
    expect(told({ workingDays: 1 }, '2026-11-27T09:00:00Z').ru).toEqual(['Отсчёт: 1 рабочий день после пятницы 27.11.2026, последний — суббота 28.11.2026', 'Рабочие по переносу: суббота 28.11.2026']);
  });

  test('says that work which came after hours counts from the next day', () => {
    expect(told({ workingDays: 1 }, '2026-11-17T16:00:00Z').ru[0]).toBe('Началось после конца рабочего дня, поэтому день отсчёта — среда 18.11.2026');
  });

  test('says that a last day of rest moves the term', () => {
    expect(told({ calendarDays: 4 }, '2026-11-18T09:00:00Z').ru).toEqual(['Отсчёт: 4 календарных дня после среды 18.11.2026, последний — воскресенье 22.11.2026', 'Воскресенье 22.11.2026 — нерабочий день: 22.11.2026 (выходной); срок перенесён на понедельник 23.11.2026']);
    expect(told({ date: '2026-11-22', shift: 'previous' }, '2026-11-18T09:00:00Z').en).toEqual(['Sunday 2026-11-22 is not worked: 2026-11-20 (day off moved there), 2026-11-21 to 2026-11-22 (weekend); the term moves to Thursday 2026-11-19']);
  });

  test('counts the weekends of a long term instead of naming each', () => {
    expect(told({ workingDays: 30 }, '2026-09-01T09:00:00Z').ru[1]).toBe('Не считались: 12 выходных');
  });

  test('tells how long the term stood, and from where to where that moved it', () => {
    expect(explainStandstill([{ since: '2026-11-19', until: '2026-11-23' }], '2026-11-24', '2026-11-27').map(({ ru }) => ru)).toEqual(['Срок стоял с 19.11.2026 по 23.11.2026: 4 дня', 'Поэтому срок перенесён с 24.11.2026 на 27.11.2026']);
    expect(explainStandstill([{ since: '2026-11-19', until: null }], '2026-11-24', null).map(({ en }) => en)).toEqual(['The term stands still since 2026-11-19 and will go on with what was left then; at first it ran to 2026-11-24']);
    expect(explainStandstill([], '2026-11-24', '2026-11-24')).toEqual([]);
  });
});
