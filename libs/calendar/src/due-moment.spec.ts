import type { WorkingCalendar } from '@reglament/contracts';
import { compileCalendar, dueMoment, type DueMoment, type Term } from './index.js';

const plain: WorkingCalendar = {
  format: 1, id: 'plain', title: 'Plain', timeZone: 'Europe/Moscow',
  years: { '2026': { status: 'approved', basis: 'test', days: { '2026-11-28': { kind: 'working' } } } },
};
const moscow = compileCalendar(plain);

function due(term: Term, from: string, calendar = moscow): DueMoment {
  const answer = dueMoment(term, from, calendar);
  if (answer.kind !== 'due') throw new Error(JSON.stringify(answer));
  return answer;
}

describe('a due moment', () => {
  it('is 18:00 of the last day in the zone of the calendar, with what is needed to find it again', () => {
    expect(due({ workingDays: 1 }, '2026-11-23T10:00:00+03:00')).toEqual({
      kind: 'due', at: '2026-11-24T15:00:00.000Z', localDate: '2026-11-24', timeZone: 'Europe/Moscow',
      calendarId: 'plain', calendarHash: moscow.hash, warnings: [],
    });
  });

  it('uses the zone of the organisation instead of the calendar when it is given', () => {
    const krasnoyarsk = compileCalendar(plain, { timeZone: 'Asia/Krasnoyarsk' });
    expect(due({ workingDays: 1 }, '2026-11-23T03:00:00Z', krasnoyarsk).at).toBe('2026-11-24T11:00:00.000Z');
    expect(krasnoyarsk.hash).toBe(moscow.hash);
  });

  it('counts what happens up to 18:00:00 as today and anything later as tomorrow', () => {
    expect(due({ workingDays: 1 }, '2026-11-23T18:00:00.000+03:00').localDate).toBe('2026-11-24');
    expect(due({ workingDays: 1 }, '2026-11-23T18:00:00.001+03:00').localDate).toBe('2026-11-25');
    expect(due({ calendarDays: 1 }, '2026-11-23T23:59:00+03:00').localDate).toBe('2026-11-25');
  });

  it('takes the civil date from the zone, not from UTC', () => {
    const vladivostok = compileCalendar(plain, { timeZone: 'Asia/Vladivostok' });
    expect(due({ workingDays: 1 }, '2026-11-22T23:00:00Z', vladivostok).localDate).toBe('2026-11-24');
  });

  it('of zero working days is today while the working day lasts, otherwise the next working day', () => {
    expect(due({ workingDays: 0 }, '2026-11-23T10:00:00+03:00').localDate).toBe('2026-11-23');
    expect(due({ workingDays: 0 }, '2026-11-23T19:00:00+03:00').localDate).toBe('2026-11-24');
    expect(due({ workingDays: 0 }, '2026-11-22T10:00:00+03:00').localDate).toBe('2026-11-23');
  });

  it('falls on a Saturday that an act made a working day', () => {
    expect(due({ workingDays: 1 }, '2026-11-27T10:00:00+03:00').localDate).toBe('2026-11-28');
  });

  it('of a given date is the end of that date, with a warning when it is not worked', () => {
    expect(due({ date: '2026-11-30' }, '2026-11-23T10:00:00Z')).toMatchObject({ at: '2026-11-30T15:00:00.000Z', warnings: [] });
    expect(due({ date: '2026-11-29' }, '2026-11-23T10:00:00Z').warnings).toMatchObject([{ code: 'calendar.nonWorkingDay', subject: '2026-11-29' }]);
    expect(due({ date: '2031-01-09' }, '2026-11-23T10:00:00Z').warnings).toMatchObject([{ code: 'calendar.yearMissing', subject: '2031' }]);
  });

  it('of a duration is elapsed time for hours and the wall clock for days and months', () => {
    expect(due({ duration: 'PT4H' }, '2026-11-23T20:00:00Z')).toMatchObject({ at: '2026-11-24T00:00:00.000Z', localDate: '2026-11-24' });
    expect(due({ duration: 'P1M' }, '2026-01-31T12:00:00Z').at).toBe('2026-02-28T12:00:00.000Z');
    expect(due({ duration: 'P1DT1.5S' }, '2026-11-23T00:00:00Z').at).toBe('2026-11-24T00:00:01.500Z');
    expect(due({ duration: 'P2W' }, '2026-11-01T00:00:00Z').at).toBe('2026-11-15T00:00:00.000Z');
  });

  it('keeps 18:00 and whole days right where clocks are changed', () => {
    // given a zone that sets its clocks forward on 29.03.2026 at 02:00 and back on 25.10.2026 at 03:00
    const berlin = compileCalendar(plain, { timeZone: 'Europe/Berlin' });
    // then 18:00 is 17:00Z in winter and 16:00Z in summer
    expect(due({ workingDays: 1 }, '2026-03-26T10:00:00Z', berlin).at).toBe('2026-03-27T17:00:00.000Z');
    expect(due({ workingDays: 1 }, '2026-03-27T10:00:00Z', berlin).at).toBe('2026-03-30T16:00:00.000Z');
    expect(due({ workingDays: 1 }, '2026-10-23T10:00:00Z', berlin).at).toBe('2026-10-26T17:00:00.000Z');
    // and a day is 23 hours by the wall clock there, while PT24H is 24 hours
    expect(due({ duration: 'P1D' }, '2026-03-28T11:00:00Z', berlin).at).toBe('2026-03-29T10:00:00.000Z');
    expect(due({ duration: 'PT24H' }, '2026-03-28T11:00:00Z', berlin).at).toBe('2026-03-29T11:00:00.000Z');
    // and 02:30, which does not exist that night, moves forward by the gap
    expect(due({ duration: 'P1D' }, '2026-03-28T01:30:00Z', berlin).at).toBe('2026-03-29T01:30:00.000Z');
    // and 02:30, which occurs twice in October, is the first one
    expect(due({ duration: 'P1D' }, '2026-10-24T00:30:00Z', berlin).at).toBe('2026-10-25T00:30:00.000Z');
  });

  it('refuses what is not a term or a moment', () => {
    const from = '2026-11-23T10:00:00Z';
    for (const duration of ['', 'P', 'PT', 'P1', '-P1D', 'P1.5D', 'P1D2H', 'P9999Y', 'PT1H1D']) {
      expect(dueMoment({ duration }, from, moscow)).toMatchObject({ kind: 'invalidTerm', found: duration });
    }
    expect(dueMoment({ date: '2026-02-30' }, from, moscow)).toEqual({ kind: 'invalidTerm', found: '2026-02-30' });
    expect(dueMoment({ workingDays: -1 }, from, moscow)).toMatchObject({ kind: 'invalidTerm' });
    expect(dueMoment({ workingDays: 1.5 }, from, moscow)).toMatchObject({ kind: 'invalidTerm' });
    expect(dueMoment({ workingDays: 1 }, 'yesterday', moscow)).toEqual({ kind: 'invalidTerm', found: 'yesterday' });
  });
});
