import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkingCalendar } from '@reglament/contracts';
import { afterDue, beforeDue, CalendarError, checkCalendar, compileCalendar, dueMoment, remaining, resumeFrom } from './index.js';

const russia = JSON.parse(readFileSync(join(__dirname, '../../../workflows/base/calendars/russia.json'), 'utf8')) as WorkingCalendar;
const calendar = compileCalendar(russia);
/** Thursday 12.11.2026, 18:00 in Moscow. */
const due = '2026-11-12T15:00:00.000Z';

describe('reminders and notices around a due moment', () => {
  it('are given at nine of the fifth and second working day before, and of the day itself', () => {
    expect(beforeDue(due, { workingDays: 5 }, calendar)).toMatchObject({ at: '2026-11-05T06:00:00.000Z', localDate: '2026-11-05' });
    expect(beforeDue(due, { workingDays: 2 }, calendar)).toMatchObject({ at: '2026-11-10T06:00:00.000Z' });
    expect(beforeDue(due, { workingDays: 0 }, calendar)).toMatchObject({ at: '2026-11-12T06:00:00.000Z' });
  });

  it('of delay come at nine of the next working day', () => {
    expect(afterDue(due, { workingDays: 1 }, calendar)).toMatchObject({ at: '2026-11-13T06:00:00.000Z' });
    expect(afterDue('2026-04-30T15:00:00.000Z', { workingDays: 1 }, calendar)).toMatchObject({ at: '2026-05-04T06:00:00.000Z' });
  });

  it('go back to the working day before when the due date is a day of rest', () => {
    expect(beforeDue('2026-11-15T15:00:00.000Z', { workingDays: 0 }, calendar)).toMatchObject({ localDate: '2026-11-13' });
    expect(beforeDue(due, { calendarDays: 4 }, calendar)).toMatchObject({ localDate: '2026-11-06' });
  });

  it('measure durations from the due moment itself', () => {
    expect(beforeDue(due, { duration: 'PT2H' }, calendar)).toMatchObject({ at: '2026-11-12T13:00:00.000Z' });
    expect(afterDue(due, { duration: 'P1D' }, calendar)).toMatchObject({ at: '2026-11-13T15:00:00.000Z' });
  });

  it('do not pass the due moment when it lies before nine', () => {
    expect(beforeDue('2026-11-12T04:00:00.000Z', { workingDays: 0 }, calendar)).toMatchObject({ at: '2026-11-12T04:00:00.000Z' });
  });
});

describe('a suspended term', () => {
  it('keeps its working days while it stands still', () => {
    // given five working days from Monday 09.11, suspended on Wednesday with three left
    const started = dueMoment({ workingDays: 5 }, '2026-11-09T07:00:00Z', calendar);
    if (started.kind !== 'due') throw new Error(started.kind);
    const left = remaining(started.at, '2026-11-11T07:00:00Z', calendar);
    expect(left).toEqual({ kind: 'remaining', term: { workingDays: 3 } });
    // when it resumes on Monday 23.11
    if (left.kind !== 'remaining') throw new Error(left.kind);
    // then it ends three working days later
    expect(resumeFrom(left, '2026-11-23T07:00:00Z', calendar)).toMatchObject({ localDate: '2026-11-26' });
  });

  it('that was overdue when it stopped is still overdue when it resumes', () => {
    const left = remaining(due, '2026-11-13T07:00:00Z', calendar);
    expect(left).toEqual({ kind: 'overdue', dueAt: due });
    if (left.kind !== 'overdue') throw new Error(left.kind);
    expect(resumeFrom(left, '2026-12-01T07:00:00Z', calendar)).toMatchObject({ at: due });
  });

  it('does not move a fixed date', () => {
    expect(remaining(due, '2026-11-10T07:00:00Z', calendar, { date: '2026-11-12' })).toEqual({ kind: 'remaining', term: { date: '2026-11-12' } });
  });
});

describe('a broken calendar', () => {
  it('is refused with every problem at once', () => {
    const broken: WorkingCalendar = {
      ...russia, timeZone: 'Europe/Moskva', workingDayEnd: '08:00',
      years: { '2026': { status: 'approved', basis: 'x', days: { '2026-02-30': { kind: 'off' }, '2027-01-01': { kind: 'holiday' } } } },
    };
    expect(checkCalendar(broken).map(({ code, path, found }) => [code, path, found])).toEqual([
      ['calendar.unknownTimeZone', '/timeZone', 'Europe/Moskva'],
      ['calendar.endBeforeStart', '/workingDayEnd', '08:00'],
      ['calendar.noSuchDate', '/years/2026/days/2026-02-30', '2026-02-30'],
      ['calendar.dateOfOtherYear', '/years/2026/days/2027-01-01', '2027-01-01'],
    ]);
    expect(() => compileCalendar(broken)).toThrow(CalendarError);
  });

  it('has another hash than a calendar with one day changed', () => {
    const moved = structuredClone(russia) as { years: Record<string, { days: Record<string, unknown> }> };
    delete moved.years['2026']?.days['2026-12-31'];
    expect(compileCalendar(moved as WorkingCalendar).hash).not.toBe(calendar.hash);
  });
});
