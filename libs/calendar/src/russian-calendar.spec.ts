import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkingCalendar } from '@reglament/contracts';
import { addWorkingDays, checkCalendar, compileCalendar, dueMoment, isWorkingDay, workingDaysBetween, type Term } from './index.js';

const russia = JSON.parse(readFileSync(join(__dirname, '../../../workflows/base/calendars/russia.json'), 'utf8')) as WorkingCalendar;
const calendar = compileCalendar(russia);

function dueDate(term: Term, from: string): string {
  const due = dueMoment(term, from, calendar);
  return due.kind === 'due' ? due.localDate : JSON.stringify(due);
}

describe('the working calendar of Russia', () => {
  it('is a sound calendar', () => {
    expect(checkCalendar(russia)).toEqual([]);
  });

  it('has the published number of working days in every month of 2026', () => {
    const months = Array.from({ length: 12 }, (_, month) => {
      const first = new Date(Date.UTC(2026, month, 1)).toISOString().slice(0, 10);
      const last = new Date(Date.UTC(2026, month + 1, 0)).toISOString().slice(0, 10);
      const between = workingDaysBetween(first, last, calendar);
      const firstDay = isWorkingDay(first, calendar);
      return (between.kind === 'count' ? between.workingDays : NaN) + (firstDay.kind === 'day' && firstDay.working ? 1 : 0);
    });
    expect(months).toEqual([15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22]);
    expect(months.reduce((sum, days) => sum + days)).toBe(247);
  });

  it('has 249 working days in 2027 as long as only the statutory moves are known', () => {
    expect(workingDaysBetween('2027-01-01', '2027-12-31', calendar)).toMatchObject({ kind: 'count', workingDays: 249 });
  });

  it.each([
    ['wd(1) from Thursday 30.04.2026 is Monday 04.05', { workingDays: 1 }, '2026-04-30', '2026-05-04'],
    ['wd(1) from Wednesday 30.12.2026 is the first working day of 2027', { workingDays: 1 }, '2026-12-30', '2027-01-11'],
    ['wd(3) from Thursday 05.11.2026 is Tuesday 10.11', { workingDays: 3 }, '2026-11-05', '2026-11-10'],
    ['cd(10) from 01.05.2026 lands on 11.05, not worked, and moves to Tuesday 12.05', { calendarDays: 10 }, '2026-05-01', '2026-05-12'],
    ['wd(1) from Tuesday 03.11.2026 is Thursday 05.11', { workingDays: 1 }, '2026-11-03', '2026-11-05'],
  ] satisfies [string, Term, string, string][])('%s', (_name, term, from, expected) => {
    expect(dueDate(term, `${from}T12:00:00+03:00`)).toBe(expected);
  });

  it('moves a calendar term that ends on a day of rest back, or nowhere, when it is told so', () => {
    expect(dueDate({ calendarDays: 10, shift: 'previous' }, '2026-05-01T12:00:00+03:00')).toBe('2026-05-08');
    expect(dueDate({ calendarDays: 10, shift: 'keep' }, '2026-05-01T12:00:00+03:00')).toBe('2026-05-11');
  });

  it('leaves a given date on its day of rest, or moves it to the working day that it is told, and names the date either way', () => {
    const due = (term: Term) => dueMoment(term, '2026-04-01T12:00:00+03:00', calendar);
    const rest = { code: 'calendar.nonWorkingDay', subject: '2026-05-10' };
    expect(due({ date: '2026-05-10' })).toMatchObject({ localDate: '2026-05-10', warnings: [rest] });
    expect(due({ date: '2026-05-10', shift: 'next' })).toMatchObject({ localDate: '2026-05-12', at: '2026-05-12T15:00:00.000Z', warnings: [rest] });
    expect(due({ date: '2026-05-10', shift: 'previous' })).toMatchObject({ localDate: '2026-05-08', warnings: [rest] });
    expect(due({ date: '2026-05-13', shift: 'next' })).toMatchObject({ localDate: '2026-05-13', warnings: [] });
    expect(due({ date: '2026-12-31', shift: 'next' })).toMatchObject({ localDate: '2027-01-11', warnings: [{ code: 'calendar.preliminaryYear' }, { code: 'calendar.nonWorkingDay' }] });
    expect(due({ date: '9999-01-03', shift: 'next' })).toMatchObject({ kind: 'due' });
  });

  it('works all third Wednesdays of the school year 2026/27', () => {
    const dates = ['2026-09-16', '2026-10-21', '2026-11-18', '2026-12-16', '2027-01-20', '2027-02-17', '2027-03-17', '2027-04-21', '2027-05-19', '2027-06-16'];
    for (const date of dates) expect(isWorkingDay(date, calendar)).toMatchObject({ kind: 'day', working: true });
  });

  it('warns that a date of 2027 may move, and does not warn within 2026', () => {
    const next = addWorkingDays('2026-12-30', 1, calendar);
    expect(next).toMatchObject({ kind: 'date', date: '2027-01-11', warnings: [{ code: 'calendar.preliminaryYear', subject: '2027' }] });
    expect(addWorkingDays('2026-11-22', 1, calendar)).toEqual({ kind: 'date', date: '2026-11-23', warnings: [] });
  });

  describe('of a year that nobody has published yet', () => {
    const missing = (year: number) => ({ code: 'calendar.yearMissing', subject: String(year) });
    const preliminary = { code: 'calendar.preliminaryYear', subject: '2027' };

    it('assumes the week and the holidays, and says that every date there is preliminary', () => {
      expect(addWorkingDays('2027-12-31', 1, calendar)).toMatchObject({ kind: 'date', date: '2028-01-10', warnings: [preliminary, missing(2028)] });
      expect(dueMoment({ calendarDays: 30 }, '2027-12-20T09:00:00Z', calendar)).toMatchObject({ kind: 'due', localDate: '2028-01-19', warnings: [missing(2028)] });
      expect(isWorkingDay('2028-06-12', calendar)).toMatchObject({ working: false, dayKind: 'holiday', warnings: [missing(2028)] });
      expect(workingDaysBetween('2025-12-01', '2026-02-01', calendar)).toMatchObject({ kind: 'count', warnings: [missing(2025)] });
      expect(dueMoment({ date: '2028-01-16' }, '2027-12-20T09:00:00Z', calendar)).toMatchObject({ kind: 'due', warnings: [missing(2028)] });
    });

    it('does not repeat the moved days of another year', () => {
      const moved = [...calendar.years.get(2027)!.kinds.values()].filter((kind) => kind !== 'holiday').length;
      expect(moved).toBeGreaterThan(0);
      for (let day = 1; day <= 31; day += 1) expect(isWorkingDay(`2028-12-${String(day).padStart(2, '0')}`, calendar)).not.toMatchObject({ dayKind: 'working' });
    });

    it('counts on over many years, tells of ten, and ends a hundred years off', () => {
      const far = dueMoment({ workingDays: 5000 }, '2027-12-20T09:00:00Z', calendar);
      expect(far).toMatchObject({ kind: 'due' });
      expect(far.kind === 'due' && far.warnings).toHaveLength(10);
      expect(addWorkingDays('2027-12-31', 5_000_000, calendar)).toMatchObject({ kind: 'noCalendar', year: 2128 });
    });
  });

  it('says what kind of day it is', () => {
    expect(isWorkingDay('2026-11-04', calendar)).toMatchObject({ working: false, dayKind: 'holiday' });
    expect(isWorkingDay('2026-12-31', calendar)).toMatchObject({ working: false, dayKind: 'off' });
    expect(isWorkingDay('2026-11-03', calendar)).toMatchObject({ working: true, dayKind: 'short' });
  });
});
